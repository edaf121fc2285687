import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { english } from '../../../src/base/message';
import pc from 'picocolors';
import { fill, fillTarget } from '../../../src/cli/commands/fill';
import type { OpenedFolder } from '../../../src/cli/openFolder';
import type { Terminal } from '../../../src/cli/terminal';
import { UsageError } from '../../../src/cli/usageError';
import { remWorkbook } from '../fill/remWorkbook';
import { partsOf, readBack } from '../report/xlsx/reading';
import { catalogOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf('requirements:\n  - { id: A.01, title: Sauvegarde, needs: [code] }\n');
const trace = traceOf(catalog, { files: { 'a.ts': '// @segur A.01\n' } });

// @segur ST.IMP.05
describe('segur-trace fill', () => {
  let folder: string;
  let rem: string;
  let said: string;
  let opened: OpenedFolder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-fill-'));
    rem = join(folder, 'REM.xlsx');
    writeFileSync(rem, remWorkbook());
    said = '';
    opened = { root: folder, catalog, trace } as OpenedFolder;
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const terminal: Terminal = {
    t: english,
    language: 'en',
    colors: pc.createColors(false),
    width: 80,
    write: (text) => Promise.resolve(void (said += String(text))),
    note: (text) => void (said += `${text}\n`),
    progress: () => undefined,
  };
  const usual = { sheet: [], map: [], format: 'text' as const };

  it('writes beside the workbook, says what it did, and leaves the workbook as it was', async () => {
    const out = join(folder, 'new', 'filled.xlsx');
    await fill(opened, rem, { ...usual, out }, terminal);
    assert.match(said, /^REM fictif: 2 rows filled in\n {2}not in the catalogue: 3 \(a\.02, Z\.99, A\.03\)\n/u);
    const sheet = (await readBack(readFileSync(out))).find(({ name }) => name === 'REM fictif');
    assert.equal(sheet?.rows[7]?.[6], 'Satisfied');
    assert.deepEqual(new Uint8Array(readFileSync(rem)), remWorkbook());
  });

  it('leads to the code beside the workbook, and into a repository only where there is one', async () => {
    const out = join(folder, 'new', 'filled.xlsx');
    await fill(opened, rem, { ...usual, out }, terminal);
    assert.match(
      partsOf(readFileSync(out)).get('xl/worksheets/_rels/sheet1.xml.rels') ?? '',
      /Target="\.\.\/a\.ts" TargetMode="External"/u,
    );
    const wrong = { ...usual, out: join(folder, 'none.xlsx'), repository: 'https://git.example/a' };
    await assert.rejects(fill(opened, rem, wrong, terminal), UsageError);
    await assert.rejects(fill(opened, rem, { ...wrong, repository: 'javascript:x' }, terminal), UsageError);
    assert.throws(() => readFileSync(wrong.out));
  });

  it('writes over the workbook only where it is told to', async () => {
    assert.throws(() => fillTarget('a.xlsx', {}), UsageError);
    assert.throws(() => fillTarget('a.xlsx', { out: './a.xlsx' }), UsageError);
    assert.throws(() => fillTarget('a.xlsx', { out: 'b.xlsx', inPlace: true }), UsageError);
    await fill(opened, rem, { ...usual, inPlace: true, format: 'json' }, terminal);
    const { sheets } = JSON.parse(said.slice(0, said.lastIndexOf('}') + 1)) as { sheets: { rows: number }[] };
    assert.equal(sheets[0]?.rows, 2);
    await fill(opened, rem, { ...usual, inPlace: true }, terminal);
    assert.match(said, /2 rows filled in again/u);
  });

  it('says why a file is refused, and writes nothing', async () => {
    writeFileSync(rem, 'a;b');
    const out = join(folder, 'filled.xlsx');
    await assert.rejects(fill(opened, rem, { ...usual, out }, terminal), UsageError);
    await assert.rejects(fill(opened, join(folder, 'none.xlsx'), { ...usual, out }, terminal), UsageError);
    assert.throws(() => readFileSync(out));
  });
});
