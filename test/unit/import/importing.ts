import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, render } from '../../../src/base/message';
import { loadCatalogFile, type CatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { importInto, type ImportedText, type IntoOptions } from '../../../src/import/importInto';
import { openSpreadsheet } from '../../../src/import/openSpreadsheet';
import { noticeText } from '../../../src/import/noticeText';
import { shippedBy } from '../../../src/import/shipped';
import { SpreadsheetRefusal } from '../../../src/xlsx/refusal';
import { buildWorkbook, type TestCell } from '../../support/workbookBuilder';

export const shippedFiles: readonly CatalogFile[] = ['segur-v2.yaml', 'segur-v2.faq.yaml'].map((name) => {
  const { catalog } = loadCatalogFile(
    readFileSync(join(__dirname, '../../../requirements', name), 'utf8'),
    `builtin:${name}`,
  );
  assert.ok(catalog !== undefined);
  return catalog;
});

export const shipped = shippedBy(mergeCatalogs(shippedFiles).catalog);

export type Wanted = Partial<Omit<IntoOptions, 'shipped'>>;

/** Imports a workbook with one sheet, or the bytes of a file. */
export async function imported(
  what: Uint8Array | readonly (readonly TestCell[])[],
  options: Wanted & { readonly file?: string; readonly former?: string } = {},
): Promise<ImportedText> {
  const { file = 'REM-FIC-LGC-Va2.xlsx', former, ...rest } = options;
  const bytes = what instanceof Uint8Array ? what : buildWorkbook([{ name: 'Exigences', rows: what }]);
  return importInto(await openSpreadsheet(bytes, file), { shipped, ...rest }, former);
}

/** The requirements that an import wrote, as the loader reads them; it must find no fault. */
export function requirementsIn({ text }: ImportedText) {
  const { catalog, problems } = loadCatalogFile(text, 'requirements/rem.yaml');
  assert.deepEqual(problems, []);
  return (catalog?.requirements ?? []).map(({ fields }) => fields);
}

export function noticesIn({ report }: ImportedText): string[] {
  return report.notices.map(
    ({ level, rows, ...told }) => `${level} ${rows?.join() ?? ''} ${noticeText(told, english)}`,
  );
}

export function skippedIn({ report }: ImportedText): string[] {
  return report.skipped.map(({ row, reason }) => `${row} ${render(english, reason)}`);
}

export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SpreadsheetRefusal, String(error));
  return `${render(english, error.told)} / ${render(english, error.remedy)}`;
}
