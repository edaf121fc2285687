import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ProblemCode } from '../../../src/base/problem';
import { emptyLock, LOCK_FILE, writeLock } from '../../../src/evidence/lock';
import { acceptSelection, newsOf, WHOLE, type Accepted } from '../../../src/trace/acceptSelection';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { LockFile } from '../../../src/workspace/lockFile';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: SC.SSI/GEN.18, title: Test, needs: [proof] }
  - { id: SC.SSI/GEN.21, title: Sauvegarde, needs: [proof] }
`;
const PROJECT = `version: 1
proofs:
  - { for: SC.SSI/GEN.18, kind: formulaire, files: preuves/a.txt, date: 2026-09-01 }
  - { for: SC.SSI/GEN.21, kind: documentation, files: 'preuves/{b,c}.txt', date: 2026-09-01 }
`;
const FILES = {
  'segur.yaml': PROJECT,
  'preuves/a.txt': 'a',
  'preuves/b.txt': 'b',
  'preuves/c.txt': 'c',
};

class Folder {
  readonly fs: MemoryFileSystem;
  readonly trace: FolderTrace;
  readonly hashed: string[] = [];
  readonly errors: unknown[] = [];
  outdated = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.fs = new MemoryFileSystem(files);
    this.trace = new FolderTrace({
      fs: this.fs,
      clock: { today: () => '2026-11-23' },
      builtinCatalog: () => Promise.resolve([{ file: 'builtin:segur-v2', text: CATALOG }]),
      scan: new MemoryScan(this.fs).scan,
      hashFile: (path) => {
        this.hashed.push(path);
        const bytes = this.fs.bytes(path);
        return Promise.resolve(bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex'));
      },
      onError: (error) => this.errors.push(error),
    });
    this.trace.onDidOutdateProofs(() => this.outdated++);
  }

  static async open(files: Readonly<Record<string, string>>): Promise<Folder> {
    const folder = new Folder(files);
    await folder.trace.load();
    await folder.trace.resolveProofs();
    return folder;
  }

  states(): string[] {
    return this.trace.trace.requirements.map(
      ({ state, proofs }) => `${state} ${proofs.map((proof) => proof.state).join()}`,
    );
  }

  codes(): ProblemCode[] {
    return this.trace.trace.problems.map(({ code }) => code);
  }

  accept(): Accepted {
    return acceptSelection(this.trace.trace, this.trace.lock.lock, (path) => this.trace.hashOf(path), WHOLE);
  }

  async write(path: string, text: string): Promise<void> {
    this.fs.write(path, text);
    await this.trace.fileChanged(path);
    await this.trace.resolveProofs();
  }
}

/** A folder of which everything was accepted. */
async function accepted(): Promise<Folder> {
  const folder = await Folder.open(FILES);
  await folder.trace.resolveProofs(['preuves/a.txt', 'preuves/b.txt', 'preuves/c.txt']);
  await folder.write(LOCK_FILE, writeLock(folder.accept().lock));
  return folder;
}

// @segur ST.REV.03
describe('the lock of a folder', () => {
  it('is none where there is no file, and nothing is hashed then', async () => {
    const folder = await Folder.open(FILES);
    assert.deepEqual(folder.trace.lock, { problems: [], exists: false });
    assert.deepEqual(folder.hashed, []);
    assert.deepEqual(folder.states(), ['satisfied ok', 'satisfied ok']);
  });

  it('leaves accepted proofs what they are, and hashes none of them twice', async () => {
    const folder = await accepted();
    assert.deepEqual(folder.states(), ['satisfied ok', 'satisfied ok']);
    assert.deepEqual(newsOf(folder.accept()), { added: 0, changed: 0, gone: 0, reworded: 0 });
    await folder.trace.resolveProofs();
    assert.deepEqual(folder.hashed.sort(), ['preuves/a.txt', 'preuves/b.txt', 'preuves/c.txt']);
  });

  it('tells of a proof with other bytes, which makes its requirement suspect until they are accepted', async () => {
    const folder = await accepted();
    await folder.write('preuves/c.txt', 'another');
    assert.deepEqual(folder.states(), ['satisfied ok', 'suspect changed']);
    assert.deepEqual(
      folder.trace.trace.problems.map(({ code, file, range, message }) => [
        code,
        file,
        range?.start.line,
        message.args,
      ]),
      [['proof.changed', 'segur.yaml', 3, ['SC.SSI/GEN.21', 'preuves/c.txt']]],
    );
    await folder.write(LOCK_FILE, writeLock(folder.accept().lock));
    assert.deepEqual(folder.states(), ['satisfied ok', 'satisfied ok']);
  });

  it('tells of another date, and forgets what is no proof any more', async () => {
    const folder = await accepted();
    await folder.write('segur.yaml', PROJECT.replace('b,c', 'b,d').replace('2026-09-01', '2026-10-01'));
    assert.deepEqual(folder.states(), ['suspect changed', 'satisfied ok']);
    const { proofs } = folder.accept();
    assert.deepEqual({ ...proofs }, { added: [], changed: ['preuves/a.txt'], gone: ['preuves/c.txt'] });
  });

  it('is an error where it cannot be read, and then nothing is suspect', async () => {
    const folder = await accepted();
    await folder.write('preuves/c.txt', 'another');
    await folder.write(LOCK_FILE, '{ "version": 1, "proofs": [');
    assert.deepEqual(folder.codes(), [ProblemCode.LockUnreadable]);
    assert.deepEqual(folder.states(), ['satisfied ok', 'satisfied ok']);
    assert.equal(folder.trace.lock.exists, true);
    folder.fs.makeUnreadable(LOCK_FILE);
    await folder.trace.fileChanged(LOCK_FILE);
    // The scan could not read it either.
    assert.deepEqual(new Set(folder.codes()), new Set([ProblemCode.FileUnreadable]));
    assert.deepEqual(folder.errors, []);
  });

  it('asks for another look at the proofs only where something was accepted', async () => {
    const folder = await Folder.open(FILES);
    assert.equal(folder.outdated, 0);
    const locked = await accepted();
    const before = locked.outdated;
    locked.fs.write('preuves/a.txt', 'another');
    await locked.trace.fileChanged('preuves/a.txt');
    assert.equal(locked.outdated, before + 1);
    await locked.trace.fileChanged('src/a.ts');
    assert.equal(locked.outdated, before + 1);
  });

  it('is the same object as long as its text is the same, and is refused when it is no text', async () => {
    const fs = new MemoryFileSystem({ [LOCK_FILE]: writeLock(emptyLock()) });
    const file = new LockFile(fs);
    assert.equal(await file.read(), await file.read());
    fs.write(LOCK_FILE, new Uint8Array([0, 1, 2, 3, 0, 5]));
    assert.deepEqual(
      (await file.read()).problems.map(({ code }) => code),
      [ProblemCode.FileBinary],
    );
  });
});
