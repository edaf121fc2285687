import assert from 'node:assert/strict';
import { agedProofs, periodOf } from '../../../../src/report/dashboard/proofAges';
import { dayNumber } from '../../../../src/evidence/calendar';
import { catalogOf, proofOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Un, needs: [proof] }
  - { id: A.02, title: Deux, needs: [proof] }
`);
const shared = { ...proofOf(['A.01', 'A.02'], 'ok', { date: '2026-01-02' }), expires: '2027-01-01' };
const sooner = { ...proofOf('A.02', 'expires-soon', { date: '2025-12-20' }), expires: '2026-12-19' };
const endless = proofOf('A.01', 'ok', { date: '2026-03-01' });
const undated = proofOf('A.01');

// @segur ST.OUT.05
describe('the ages of proofs', () => {
  const aged = agedProofs(traceOf(catalog, { proofs: [undated, endless, shared, sooner] }));

  it('put each proof once, those that end first before the others', () => {
    assert.deepEqual(
      aged.map(({ proof, requirements }) => [proof.entry.date, proof.expires, requirements.join()]),
      [
        ['2025-12-20', '2026-12-19', 'A.02'],
        ['2026-01-02', '2027-01-01', 'A.01,A.02'],
        ['2026-03-01', undefined, 'A.01'],
        [undefined, undefined, 'A.01'],
      ],
    );
  });

  it('span from the first day to the last that is spoken of, today included', () => {
    assert.deepEqual(periodOf(aged, '2027-06-01'), {
      first: dayNumber('2025-12-20'),
      last: dayNumber('2027-06-01'),
    });
    assert.equal(periodOf(aged.slice(-1), '2027-06-01'), undefined);
  });
});
