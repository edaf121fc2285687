import assert from 'node:assert/strict';
import { catalogOf, decisionOf, proofOf, rowOf, traceOf } from './fixtures';

const CODE = '// @segur SC.SSI/GEN.18\nrun();\n';

interface Case {
  readonly needs: string;
  readonly source?: string;
  readonly test?: string;
  readonly proofs?: Parameters<typeof traceOf>[1];
  readonly more?: string;
}

function judged({ needs, source = '', test = '', proofs, more = '' }: Case) {
  const catalog = catalogOf(`requirements:\n  - { id: SC.SSI/GEN.18, title: Un, needs: [${needs}]${more} }\n`);
  const trace = traceOf(catalog, { files: { 'src/a.ts': source, 'test/a.ts': test }, ...proofs });
  const row = rowOf(trace, 'SC.SSI/GEN.18');
  return { state: row.state, gaps: row.gaps.map((gap) => gap.kind), row };
}

// @segur ST.STA.01
describe('the state of a requirement', () => {
  it('is missing while nothing stands for any need', () => {
    assert.deepEqual(pick(judged({ needs: 'code, test, proof' })), ['missing', ['no-code', 'no-test', 'no-proof']]);
  });

  it('is partial while some needs are met', () => {
    assert.deepEqual(pick(judged({ needs: 'code, test', source: CODE })), ['partial', ['no-test']]);
  });

  it('is satisfied when every need is met', () => {
    const proofs = { proofs: [proofOf('SC.SSI/GEN.18')] };
    assert.deepEqual(pick(judged({ needs: 'code, test, proof', source: CODE, test: CODE, proofs })), ['satisfied', []]);
  });

  it('is partial with code that implements it in part only', () => {
    assert.deepEqual(pick(judged({ needs: 'code', source: CODE.replace('@segur', '@segur partial') })), [
      'partial',
      ['only-partial-code'],
    ]);
  });

  it('is partial while something is left to do, even when the rest is there', () => {
    const source = `${CODE}// @segur todo SC.SSI/GEN.18\nstop();\n`;
    assert.deepEqual(pick(judged({ needs: 'code', source })), ['partial', ['todo']]);
  });

  it('takes nothing but code in part for code in part, and what is written twice once', () => {
    const twice = (verb: string): string => `// @segur ${verb} SC.SSI/GEN.18\n`.repeat(2);
    const source = `${twice('partial')}run();\n${twice('todo')}stop();\n`;
    assert.deepEqual(pick(judged({ needs: 'code', source })), ['partial', ['only-partial-code', 'todo']]);
  });

  it('is suspect when a link was read at another revision, earlier or later', () => {
    for (const revision of ['2025', '2027']) {
      assert.deepEqual(
        pick(judged({ needs: 'code', source: CODE.replace('18', `18~${revision}`) })),
        ['suspect', ['link-state']],
        revision,
      );
    }
  });

  it('does not count a proof that fell away, and says so', () => {
    for (const state of ['missing', 'empty', 'expired'] as const) {
      assert.deepEqual(pick(judged({ needs: 'proof', proofs: { proofs: [proofOf('SC.SSI/GEN.18', state)] } })), [
        'partial',
        ['no-proof', 'proof-state'],
      ]);
    }
  });

  it('is suspect when a proof changed since it was reviewed', () => {
    assert.equal(
      judged({ needs: 'proof', proofs: { proofs: [proofOf('SC.SSI/GEN.18', 'changed')] } }).state,
      'suspect',
    );
  });

  it('counts a proof that expires soon', () => {
    assert.equal(
      judged({ needs: 'proof', proofs: { proofs: [proofOf('SC.SSI/GEN.18', 'expires-soon')] } }).state,
      'satisfied',
    );
  });

  it('asks for each proof that the scenarios expect', () => {
    const more =
      ', scenarios: [{ id: SC.SSI/GEN.18.01, proofs: [{ id: SC.SSI/GEN.18.01.01, kind: capture, text: A }, { id: SC.SSI/GEN.18.01.02, kind: video, text: B }] }]';
    const gapsWith = (...ids: string[]) =>
      judged({ needs: 'proof', more, proofs: { proofs: ids.map((id) => proofOf(id)) } }).row.gaps.map((gap) =>
        gap.kind === 'expected-proof' ? gap.id : gap.kind,
      );
    assert.deepEqual(gapsWith(), ['SC.SSI/GEN.18.01.01', 'SC.SSI/GEN.18.01.02']);
    assert.deepEqual(gapsWith('SC.SSI/GEN.18.01.02'), ['SC.SSI/GEN.18.01.01']);
    assert.deepEqual(gapsWith('SC.SSI/GEN.18.01'), [], 'a proof for the scenario answers all of its proofs');
    assert.deepEqual(gapsWith('SC.SSI/GEN.18'), [], 'a proof for the whole requirement answers all of them');
  });

  it('asks for an expected proof that has no id by its words', () => {
    const more = ', scenarios: [{ id: SC.SSI/GEN.18.01, proofs: [{ kind: capture, text: A }] }]';
    assert.deepEqual(judged({ needs: 'proof', more }).row.gaps, [
      { kind: 'expected-proof', proofKind: 'capture', text: 'A' },
    ]);
    const proofs = { proofs: [proofOf('SC.SSI/GEN.18.01')] };
    assert.deepEqual(judged({ needs: 'proof', more, proofs }).row.gaps, []);
  });

  it('tells which points of the checklist a holding proof covers, in the checklist’s order', () => {
    const more = ', checklist: [{ id: a, text: A }, { id: b, text: B }, { id: c, text: C }]';
    const proofs = [
      proofOf('SC.SSI/GEN.18', 'ok', { covers: ['c', 'a', 'nowhere'] }),
      proofOf('SC.SSI/GEN.18', 'expired', { covers: ['b'] }),
    ];
    assert.deepEqual(judged({ needs: 'proof', more, proofs: { proofs } }).row.covered, ['a', 'c']);
  });

  it('is what a current decision says, without gaps', () => {
    for (const status of ['not-applicable', 'accepted-gap'] as const) {
      const decisions = [decisionOf('SC.SSI/GEN.18', { status, expires: '2026-11-23' })];
      assert.deepEqual(pick(judged({ needs: 'code', proofs: { decisions } })), [status, []]);
    }
  });

  it('is not what an expired decision says: that is a gap more', () => {
    const decisions = [decisionOf('SC.SSI/GEN.18', { expires: '2026-11-22' })];
    const result = judged({ needs: 'code', proofs: { decisions } });
    assert.deepEqual(pick(result), ['missing', ['no-code', 'decision-expired']]);
    assert.equal(result.row.decision, undefined);
  });

  it('is not what decisions that contradict each other say', () => {
    const decisions = [decisionOf('SC.SSI/GEN.18'), decisionOf('SC.SSI/GEN.18', { status: 'accepted-gap' })];
    const result = judged({ needs: 'code', proofs: { decisions } });
    assert.equal(result.state, 'missing');
    assert.equal(result.row.decision, undefined);
  });
});

function pick({ state, gaps }: { state: string; gaps: string[] }): [string, string[]] {
  return [state, gaps];
}
