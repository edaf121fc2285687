import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ImportDone } from '../../src/vscode/import/importFlow';
import { inLayout, row2024 } from '../support/remFixtures';
import { buildWorkbook } from '../support/workbookBuilder';
import { at, closeEditors } from './workspace';

// @segur ST.IMP.01
describe('importing a REM', () => {
  const file = at('REM-FIC-ESSAI-Va2.xlsx');
  const out = 'import-essai/rem.yaml';

  beforeEach(async () => {
    const rows = [row2024('SSI/GEN.21', { Exigence: 'Énoncé fictif' }), row2024('SC.FIC/A.01')];
    await vscode.workspace.fs.writeFile(file, buildWorkbook([{ name: 'Exigences', rows: inLayout('rem-2024', rows) }]));
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(at('import-essai'), { recursive: true }).then(undefined, () => undefined);
  });

  const run = (request: object) => vscode.commands.executeCommand<ImportDone | undefined>('segur.importRem', request);
  const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));

  it('writes the catalogue, shows the report, and leaves segur.yaml alone unless asked', async () => {
    const before = await textOf('segur.yaml');
    const done = await run({ file, confirmed: true, out });
    assert.equal(done?.requirements, 2);
    assert.match(await textOf(out), /id: SSI\/GEN\.21\n {4}statement: Énoncé fictif/u);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, 'segur-import');
    assert.match(shown.getText(), /REM-FIC-ESSAI-Va2/u);
    assert.equal(await textOf('segur.yaml'), before);
  });
  it('keeps the earlier file, and what was added to it, when it imports again', async () => {
    await run({ file, confirmed: true, out });
    const edited = (await textOf(out)).replace('  - id: SC.FIC/A.01\n', '  - id: SC.FIC/A.01\n    theme: le mien\n');
    await vscode.workspace.fs.writeFile(at(out), new TextEncoder().encode(`# mine\n${edited}`));
    await run({ file, confirmed: true, out });
    assert.match(await textOf(out), /theme: le mien/u);
    assert.equal(await textOf(`${out}.bak`), `# mine\n${edited}`);
  });
  it('writes nothing when the file cannot be read', async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('no workbook'));
    assert.equal(await run({ file, confirmed: true, out }), undefined);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(at(out))));
  });
});
