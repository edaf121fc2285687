import type { Translate } from '../../base/message';
import type { UnclaimedUnit } from './model';

/** `function hash`; the kinds are words of programming languages, which have no French. */
export function unitWords({ kind, name }: Pick<UnclaimedUnit, 'kind' | 'name'>, t: Translate): string {
  return kind === 'file' ? t('the whole file') : `${kind} ${name}`;
}
