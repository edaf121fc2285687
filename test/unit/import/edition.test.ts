import assert from 'node:assert/strict';
import { knownEdition } from '../../../src/import/edition';
import { openSpreadsheet } from '../../../src/import/openSpreadsheet';
import { buildWorkbook } from '../../support/workbookBuilder';
import { imported } from './importing';

const rows = [
  ['ID', 'Exigence', 'Chapitre'],
  ['SC.FIC/A.01', 'E', 'Un'],
];
const book = (sheet: string) => buildWorkbook([{ name: sheet, rows }]);

describe('the edition of a spreadsheet', () => {
  it('is named by its file, else by a sheet', async () => {
    assert.deepEqual(knownEdition(await openSpreadsheet(book('REM 08-06'), 'REM-2026-06-08.xlsx'), undefined), {
      edition: '2026-06-08',
    });
    assert.deepEqual(knownEdition(await openSpreadsheet(book('REM 2026-06-08'), 'a.xlsx'), undefined), {
      edition: '2026-06-08',
    });
    assert.deepEqual(knownEdition(await openSpreadsheet(book('REM'), 'a.xlsx'), undefined), {});
  });

  it('is that of the earlier import for the same file alone; for another it is but a proposal', async () => {
    const spreadsheet = await openSpreadsheet(book('REM'), 'a.xlsx');
    const saved = { id: 'a', title: 'A', edition: 'Va2', import: { file: 'a.xlsx', sha256: spreadsheet.sha256 } };
    assert.deepEqual(knownEdition(spreadsheet, saved), { edition: 'Va2', earlier: 'Va2' });
    const other = { ...saved, import: { ...saved.import, sha256: '0'.repeat(64) } };
    assert.deepEqual(knownEdition(spreadsheet, other), { earlier: 'Va2' });
  });

  it('stays when the same file is imported again, and goes with another file', async () => {
    const first = await imported(book('REM'), { edition: 'Va2' });
    assert.match(first.text, /edition: Va2/u);
    const again = await imported(book('REM'), { former: first.text });
    assert.equal(again.earlier, 'same');
    assert.doesNotMatch((await imported(book('Autre'), { former: first.text })).text, /edition/u);
  });
});
