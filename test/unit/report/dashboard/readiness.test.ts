import assert from 'node:assert/strict';
import { readinessCharts, stateOfNeed } from '../../../../src/report/dashboard/readiness';
import { catalogOf, decisionOf, proofOf, rowOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: X.A.01, title: Un, chapter: Accès, needs: [code, proof] }
  - { id: X.A.02, title: Deux, chapter: Accès, needs: [code] }
  - { id: X.B.01, title: Trois, chapter: Sauvegarde, needs: [proof] }
`);

// @segur ST.STA.02
describe('readiness', () => {
  const trace = traceOf(catalog, {
    files: { 'src/a.ts': '// @segur X.A.01\nexport function a() {}\n' },
    proofs: [proofOf('X.B.01')],
    decisions: [decisionOf('X.A.02')],
  });

  it('is told by chapter and by need, each need as though it stood alone', () => {
    const lines = readinessCharts(trace).flatMap(({ aspect, lines: own }) =>
      own.map(({ name, counts, total, ready }) => [
        aspect,
        name,
        counts.satisfied,
        counts.missing,
        counts.partial,
        counts['not-applicable'],
        total,
        ready,
      ]),
    );
    assert.deepEqual(
      lines.filter(([aspect]) => aspect !== 'family'),
      [
        ['chapter', 'Accès', 0, 0, 1, 1, 2, false],
        ['chapter', 'Sauvegarde', 1, 0, 0, 0, 1, true],
        ['need', 'code', 1, 0, 0, 1, 2, undefined],
        ['need', 'proof', 1, 1, 0, 0, 2, undefined],
      ],
    );
  });

  it('leaves out what nothing is told apart by', () => {
    const flat = traceOf(catalogOf('requirements:\n  - { id: REQ-1, title: Un, needs: [code] }\n'), {});
    assert.ok(readinessCharts(flat).every(({ aspect }) => aspect !== 'chapter'));
  });

  it('has no state of what is not needed', () => {
    assert.equal(stateOfNeed(rowOf(trace, 'X.B.01'), 'code'), undefined);
    assert.equal(stateOfNeed(rowOf(trace, 'X.A.01'), 'proof'), 'missing');
  });
});
