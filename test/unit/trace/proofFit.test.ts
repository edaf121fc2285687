import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import type { ProofEntry, ProofState } from '../../../src/evidence/model';
import { documentSections } from '../../../src/evidence/proofDocument';
import { scaffold } from '../../../src/report/scaffold/scaffold';
import { catalogOf, proofOf, rowOf, tracerOf, traceOf } from './fixtures';

const ID = 'SC.SSI/GEN.18';

interface Case {
  readonly entry: Partial<ProofEntry>;
  readonly edition?: string;
  readonly origin?: string;
  readonly product?: string;
  readonly state?: ProofState;
}

function judged({ entry, edition = '2026', origin = 'imported', product, state = 'ok' }: Case) {
  const catalog = catalogOf(
    `requirements:\n  - { id: ${ID}, title: Un, needs: [proof], origin: ${origin} }\n`,
    edition,
  );
  const trace = traceOf(catalog, {
    proofs: [proofOf(ID, state, entry)],
    ...(product === undefined ? {} : { product: { version: product } }),
  });
  const row = rowOf(trace, ID);
  return {
    state: row.proofs[0]?.state,
    row,
    codes: trace.problems.map(({ code }) => code),
    problems: trace.problems,
  };
}

// @segur ST.PRF.07
describe('proofs of another edition or version', () => {
  const editions: readonly [written: string | undefined, current: string, ProofState][] = [
    [undefined, '2026-02', 'ok'],
    ['2026-02', '2026-02', 'ok'],
    ['2026-02', 'REM-MS-DUI-Va2 2026-02', 'ok'],
    ['rem ms dui va2 2026-02', 'REM-MS-DUI-Va2 2026-02', 'ok'],
    ['REM-MS-DUI-Va2 2026-2', 'REM-MS-DUI-Va2 2026-02', 'ok'],
    ['2025-02', '2026-02', 'wrong-edition'],
    ['2026-03', 'REM-MS-DUI-Va2 2026-02', 'wrong-edition'],
    ['REM-MS-PA-Va2 2026-02', 'REM-MS-DUI-Va2 2026-02', 'wrong-edition'],
  ];
  for (const [written, current, expected] of editions) {
    it(`${String(written)} beside the edition ${current} is ${expected}`, () => {
      const { state } = judged({ entry: written === undefined ? {} : { edition: written }, edition: current });
      assert.equal(state, expected);
    });
  }

  it('does not compare the edition of a REM with requirements that no REM brought', () => {
    assert.equal(judged({ entry: { edition: 'REM-MS-DUI-Va2 2026-02' }, origin: 'cited' }).state, 'ok');
    assert.equal(judged({ entry: { edition: '2025-11' }, origin: 'cited' }).state, 'wrong-edition');
  });

  const versions: readonly [written: string | undefined, current: string | undefined, ProofState][] = [
    [undefined, '4.2.0', 'ok'],
    ['4.2.0', undefined, 'ok'],
    ['4.2.0', '4.2.0', 'ok'],
    ['v4.2.0', '4.2.0', 'ok'],
    ['4.2', '4.2.1', 'ok'],
    ['4', '4.2.1', 'ok'],
    ['4.2.0', '4.2', 'wrong-version'],
    ['4.1', '4.2.1', 'wrong-version'],
    ['4.2', '4.20.1', 'wrong-version'],
    ['4.2.0-rc1', '4.2.0', 'wrong-version'],
    ['???', '4.2.0', 'wrong-version'],
  ];
  for (const [written, current, expected] of versions) {
    it(`version ${String(written)} of a product at ${String(current)} is ${expected}`, () => {
      const entry = written === undefined ? {} : { version: written };
      assert.equal(judged({ entry, ...(current === undefined ? {} : { product: current }) }).state, expected);
    });
  }

  it('makes the requirement suspect, without a claim that there is no proof', () => {
    const { row, problems } = judged({ entry: { version: '4.1' }, product: '4.2.0' });
    assert.equal(row.state, 'suspect');
    assert.deepEqual(
      row.gaps.map(({ kind }) => kind),
      ['proof-state'],
    );
    assert.deepEqual(row.needs, [{ need: 'proof', met: true }]);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [[ProblemCode.ProofWrongVersion, 'warning']],
    );
    assert.deepEqual(problems[0]?.message.args, [ID, '4.1', '4.2.0']);
  });

  it('says the edition first where both are others', () => {
    const { state, codes } = judged({ entry: { edition: '2020', version: '1' }, product: '2' });
    assert.equal(state, 'wrong-edition');
    assert.deepEqual(codes, [ProblemCode.ProofWrongEdition]);
  });

  it('leaves a proof alone that does not hold for another reason', () => {
    const { state, codes } = judged({ entry: { version: '1' }, product: '2', state: 'missing' });
    assert.equal(state, 'missing');
    assert.deepEqual(codes, []);
  });

  it('is judged for each requirement of a proof, with one warning', () => {
    const catalog = catalogOf(
      'requirements:\n  - { id: SC.SSI/GEN.18, title: Un, needs: [proof], revision: "2" }\n  - { id: SC.SSI/GEN.21, title: Deux, needs: [proof], revision: "1" }\n',
    );
    const trace = traceOf(catalog, { proofs: [proofOf(['SC.SSI/GEN.18', 'SC.SSI/GEN.21'], 'ok', { edition: '1' })] });
    assert.equal(rowOf(trace, 'SC.SSI/GEN.18').proofs[0]?.state, 'wrong-edition');
    assert.equal(rowOf(trace, 'SC.SSI/GEN.21').proofs[0]?.state, 'ok');
    assert.deepEqual(
      trace.problems.map(({ message }) => message.args),
      [['SC.SSI/GEN.18', '1', '2']],
    );
  });

  it('is judged anew when the product gets another version', () => {
    const catalog = catalogOf(`requirements:\n  - { id: ${ID}, title: Un, needs: [proof] }\n`);
    const proofs = [proofOf(ID, 'ok', { version: '4.2' })];
    const tracer = tracerOf(catalog, { proofs, product: { version: '4.2.0' } });
    assert.equal(rowOf(tracer.trace(), ID).state, 'satisfied');
    tracer.setProduct({ version: '4.3.0' });
    assert.deepEqual([...tracer.setEvidence({ proofs, decisions: [] })], [ID]);
    assert.equal(rowOf(tracer.trace(), ID).state, 'suspect');
  });
});

