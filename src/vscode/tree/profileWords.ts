import type { Profile } from '../../trace/model';

/** A profile at a glance: « DPI · Général · IAM ». */
export function profileWords(profile: Profile): string {
  return [profile.dispositif ?? profile.couloir, ...profile.profils].filter((part) => part !== undefined).join(' · ');
}
