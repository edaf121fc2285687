import assert from 'node:assert/strict';
import { repositoryHref } from '../../../src/report/repositoryHref';

describe('repositoryHref', () => {
  const at = (url: string, file = 'src/a.ts', line?: number): string =>
    repositoryHref({ url, commit: 'c0ffee', folder: 'produit/' }, file, line);

  it('leads to a line as each host shows it', () => {
    assert.equal(at('https://github.com/o/r', 'src/a.ts', 7), 'https://github.com/o/r/blob/c0ffee/produit/src/a.ts#L7');
    assert.equal(
      at('https://gitlab.example.org/g/s/r.git', 'src/a.ts', 7),
      'https://gitlab.example.org/g/s/r/-/blob/c0ffee/produit/src/a.ts#L7',
    );
    assert.equal(
      at('https://bitbucket.org/o/r/', 'src/a.ts', 7),
      'https://bitbucket.org/o/r/src/c0ffee/produit/src/a.ts#lines-7',
    );
    assert.equal(
      at('https://codeberg.org/o/r', 'src/a.ts', 7),
      'https://codeberg.org/o/r/src/commit/c0ffee/produit/src/a.ts#L7',
    );
  });

  it('encodes what a path has, and leads to the file alone without a line', () => {
    assert.equal(
      at('https://github.com/o/r', 'é #?/a.ts'),
      'https://github.com/o/r/blob/c0ffee/produit/%C3%A9%20%23%3F/a.ts',
    );
  });
});
