import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { VerifiedPack } from '../../src/vscode/pack/verifyPack';
import type { BuiltPack, PackRequest } from '../../src/vscode/pack/buildPack';
import { at, closeEditors, eventually } from './workspace';

async function build(request: PackRequest): Promise<BuiltPack | undefined> {
  return vscode.commands.executeCommand<BuiltPack | undefined>('segur.buildPack', { confirmed: true, ...request });
}

async function verify(file: vscode.Uri): Promise<VerifiedPack> {
  return vscode.commands.executeCommand<VerifiedPack>('segur.verifyPack', file);
}

describe('the evidence pack', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-pack-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await closeEditors();
  });

  const target = (name: string) => vscode.Uri.file(join(folder, name));

  it('is written whole, with what the manifest says, and found to be as it was written', async () => {
    const built = await build({ chapter: null, target: target('dossier.zip') });
    assert.ok(built && existsSync(built.file.fsPath));
    assert.ok(built.files > 10 && built.bytes > 100_000);
    const found = await verify(built.file);
    assert.ok(found && 'check' in found && found.sound);
    assert.equal(found.check.fingerprint, built.fingerprint);
    assert.equal(found.check.manifest.chapter, undefined);
    assert.deepEqual(readdirSync(folder), ['dossier.zip']);
  });

  it('holds one chapter where one is asked for, and the same bytes each time', async () => {
    const [chapter] = ['Identification électronique'];
    const first = await build({ chapter, target: target('one.zip') });
    const second = await build({ chapter, target: target('two.zip') });
    assert.ok(first && second);
    assert.ok(readFileSync(first.file.fsPath).equals(readFileSync(second.file.fsPath)));
    const found = await verify(first.file);
    assert.ok(found && 'check' in found);
    assert.equal(found.check.manifest.chapter, chapter);
    assert.ok(found.check.manifest.missing.every((row) => row.chapter === chapter));
  });

  it('leaves nothing when it is cancelled', async () => {
    // Some hundred megabytes that take no room, so that there is time to cancel.
    const proof = at('preuves/IE.38/session-longue.png').fsPath;
    writeFileSync(proof, '');
    truncateSync(proof, 500_000_000);
    try {
      const source = new vscode.CancellationTokenSource();
      const place = mkdtempSync(join(folder, 'cancelled-'));
      const building = build({
        chapter: null,
        target: vscode.Uri.file(join(place, 'dossier.zip')),
        token: source.token,
      });
      await eventually(() => {
        assert.equal(readdirSync(place).length, 1, 'nothing is being written');
      });
      source.cancel();
      assert.equal(await building, undefined);
      assert.deepEqual(readdirSync(place), []);
    } finally {
      rmSync(proof);
    }
  });

  it('names in a document what was altered, and refuses what is no pack', async () => {
    const built = await build({ chapter: null, target: target('altered.zip') });
    assert.ok(built);
    const bytes = readFileSync(built.file.fsPath, 'latin1');
    writeFileSync(built.file.fsPath, bytes.replace('Sauvegarde', 'SAUVEGARDE'), 'latin1');
    const found = await verify(built.file);
    assert.ok(found && 'check' in found && !found.sound);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, 'segur-pack');
    assert.match(shown.getText(), /^altered: .*GEN\.21/mu);
    assert.equal(shown.isDirty, false);
    const none = await verify(at('segur.yaml'));
    assert.ok(none && 'kind' in none && none.kind === 'no-zip');
  });
});
