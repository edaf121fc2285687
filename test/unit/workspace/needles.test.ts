import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Needles, searchBytes } from '../../../src/workspace/needles';

describe('searchBytes', () => {
  it('finds what Buffer finds', () => {
    const bytes = fc.uint8Array({ max: 3, maxLength: 20 });
    fc.assert(
      fc.property(bytes, fc.uint8Array({ max: 3, maxLength: 4 }), (haystack, needle) => {
        assert.equal(searchBytes(haystack, needle), Buffer.from(haystack).includes(Buffer.from(needle)));
      }),
    );
  });
});

describe('Needles', () => {
  it('finds a word in every encoding that a file may have', () => {
    const needles = new Needles(['@ségur', 'SSI/']);
    const text = 'int x; // @ségur X';
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, 'latin1'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
    ]) {
      assert.ok(needles.foundIn(bytes));
    }
    assert.ok(needles.foundIn(Buffer.from('SSI/GEN')));
    assert.ok(!needles.foundIn(Buffer.from('int x; // @segur')));
  });
});
