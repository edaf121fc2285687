import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { pathIn } from '../../../src/workspace/pathIn.node';

const folder = resolve('/work/folder');

describe('pathIn', () => {
  for (const [what, place, path] of [
    ['the folder itself', folder, ''],
    ['a file in it', join(folder, 'a', 'b.zip'), 'a/b.zip'],
    ['a file in a folder whose name begins with two dots', join(folder, '..x', 'b.zip'), '..x/b.zip'],
    ['the folder above', join(folder, '..'), undefined],
    ['a file above', join(folder, '..', 'b.zip'), undefined],
    ['a folder beside whose name begins alike', `${folder}er`, undefined],
  ] as const) {
    it(`tells ${what}`, () => {
      assert.equal(pathIn(folder, place), path);
    });
  }

  it('tells a file with a colon in its name', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    assert.equal(pathIn(folder, join(folder, 'a:b.zip')), 'a:b.zip');
  });
});