describe('documents that are hardly begun', () => {
  const begun = (id: string, more = '') => {
    const catalog = catalogOf(`requirements:\n  - { id: ${id}, title: Un, needs: [proof]${more} }\n`);
    const draft = (kind: 'documentation' | 'attestation') =>
      scaffold(rowOf(traceOf(catalog), id), kind, { product: {}, today: '2026-11-23' }).text;
    const stateOf = (text: string) => {
      const proof = { ...proofOf(id), documents: [{ path: 'preuves/a.pdf', sections: documentSections(text) }] };
      return rowOf(traceOf(catalog, { proofs: [proof] }), id);
    };
    return { draft, stateOf };
  };

  it('prove nothing: as our scaffolds begin them they are empty', () => {
    for (const more of ['', ', checklist: [{ id: raci, text: Acteurs }, { id: plan, text: Plan }]']) {
      const { draft, stateOf } = begun(ID, more);
      for (const kind of ['documentation', 'attestation'] as const) {
        const row = stateOf(draft(kind));
        assert.deepEqual([row.proofs[0]?.state, row.state], ['empty', 'partial']);
      }
    }
  });

  it('prove something once an item of the checklist is answered, or nothing is left to complete', () => {
    const listed = begun(ID, ', checklist: [{ id: raci, text: Acteurs }, { id: plan, text: Plan }]');
    assert.equal(listed.stateOf('## RACI\n\nTous.\n\n## Plan\n\nÀ compléter\n').state, 'satisfied');
    assert.equal(begun(ID).stateOf('# Un\n\nÉcrit.\n').state, 'satisfied');
  });
});
