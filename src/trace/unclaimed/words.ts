import { countText, type Translate } from '../../base/message';
import type { ClaimFigures, UnclaimedUnit } from './model';

/** « function hash ». */
export function unitWords({ kind, name }: Pick<UnclaimedUnit, 'kind' | 'name'>, t: Translate): string {
  return kind === 'file' ? t('the whole file') : `${unitKindLabel(kind, t)} ${name}`;
}

/** A kind of code for people; formats that programs read have it as it is. Words of one language alone (`actor`, `contract`) have no other. */
export function unitKindLabel(kind: string, t: Translate): string {
  switch (kind) {
    case 'function':
      return t('function');
    case 'method':
      return t('method');
    case 'procedure':
      return t('procedure');
    case 'trigger':
      return t('trigger');
    case 'route':
      return t('route');
    case 'class':
      return t('class');
    case 'object':
      return t('object');
    case 'record':
      return t('record');
    case 'struct':
      return t('struct');
    case 'enum':
      return t('enum');
    case 'union':
      return t('union');
    case 'module':
      return t('module');
    case 'namespace':
      return t('namespace');
    case 'implementation':
      return t('implementation');
    case 'trait':
      return t('trait');
    case 'extension':
      return t('extension');
    case 'constant':
      return t('constant');
    case 'variable':
      return t('variable');
    case 'property':
      return t('property');
    case 'macro':
      return t('macro');
    case 'event':
      return t('event');
    case 'table':
      return t('table');
    case 'view':
      return t('view');
    case 'policy':
      return t('policy');
    case 'role':
      return t('role');
    case 'resource':
      return t('resource');
    case 'output':
      return t('output');
    case 'provider':
      return t('provider');
    default:
      return kind;
  }
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
