import assert from 'node:assert/strict';
import { withMovedRanges } from '../../../src/base/movedRanges';

const at = (line: number) => ({ start: { line, character: 1 }, end: { line, character: 3 } });

describe('ranges of an older text', () => {
  it('move with the lines that are still there', () => {
    const data = { first: at(0), list: [{ range: at(2), name: 'x' }], none: undefined };
    assert.deepEqual(withMovedRanges(data, 'a\nb\nc', 'a\nnew\nnewer\nb\nc'), {
      first: at(0),
      list: [{ range: at(4), name: 'x' }],
      none: undefined,
    });
    assert.deepEqual(withMovedRanges(data, 'a\nb\nc', 'a\nc').list[0]?.range, at(1));
  });

  it('stay in lines that changed', () => {
    const data = { range: at(1) };
    assert.equal(withMovedRanges(data, 'a\nb\nc', 'a\nB\nc'), data);
    assert.deepEqual(withMovedRanges(data, 'a\nb\nc', 'a\nB\nB\nc'), data);
  });
});
