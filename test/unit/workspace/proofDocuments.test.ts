import assert from 'node:assert/strict';
import type { FolderTrace } from '../../../src/workspace/folderTrace';
import { FolderTrace as Trace } from '../../../src/workspace/folderTrace';
import type { FileSystem } from '../../../src/base/ports';
import type { Proof } from '../../../src/evidence/model';
import { ProofDocuments } from '../../../src/workspace/proofDocuments';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: SC.SSI/GEN.21, title: Sauvegarde, needs: [proof], checklist: [{ id: raci, text: Acteurs }, { id: plan, text: Plan }] }
`;
const PATH = 'preuves/sauvegarde.md';
const PROJECT = `version: 1\nproofs:\n  - { for: SC.SSI/GEN.21, kind: documentation, files: preuves/* }\n`;
const RACI = '## RACI\n\nTous.\n';

async function opened(files: Readonly<Record<string, string | Uint8Array>>) {
  const fs = new MemoryFileSystem({ 'segur.yaml': PROJECT, ...files });
  const errors: unknown[] = [];
  const folder = new Trace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () => Promise.resolve([{ file: 'builtin:segur-v2', text: CATALOG }]),
    scan: new MemoryScan(fs).scan,
    onError: (error) => errors.push(error),
  });
  await folder.load();
  return { fs, folder, errors };
}

const covered = (folder: FolderTrace) => folder.trace.requirement('SC.SSI/GEN.21')?.covered;

describe('Markdown proofs', () => {
  it('are read: their headings tick the checklist', async () => {
    const { folder, errors } = await opened({ [PATH]: RACI });
    assert.deepEqual(covered(folder), ['raci']);
    assert.deepEqual(errors, []);
  });

  it('are read in whatever encoding they have', async () => {
    const { folder } = await opened({ [PATH]: new Uint8Array(Buffer.from(`\uFEFF${RACI}`, 'utf16le')) });
    assert.deepEqual(covered(folder), ['raci']);
  });

  it('are read again when they change on disk', async () => {
    const { fs, folder } = await opened({ [PATH]: RACI });
    fs.write(PATH, `${RACI}\n## Plan\n\nUn plan.\n`);
    await folder.fileChanged(PATH);
    assert.deepEqual(covered(folder), ['raci', 'plan']);
  });

  it('count by their unsaved text, until that is given up', async () => {
    const { folder } = await opened({ [PATH]: RACI });
    folder.unsavedChanged(PATH, '## Plan\n\nUn plan.\n');
    await folder.settled();
    assert.deepEqual(covered(folder), ['plan']);
    folder.unsavedGone(PATH);
    await folder.settled();
    assert.deepEqual(covered(folder), ['raci']);
  });

  it('are not read again, nor listed, while segur.yaml is edited', async () => {
    const { fs, folder } = await opened({ [PATH]: RACI });
    fs.forgetAccesses();
    folder.unsavedChanged('segur.yaml', `${PROJECT}# x\n`);
    await folder.settled();
    assert.deepEqual(covered(folder), ['raci']);
    assert.deepEqual(fs.accesses, []);
  });

  it('are not looked into when they are too long, binary or cannot be read', async () => {
    const { fs, folder, errors } = await opened({
      'preuves/long.md': `${RACI}${'x'.repeat(2 * 1024 * 1024)}`,
      'preuves/binaire.md': new Uint8Array([35, 32, 82, 0, 0, 0, 1, 2, 3]),
      'preuves/video.mp4': RACI,
    });
    assert.deepEqual(covered(folder), []);
    assert.ok(!fs.accesses.includes('read preuves/long.md'));
    assert.ok(!fs.accesses.includes('read preuves/video.mp4'));
    fs.makeUnreadable('preuves/binaire.md');
    await folder.fileChanged('preuves/binaire.md');
    assert.deepEqual(errors, []);
  });

  it('are looked into up to a number, however many a glob matches', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`preuves/${i}.md`, RACI]));
    const { fs, folder } = await opened(many);
    assert.deepEqual(covered(folder), ['raci']);
    assert.equal(fs.accesses.filter((access) => access.startsWith('read preuves')).length, 50);
    assert.equal(fs.accesses.filter((access) => access.startsWith('glob preuves')).length, 1);
  });

  it('are read a few at a time, however many there are: a system lets nobody open thousands', async () => {
    let open = 0;
    let most = 0;
    const fs: FileSystem = {
      stat: () => Promise.resolve(undefined),
      glob: () => Promise.resolve([]),
      read: async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        return new TextEncoder().encode(RACI);
      },
    };
    const proofs = Array.from({ length: 300 }, (_, at) => {
      const files = [{ path: `preuves/${at}.md`, size: RACI.length }];
      return { files } as unknown as Proof;
    });
    const read = await new ProofDocuments(fs).withDocuments(proofs);
    assert.ok(read.every(({ documents }) => documents?.length === 1));
    assert.ok(most > 1 && most <= 16, String(most));
  });
});
