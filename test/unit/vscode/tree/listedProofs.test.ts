import assert from 'node:assert/strict';
import { listedProofs } from '../../../../src/vscode/tree/listedProofs';
import { proofOf } from '../../trace/fixtures';

const files = (count: number) => Array.from({ length: count }, (_, n) => ({ path: `p/${n}.png`, size: 1 }));
const of = (count: number) => ({ ...proofOf('REQ-1'), files: files(count) });

describe('the proofs under a requirement', () => {
  it('are listed file by file, up to so many files, each proof with one at least', () => {
    const shown = (...counts: number[]) =>
      listedProofs(counts.map(of), 5).map(({ index, files: listed, more }) => [index, listed.length, more]);
    assert.deepEqual(shown(2, 0, 3), [
      [0, 2, 0],
      [1, 0, 0],
      [2, 3, 0],
    ]);
    assert.deepEqual(shown(10_000, 2, 0), [
      [0, 5, 9995],
      [1, 1, 1],
      [2, 0, 0],
    ]);
  });
});
