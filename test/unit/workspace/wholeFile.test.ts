import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { copyToNewFile, partOf, writeNewFile, writeWholeFile } from '../../../src/workspace/wholeFile.node';
import { temporaryFolder } from './temporaryFolder';

// @segur ST.TRU.06
describe('writing a file whole', () => {
  it('makes the folders that are missing, and leaves nothing beside', async () => {
    const folder = temporaryFolder();
    await writeWholeFile(join(folder, 'a/b/c.txt'), 'é');
    await writeWholeFile(join(folder, 'a/b/c.txt'), new Uint8Array([65, 66]));
    assert.equal(readFileSync(join(folder, 'a/b/c.txt'), 'utf8'), 'AB');
    assert.deepEqual(readdirSync(join(folder, 'a/b')), ['c.txt']);
  });

  it('keeps the rights of a file, and writes where a link leads', async () => {
    const folder = temporaryFolder({ 'real/a.txt': 'old' });
    chmodSync(join(folder, 'real/a.txt'), 0o640);
    symlinkSync('real/a.txt', join(folder, 'link.txt'));
    await writeWholeFile(join(folder, 'link.txt'), 'new');
    assert.ok(lstatSync(join(folder, 'link.txt')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'real/a.txt'), 'utf8'), 'new');
    assert.equal(statSync(join(folder, 'real/a.txt')).mode & 0o777, 0o640);
  });

  it('never writes through a link that waits under the name of the part', async () => {
    const folder = temporaryFolder({ 'victim.txt': 'mine' });
    const path = join(folder, 'a.txt');
    symlinkSync(join(folder, 'victim.txt'), partOf(path));
    await writeWholeFile(path, 'new');
    await writeNewFile(join(folder, 'b.txt'), 'new');
    assert.equal(readFileSync(join(folder, 'victim.txt'), 'utf8'), 'mine');
    assert.equal(readFileSync(path, 'utf8'), 'new');
  });

  it('leaves the old file, and nothing beside, when it fails', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.txt'));
    await assert.rejects(writeWholeFile(join(folder, 'a.txt'), 'new'));
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  });

  it('removes what was left behind long ago, of the same file alone', async () => {
    const folder = temporaryFolder({ '.a.txt.1.part': 'half', '.a.txt.2.part': 'half', '.b.txt.1.part': 'half' });
    const longAgo = new Date(Date.now() - 3_600_000);
    ['.a.txt.1.part', '.b.txt.1.part'].forEach((name) => utimesSync(join(folder, name), longAgo, longAgo));
    await writeWholeFile(join(folder, 'a.txt'), 'new');
    assert.deepEqual(readdirSync(folder).sort(), ['.a.txt.2.part', '.b.txt.1.part', 'a.txt']);
  });

  it('never replaces a file that should be new', async () => {
    const folder = temporaryFolder({ 'a.txt': 'old', 'b.txt': 'copied' });
    await assert.rejects(writeNewFile(join(folder, 'a.txt'), 'new'), { code: 'EEXIST' });
    await assert.rejects(copyToNewFile(join(folder, 'b.txt'), join(folder, 'a.txt')), { code: 'EEXIST' });
    await copyToNewFile(join(folder, 'b.txt'), join(folder, 'c.txt'));
    await writeNewFile(join(folder, 'd/e.txt'), 'new');
    assert.deepEqual(readdirSync(folder).sort(), ['a.txt', 'b.txt', 'c.txt', 'd']);
    writeFileSync(join(folder, 'c.txt'), 'changed');
    assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), 'copied');
  });
});
