import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { at, eventually } from './workspace';

const PROOF = 'preuves/GEN.14/rafale.pdf';
/** More than are taken in one by one. */
const FILES = 450;

// @segur ST.SCN.03
describe('a branch that is switched to', () => {
  after(async () => {
    await vscode.workspace.fs.delete(at('rafale'), { recursive: true });
    await vscode.workspace.fs.delete(at(PROOF));
  });

  it('brings its proofs too, however many files differ', async () => {
    const session = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace')?.exports.sessions.all[0];
    const content = new TextEncoder().encode('x');
    const names = Array.from({ length: FILES }, (_, index) => `rafale/f${index}.txt`);
    await Promise.all([...names, PROOF].map(async (path) => vscode.workspace.fs.writeFile(at(path), content)));
    await eventually(() => {
      const proofs = session?.trace.requirement('SC.SSI/GEN.14')?.proofs.flatMap(({ files }) => files) ?? [];
      assert.ok(proofs.some(({ path }) => path === PROOF));
    });
  });
});
