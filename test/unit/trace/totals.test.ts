import assert from 'node:assert/strict';
import type { RequirementState, Scope } from '../../../src/trace/model';
import { groupTotals, isSettled, settledCount, type CountedRow } from '../../../src/trace/totals';

const STATES: readonly RequirementState[] = [
  'satisfied',
  'partial',
  'missing',
  'suspect',
  'not-applicable',
  'accepted-gap',
];

interface Row extends CountedRow {
  readonly group?: string;
}

function row(state: RequirementState, group?: string, scope: Scope = 'applicable'): Row {
  return { state, scope, requirement: { nature: 'exigence' }, ...(group === undefined ? {} : { group }) };
}

// @segur ST.STA.02
describe('totals', () => {
  it('take what is satisfied or decided for settled, and nothing else', () => {
    assert.deepEqual(STATES.filter(isSettled), ['satisfied', 'not-applicable', 'accepted-gap']);
    const counts = { satisfied: 1, partial: 2, missing: 4, suspect: 8, 'not-applicable': 16, 'accepted-gap': 32 };
    assert.equal(settledCount(counts), 1 + 16 + 32);
  });

  it('call a chapter ready when all of its requirements in the profile are settled or recommendations', () => {
    const rows: Row[] = [
      row('satisfied', 'a'),
      row('not-applicable', 'a'),
      row('accepted-gap', 'a'),
      row('missing', 'a', 'out-of-profile'),
      { ...row('missing', 'a'), requirement: { nature: 'préconisation' } },
      row('satisfied', 'b'),
      row('partial', 'b', 'unknown'),
      row('missing', 'c', 'obsolete'),
      row('suspect'),
    ];
    assert.deepEqual(
      groupTotals(rows, ({ group }) => group).map(({ name, total, ready }) => [name, total, ready]),
      [
        ['a', 4, true],
        ['b', 2, false],
        ['', 1, false],
      ],
    );
  });
});
