import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, read } from './workspace';

const stored = 'segur/traces/hôte.json';

describe('stored traces', () => {
  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(at('segur'), { recursive: true });
  });

  it('say their product and their day, and are compared with the trace of now', async () => {
    await vscode.commands.executeCommand('segur.storeTrace', { target: at(stored) });
    const trace = JSON.parse(await read(stored)) as { product: { version: string }; generatedAt: string };
    assert.equal(trace.product.version, '4.2.0');
    assert.match(trace.generatedAt, /^\d{4}-\d{2}-\d{2}$/u);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
    const text = await vscode.commands.executeCommand<string>('segur.compareTrace', { folder, before: stored });
    assert.match(text, /No requirement is in another state/u);
  });

  it('that changed since say what was lost', async () => {
    const text = await read(stored);
    const former = text.replace(/"state": "missing"/u, '"state": "satisfied"');
    assert.notEqual(former, text);
    await vscode.workspace.fs.writeFile(at(stored), new TextEncoder().encode(former));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
    const shown = await vscode.commands.executeCommand<string>('segur.compareTrace', { folder, before: stored });
    assert.match(shown, /Lost: no longer satisfied or decided \(1\)/u);
  });

  it('are in the HTML export', async () => {
    await vscode.commands.executeCommand('segur.exportMatrix', { formats: ['html'], target: at('segur/matrix.html') });
    assert.match(await read('segur/matrix.html'), /<small>segur\/traces\/hôte\.json<\/small>/u);
  });
});
