import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { temporaryFolder } from './temporaryFolder';

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

// @segur ST.TRU.01
describe('NodeFileSystem', () => {
  it('reads files and tells their size', async () => {
    const fs = new NodeFileSystem(temporaryFolder({ "d'été/a b.txt": 'hé' }));
    assert.equal(text(await fs.read("d'été/a b.txt")), 'hé');
    assert.equal((await fs.stat("d'été/a b.txt"))?.size, 3);
  });

  it('has nothing where there is no file', async () => {
    const fs = new NodeFileSystem(temporaryFolder({ 'd/a': 'x' }));
    for (const path of ['none', 'd/none', 'd/a/deeper', 'd', 'x\0y']) {
      assert.equal(await fs.read(path), undefined, path);
    }
    assert.equal(await fs.stat('none'), undefined);
  });

  it('reaches nothing outside the folder, by path or by link', async () => {
    const outside = temporaryFolder({ secret: 'x', 'd/deep': 'x' });
    const root = temporaryFolder({ a: 'x', 'in/b': 'x' });
    symlinkSync(join(outside, 'secret'), join(root, 'link'));
    symlinkSync(join(outside, 'd'), join(root, 'folder'));
    symlinkSync('in', join(root, 'inner'));
    const fs = new NodeFileSystem(root);
    for (const path of [
      `../${outside.split('/').at(-1) ?? ''}/secret`,
      join(outside, 'secret'),
      'link',
      'folder/deep',
    ]) {
      assert.equal(await fs.read(path), undefined, path);
      assert.equal(await fs.stat(path), undefined, path);
    }
    assert.deepEqual(await fs.glob('**'), ['a', 'in/b']);
    assert.deepEqual(await fs.glob('folder/**'), []);
    assert.deepEqual(await fs.glob('../**'), []);
  });

  it('follows links to files inside the folder, and ends on loops', async () => {
    const root = temporaryFolder({ 'd/a': 'x' });
    symlinkSync('d/a', join(root, 'alias'));
    symlinkSync('loop', join(root, 'loop'));
    symlinkSync('..', join(root, 'd/up'));
    const fs = new NodeFileSystem(root);
    assert.equal(text(await fs.read('alias')), 'x');
    assert.equal(await fs.read('loop'), undefined);
    assert.deepEqual(await fs.glob('**'), ['alias', 'd/a']);
  });

  it('lists what git ignores, but neither .git nor node_modules', async () => {
    const fs = new NodeFileSystem(
      temporaryFolder({
        '.gitignore': 'preuves/\n',
        'preuves/b.pdf': 'x',
        'preuves/.c.pdf': 'x',
        '.git/x.pdf': 'x',
        'node_modules/p/x.pdf': 'x',
      }),
    );
    assert.deepEqual(await fs.glob('**/*.pdf'), ['preuves/.c.pdf', 'preuves/b.pdf']);
  });

  it('sees files that came after the last question', async () => {
    const root = temporaryFolder({ 'a.pdf': 'x' });
    const fs = new NodeFileSystem(root);
    assert.deepEqual(await fs.glob('*.pdf'), ['a.pdf']);
    symlinkSync('a.pdf', join(root, 'b.pdf'));
    assert.deepEqual(await fs.glob('*.pdf'), ['a.pdf', 'b.pdf']);
  });
});
