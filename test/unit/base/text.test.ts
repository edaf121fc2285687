import assert from 'node:assert/strict';
import { detached } from '../../../src/base/text';

describe('a detached text', () => {
  it('is the same text', () => {
    const texts = ['', 'a', 'é', '\ud800', 'x'.repeat(12), 'x'.repeat(13), 'longer than any short cut, 😀'];
    assert.deepEqual(texts.map(detached), texts);
  });
});
