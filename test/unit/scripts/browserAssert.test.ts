import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import browserAssert from '../../support/browserAssert';

/** Tests that run in the browser's host too, which is slow to start: what they lack there is better told here. */
function assertionsUsed(): Set<string> {
  const used = new Set<string>();
  for (const folder of ['vscode', 'several', 'web']) {
    for (const name of readdirSync(join(root, 'test', folder))) {
      if (name.endsWith('.ts') && !name.endsWith('.node.test.ts')) {
        const text = readFileSync(join(root, 'test', folder, name), 'utf8');
        [...text.matchAll(/\bassert\.([a-zA-Z]+)\(/gu)].forEach(([, word = '']) => used.add(word));
      }
    }
  }
  return used;
}

describe('assertions in browsers', () => {
  it('are all that the tests use', () => {
    const used = assertionsUsed();
    assert.ok(used.has('deepEqual'));
    assert.deepEqual(
      [...used].filter((word) => !(word in browserAssert)),
      [],
    );
  });

  it('hold and fail as Node’s do', () => {
    browserAssert.notDeepEqual({ a: [1] }, { a: [2] });
    assert.throws(() => browserAssert.notDeepEqual({ a: [1] }, { a: [1] }));
    browserAssert.deepEqual({ a: [1] }, { a: [1] });
    assert.throws(() => browserAssert.deepEqual({ a: [1] }, { a: [2] }));
  });
});
