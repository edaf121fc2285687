import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { buildWorkbook } from '../support/workbookBuilder';
import { remWorkbook } from '../unit/fill/remWorkbook';
import { at } from './workspace';

describe('Fill in your REM', () => {
  it('writes a copy with columns for each row, and leaves the workbook itself alone', async () => {
    const [source, target] = [at('out/rem.xlsx'), at('out/rem-filled.xlsx')];
    // The ids of the made-up REM, changed to some that the demonstration knows.
    await vscode.workspace.fs.writeFile(source, remWorkbook({ 'A.01': 'SC.SSI/IE.31', 'A.03': 'SC.SSI/IE.40' }));
    const written = await vscode.commands.executeCommand<vscode.Uri>('segur.fillRem', { source, target });
    assert.equal(written.toString(), target.toString());
    const parts = unzipSync(await vscode.workspace.fs.readFile(target));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    assert.match(sheet, /r="G8".*?<\/c>/u);
    assert.match(sheet, /services\/comptes\/src\/contacts\.ts:\d+ \(Contacts\.declare\)/u);
    // From out/ up to the folder that is traced.
    assert.match(
      strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array()),
      /Target="\.\.\/services\/comptes\/src\/sessions\.ts"/u,
    );
    const untouched = unzipSync(await vscode.workspace.fs.readFile(source));
    assert.deepEqual(parts['xl/sharedStrings.xml'], untouched['xl/sharedStrings.xml']);
    assert.doesNotMatch(strFromU8(untouched['xl/worksheets/sheet1.xml'] ?? new Uint8Array()), /contacts/u);
    await vscode.workspace.fs.delete(source);
    await vscode.workspace.fs.delete(target);
  });

  it('asks for the columns that it does not recognise, writes nothing when the user gives up, and takes them from its caller', async () => {
    const [source, target] = [at('out/ours.xlsx'), at('out/ours-filled.xlsx')];
    const rows = [
      ['Clé maison', 'Ce qui est demandé', 'Qui'],
      ['SC.SSI/IE.40', 'Énoncé fictif', 'Produit'],
    ];
    await vscode.workspace.fs.writeFile(source, buildWorkbook([{ name: 'Feuil1', rows }]));
    const run = (request: object) => vscode.commands.executeCommand<vscode.Uri | undefined>('segur.fillRem', request);
    const state = { isSettled: false };
    const asked = Promise.resolve(run({ source, target })).finally(() => (state.isSettled = true));
    let closed = 0;
    while (!state.isSettled) {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      closed++;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(await asked, undefined);
    assert.ok(closed > 0);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(target)));
    const columns = { mapping: { id: 'A', statement: 'Ce qui est demandé' } };
    assert.equal((await run({ source, target, columns }))?.toString(), target.toString());
    const parts = unzipSync(await vscode.workspace.fs.readFile(target));
    assert.match(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()), /r="E2"[^>]*>.*?sessions\.ts:\d+/u);
    await vscode.workspace.fs.delete(source);
    await vscode.workspace.fs.delete(target);
  });
});
