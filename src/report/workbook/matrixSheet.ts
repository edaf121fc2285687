import { countText } from '../../base/message';
import type { MatchStrength } from '../../catalog/model';
import type { Trace } from '../../trace/model';
import type { MatrixOptions } from '../matrixFormat';
import { matrixCells, matrixHeadings, matrixRows, type MatrixRow } from '../matrixRows';
import { sheetNames, sheetPlaces, type SheetContent } from './sheets';
import type { Cell } from '../xlsx/model';

/** In characters, in the order of the headings of the matrix. */
const WIDTHS = [17, 28, 18, 14, 13, 32, 32, 32, 24, 28, 24];

/** A row of Excel is no higher than this many lines. */
const MOST_LINES = 24;

/**
 * One row a requirement. A cell of a list is no link, since LibreOffice shows a link in one line: the id leads to the sheet where each item of the
 * lists has a row, and a link, of its own.
 */
export function matrixSheet(trace: Trace, { t }: MatrixOptions): SheetContent {
  const names = sheetNames(t);
  /** The sheet that has the items of a column as rows, for those that have one. */
  const sheetOf: Readonly<Record<number, string>> = { 5: names.links, 6: names.links, 7: names.proofs, 9: names.gaps };
  const cellsOf = (row: MatrixRow): Cell[] =>
    matrixCells(row).map((lines, column): Cell => {
      if (column === 0) {
        return { value: row.id, link: { sheet: itemsOf(row), key: row.id } };
      }
      if (column === 4) {
        return { value: row.state, style: row.source.state };
      }
      if (column === 8) {
        return ownGuidance(row).join('\n');
      }
      const sheet = sheetOf[column];
      const shown =
        sheet === undefined || lines.length <= MOST_LINES
          ? lines
          : [
              ...lines.slice(0, MOST_LINES - 1),
              t('… and {0} more in the sheet “{1}”', countText(t, lines.length - MOST_LINES + 1), sheet),
            ];
      return shown.join('\n');
    });
  return {
    headings: matrixHeadings(t),
    rows: matrixRows(trace, t).map((row) => ({ key: row.id, cells: cellsOf(row) })),
    widths: WIDTHS,
  };
}

/** Answers on the requirement's very subject: those to its whole family would make every row higher than what else is said of it. */
function ownGuidance({ source, guidance }: MatrixRow): readonly string[] {
  return guidance.filter((_, n) => OWN.has(source.guidance[n]?.match));
}

const OWN: ReadonlySet<MatchStrength | undefined> = new Set<MatchStrength>(['cited', 'matched']);

/** The sheet that tells most of a requirement. */
function itemsOf({ source }: MatrixRow): number {
  if (source.links.length > 0) {
    return sheetPlaces.links;
  }
  if (source.proofs.length > 0) {
    return sheetPlaces.proofs;
  }
  return source.decision === undefined ? sheetPlaces.gaps : sheetPlaces.decisions;
}
