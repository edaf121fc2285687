import assert from 'node:assert/strict';
import { weighDecisions } from '../../../src/evidence/decisions';
import type { Decision } from '../../../src/evidence/model';
import { ProblemCode } from '../../../src/base/problem';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

function decision(fields: Partial<Decision>): Decision {
  return { for: ['A'], status: 'not-applicable', reason: 'r', range: RANGE, forRanges: [RANGE], ...fields };
}

function weigh(decisions: Decision[], today = '2026-11-23') {
  const { current, expired, problems } = weighDecisions(decisions, today, (raw) => (raw === '?' ? [] : [raw]));
  return { current, expired, codes: problems.map(({ code }) => code) };
}

// @segur ST.PRF.03
describe('weighDecisions', () => {
  it('lets a decision count for every requirement it names', () => {
    const both = decision({ for: ['A', 'B'] });
    const { current, codes } = weigh([both]);
    assert.deepEqual(
      [...current],
      [
        ['A', both],
        ['B', both],
      ],
    );
    assert.deepEqual(codes, []);
  });

  it('ends a decision after its last day, and says so', () => {
    const ended = decision({ expires: '2026-11-22' });
    const { current, expired, codes } = weigh([ended]);
    assert.equal(current.size, 0);
    assert.equal(expired.get('A'), ended);
    assert.deepEqual(codes, [ProblemCode.DecisionExpired]);
    assert.equal(weigh([decision({ expires: '2026-11-23' })]).current.size, 1);
  });

  it('lets the newest of several agreeing decisions count', () => {
    const newer = decision({ date: '2026-05-01', reason: 'new' });
    const { current, codes } = weigh([newer, decision({ date: '2026-01-01' })]);
    assert.equal(current.get('A'), newer);
    assert.deepEqual(codes, []);
  });

  it('lets neither of two contradictory decisions count', () => {
    const { current, codes } = weigh([decision({}), decision({ status: 'accepted-gap' })]);
    assert.equal(current.size, 0);
    assert.deepEqual(codes, [ProblemCode.DecisionConflict]);
  });

  it('does not take an ended decision for a contradiction', () => {
    const now = decision({ status: 'accepted-gap' });
    const { current, expired, codes } = weigh([decision({ expires: '2026-01-01' }), now]);
    assert.equal(current.get('A'), now);
    assert.equal(expired.size, 0);
    assert.deepEqual(codes, [ProblemCode.DecisionExpired]);
  });

  it('leaves out ids that no requirement answers to', () => {
    assert.equal(weigh([decision({ for: ['?'] })]).current.size, 0);
  });

  it('announces the end of a decision thirty days ahead, on its last day too', () => {
    const soon = (expires: string) => weigh([decision({ expires })]).codes;
    assert.deepEqual(soon('2026-12-23'), [ProblemCode.DecisionExpiresSoon]);
    assert.deepEqual(soon('2026-11-23'), [ProblemCode.DecisionExpiresSoon]);
    assert.deepEqual(soon('2026-12-24'), []);
  });
});
