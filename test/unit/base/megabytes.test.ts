import assert from 'node:assert/strict';
import { megabytes } from '../../../src/base/megabytes';

describe('a size in megabytes', () => {
  it('is written as the language writes numbers', () => {
    assert.equal(megabytes(1_234_560_000, 'en'), '1,234.6');
    assert.equal(megabytes(1_234_560_000, 'fr'), '1\u00a0234,6');
    assert.equal(megabytes(0, 'fr'), '0,0');
  });
});
