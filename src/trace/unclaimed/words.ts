import { countText, type Translate } from '../../base/message';
import type { ClaimFigures, UnclaimedUnit } from './model';

/** `function hash`; the kinds are words of programming languages, which have no French. */
export function unitWords({ kind, name }: Pick<UnclaimedUnit, 'kind' | 'name'>, t: Translate): string {
  return kind === 'file' ? t('the whole file') : `${kind} ${name}`;
}

/** As a finding. */
export function unclaimedWords(unit: UnclaimedUnit, t: Translate): string {
  return t('no requirement claims {0}', unitWords(unit, t));
}

export function unitSize({ startLine, endLine, units }: UnclaimedUnit, t: Translate): string {
  const lines = countText(t, endLine - startLine + 1);
  return units > 1 ? t('{0} units, {1} lines', countText(t, units), lines) : t('{0} line(s)', lines);
}

export function figuresWords({ units, unclaimedUnits, lines, unclaimedLines }: ClaimFigures, t: Translate): string {
  const counts = [unclaimedUnits, units, unclaimedLines, lines].map((count) => countText(t, count));
  return t('unclaimed: {0} of {1} units, {2} of {3} lines', ...counts);
}
