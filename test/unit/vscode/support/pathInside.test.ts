import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { pathInside } from '../../../../src/vscode/support/pathInside';

function uri(path: string, scheme = 'file', authority = ''): Pick<Uri, 'scheme' | 'authority' | 'path'> {
  return { scheme, authority, path };
}

// @segur ST.TRU.01
describe('pathInside', () => {
  it('is the way from a folder to what it holds', () => {
    assert.equal(pathInside(uri('/a/b'), uri('/a/b/c/d.ts')), 'c/d.ts');
    assert.equal(pathInside(uri('/a/b/'), uri('/a/b/c/')), 'c');
    assert.equal(pathInside(uri('/'), uri('/c')), 'c');
  });

  it('is undefined for the folder itself and for what is not inside it', () => {
    assert.equal(pathInside(uri('/a/b'), uri('/a/b')), undefined);
    assert.equal(pathInside(uri('/a/b/'), uri('/a/b/')), undefined);
    assert.equal(pathInside(uri('/a/b'), uri('/a/bc/d')), undefined);
    assert.equal(pathInside(uri('/a/b'), uri('/a')), undefined);
    assert.equal(pathInside(uri('/a'), uri('/a/b', 'memfs')), undefined);
    assert.equal(pathInside(uri('/a'), uri('/a/b', 'file', 'host')), undefined);
  });
});
