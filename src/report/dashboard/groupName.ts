import type { Translate } from '../../base/message';
import { needLabel } from '../../trace/words';
import type { Aspect } from './readiness';

/** How readers know a group of rows. @param name `''` for that of the rows without one */
export function groupName(aspect: Aspect, name: string, t: Translate): string {
  if (aspect === 'need' && (name === 'code' || name === 'test' || name === 'proof')) {
    return needLabel(t, name);
  }
  return name !== '' ? name : aspect === 'chapter' ? t('Without a chapter') : t('Without a family');
}
