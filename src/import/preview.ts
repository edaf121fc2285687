import { chooseSheets } from './chooseSheets';
import { headerLabel } from './headerWords';
import { idIn } from './idText';
import type { ImportField } from './fields';
import type { Grid } from './grid';
import type { Mapping } from './mapping';
import type { Spreadsheet } from './openSpreadsheet';
import { likelyHeader, type Recognized, type RecognizedColumn } from './recognize';

/** What a user is shown before an import: of the first sheet that is read, or of the likeliest one when none is. */
export interface SheetPreview {
  readonly sheet: string;
  /** Names of all the sheets that are read; none when the columns must be said first. */
  readonly read: readonly string[];
  readonly columns: readonly RecognizedColumn[];
  readonly fields: ReadonlyMap<ImportField, number>;
  /** How many rows below the header have an id. */
  readonly rowsWithId: number;
  /** The first texts of a column, each on one line. */
  readonly samples: (column: number) => readonly string[];
}

const mostSamples = 3;

/** Finds the columns anew with what the user chose; `undefined` for a file without any table. */
export function previewOf(
  spreadsheet: Spreadsheet,
  mapping: Mapping,
  sheets?: readonly string[],
): SheetPreview | undefined {
  const { chosen } = chooseSheets(spreadsheet.grids, mapping, sheets);
  const [first] = chosen;
  if (first !== undefined) {
    return shown(
      first.grid,
      first.recognized,
      chosen.map(({ grid }) => grid.sheet.name),
    );
  }
  const [likely] = spreadsheet.grids
    .flatMap((grid) => {
      const recognized = likelyHeader(grid, mapping);
      return recognized === undefined ? [] : [{ grid, recognized }];
    })
    .sort((a, b) => b.recognized.columns.length - a.recognized.columns.length);
  return likely === undefined ? undefined : shown(likely.grid, likely.recognized, []);
}

function shown(grid: Grid, { headerRows, columns, fields }: Recognized, read: readonly string[]): SheetPreview {
  const rows = grid.sheet.rows.filter(({ number }) => number > (headerRows.at(-1) ?? 0));
  const id = fields.get('id');
  return {
    sheet: grid.sheet.name,
    read,
    columns,
    fields,
    rowsWithId: id === undefined ? 0 : rows.filter((row) => idIn(grid.textFromAbove(row, id)) !== undefined).length,
    samples: (column) => {
      const texts = new Set<string>();
      for (const row of rows) {
        const text = headerLabel(row.texts[column] ?? '').slice(0, 60);
        if (text !== '') {
          texts.add(text);
        }
        if (texts.size === mostSamples) {
          break;
        }
      }
      return [...texts];
    },
  };
}
