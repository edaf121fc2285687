import type { Translate } from '../base/message';
import { commitText } from '../evidence/packManifest';
import type { PackCheck } from './packCheckResult';

/** What a check found, a line each: whose pack it is, then whatever differs. */
export function packCheckLines(check: PackCheck, t: Translate): string[] {
  const { manifest, fingerprint, altered, missing, extra, repacked } = check;
  const { product, commit, chapter } = manifest;
  return [
    t('Product: {0}', [product.name, product.version].filter((part) => part !== undefined).join(' ') || '—'),
    ...(chapter === undefined ? [] : [t('Chapter: {0}', chapter === '' ? '—' : chapter)]),
    t('Files: {0}', manifest.files.length),
    t('Commit: {0}', commitText(commit, t)),
    t('SHA-256 of the manifest: {0}', fingerprint),
    ...altered.map((path) => t('altered: {0}', path)),
    ...missing.map((path) => t('missing: {0}', path)),
    ...extra.map((path) => t('not in the manifest: {0}', path)),
    ...(repacked ? [t('the archive itself: packed anew by another program, or changed between the files')] : []),
  ];
}
