import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { requirementDrag } from '../../src/vscode/tree/requirementDrag';
import { at, closeEditors, eventually, read, whileWorking } from './workspace';

const ID = 'SC.SSI/GEN.15';

/** Waits for a command and puts away what it tells. */
function told(...command: readonly [string, ...unknown[]]): Promise<void> {
  return whileWorking(vscode.commands.executeCommand(...(command as [string])), 'notifications.clearAll');
}

describe('files given as proofs', () => {
  let project: string;
  let outside: string;

  beforeEach(async () => {
    project = await read('segur.yaml');
    outside = await mkdtemp(join(tmpdir(), 'segur-outside-'));
    await writeFile(join(outside, 'secret.pdf'), 'secret');
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(project));
    // A link goes, and what it leads to stays.
    await rm(at('preuves/GEN.15').fsPath, { recursive: true, force: true });
    await rm(outside, { recursive: true });
    const document = await vscode.workspace.openTextDocument(at('segur.yaml'));
    await eventually(() => assert.equal(document.getText(), project));
  });

  it('are declared when they are dropped onto a requirement, folders and what is no address left out', async () => {
    await vscode.workspace.fs.writeFile(at('preuves/GEN.15/été (1).png'), new TextEncoder().encode('png'));
    const session = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace')?.exports.sessions.all[0];
    assert.ok(session);
    const failed = (error: unknown): never => assert.fail(String(error));
    const drag = requirementDrag({ log: failed, tell: failed, show: failed } as never);
    const transfer = new vscode.DataTransfer();
    const list = ['# dropped', at('preuves/GEN.15/été (1).png').toString(), at('preuves').toString(), 'no address', ''];
    transfer.set('text/uri-list', new vscode.DataTransferItem(list.join('\r\n')));
    const row = { kind: 'requirement', id: 'x', session, requirementId: ID } as never;
    const { token } = new vscode.CancellationTokenSource();
    const drop = () => Promise.resolve(drag.handleDrop?.(row, transfer, token));
    await whileWorking(drop(), 'workbench.action.acceptSelectedQuickOpenItem');
    const entry = `- for: ${ID}\n    kind: capture\n    files: preuves/GEN.15/été ?1?.png\n`;
    assert.ok((await read('segur.yaml')).includes(entry), await read('segur.yaml'));
    const written = await read('segur.yaml');
    await session.settled();
    await whileWorking(drop(), 'notifications.clearAll');
    assert.equal(await read('segur.yaml'), written, 'what is declared already is not declared again');
  });

  it('are no proofs when they are links that lead out of the folder', async () => {
    await vscode.workspace.fs.createDirectory(at('preuves/GEN.15'));
    await symlink(join(outside, 'secret.pdf'), at('preuves/GEN.15/lien.pdf').fsPath);
    await told('segur.addProof', ID, [at('preuves/GEN.15/lien.pdf')]);
    assert.equal(await read('segur.yaml'), project);
  });

  it('are never written through a folder that leads out', async () => {
    await symlink(outside, at('preuves/GEN.15').fsPath);
    await told('segur.createProofDocument', ID, 'documentation');
    assert.deepEqual(await readdir(outside), ['secret.pdf']);
    assert.equal(await read('segur.yaml'), project);
    await told('segur.addProof', ID, [at('preuves/GEN.15/secret.pdf')]);
    assert.equal(await read('segur.yaml'), project);
  });
});
