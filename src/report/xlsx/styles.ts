import type { RequirementState } from '../../trace/model';

/** How a cell looks. */
export interface Style {
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** In points. */
  readonly size?: number;
  readonly isNumber?: boolean;
  /** A line below, as the cells of a table have it. */
  readonly ruled?: boolean;
  /** Stands over the empty cells beside it instead of wrapping. */
  readonly overflows?: boolean;
}

/** Text on its ground, at least 4.5:1; the words say the state too. */
const STATES: Record<RequirementState, Style> = {
  satisfied: { color: '14532D', fill: 'DFF2E4' },
  partial: { color: '664D03', fill: 'FFF3CD' },
  missing: { color: '842029', fill: 'FADFE1' },
  suspect: { color: '7A3300', fill: 'FFE5D0' },
  'not-applicable': { color: '343A40', fill: 'E9ECEF' },
  'accepted-gap': { color: '2E2A6B', fill: 'E2E3F3' },
};

export const styles = {
  text: { ruled: true },
  number: { ruled: true, isNumber: true },
  heading: { bold: true, fill: '12305C', color: 'FFFFFF' },
  id: { bold: true, ruled: true },
  link: { color: '0B5CAD', underline: true, ruled: true },
  title: { bold: true, size: 16, overflows: true },
  section: { bold: true, size: 13, color: '12305C', overflows: true },
  note: { color: '56606E', overflows: true },
  free: { overflows: true },
  satisfied: { ...STATES.satisfied, ruled: true },
  partial: { ...STATES.partial, ruled: true },
  missing: { ...STATES.missing, ruled: true },
  suspect: { ...STATES.suspect, ruled: true },
  'not-applicable': { ...STATES['not-applicable'], ruled: true },
  'accepted-gap': { ...STATES['accepted-gap'], ruled: true },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

const names = Object.keys(styles) as StyleName[];

/** The number that cells name their style by; 0 is the workbook's own. */
export const styleNumbers: ReadonlyMap<StyleName, number> = new Map(names.map((name, index) => [name, index + 1]));

/**
 * The part that holds the styles. A font and a fill for each style, in their order, behind those that every workbook has. Cells of text have the
 * format of a text (49), so that a text typed anew over a text stays one.
 */
export function stylesXml(namespace: string): string {
  const all: readonly Style[] = names.map((name) => styles[name]);
  const fonts = ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>', ...all.map(fontXml)];
  const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
  const ownFills = all.map(({ fill }) =>
    fill === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...all.map(formatXml)];
  return [
    `<styleSheet xmlns="${namespace}">`,
    counted('fonts', fonts),
    counted('fills', [...fills, ...ownFills]),
    counted('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      '<border><left/><right/><top/><bottom style="hair"><color rgb="FF9AA5B1"/></bottom><diagonal/></border>',
    ]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    counted('cellXfs', formats),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function fontXml({ bold, underline, size = 11, color }: Style): string {
  const paint = color === undefined ? '' : `<color rgb="FF${color}"/>`;
  return `<font>${bold === true ? '<b/>' : ''}${underline === true ? '<u/>' : ''}<sz val="${size}"/>${paint}<name val="Calibri"/><family val="2"/></font>`;
}

function formatXml({ isNumber, ruled, overflows }: Style, index: number): string {
  const format = isNumber === true ? 1 : 49;
  const alignment = (overflows === true ? '' : ' wrapText="1"') + (isNumber === true ? ' horizontal="center"' : '');
  return `<xf numFmtId="${format}" fontId="${index + 1}" fillId="${index + 2}" borderId="${ruled === true ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`;
}
