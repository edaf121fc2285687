import type { Translate } from '../base/message';
import type { Profile } from './model';

/** The product's profile in one line. */
export function profileText(t: Translate, profile: Profile): string {
  const parts = [profile.couloir, profile.dispositif, profile.profils.join(', ')].filter(
    (part) => part !== undefined && part !== '',
  );
  return parts.length === 0 ? t('none chosen: every requirement counts') : parts.join(' · ');
}
