import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
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
});
