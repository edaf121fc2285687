import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byPlace, mergeByPlace } from '../../../src/trace/byPlace';

const placed = fc
  .record({ file: fc.constantFrom('a', 'a/b', 'b', 'é'), line: fc.nat({ max: 4 }), isWhole: fc.boolean() })
  .map(({ file, line, isWhole }) => {
    const place = { line, character: 0 };
    return isWhole ? { file } : { file, range: { start: place, end: place } };
  });

describe('problems by place', () => {
  it('are merged as they would be sorted', () => {
    fc.assert(
      fc.property(fc.array(placed), fc.array(placed, { maxLength: 5 }), (left, right) => {
        const [many, few] = [left.sort(byPlace), right.sort(byPlace)];
        assert.deepEqual(mergeByPlace(many, few), [...many, ...few].sort(byPlace));
      }),
    );
  });
});
