import assert from 'node:assert/strict';
import { blockedChapters } from '../../../../src/report/dashboard/firstGaps';
import { catalogOf, decisionOf, proofOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Un, chapter: Loin, needs: [code, test, proof] }
  - { id: A.02, title: Deux, chapter: Loin, needs: [proof] }
  - { id: B.01, title: Trois, chapter: Près, needs: [proof] }
  - { id: B.02, title: Quatre, chapter: Près, needs: [code], nature: préconisation }
  - { id: C.01, title: Cinq, chapter: Prêt, needs: [proof] }
  - { id: D.01, title: Six, chapter: Décidé, needs: [proof] }
`);

// @segur ST.OUT.05
describe('the gaps to close first', () => {
  it('are those of the chapter with the fewest, and in it of the requirement with the fewest', () => {
    const trace = traceOf(catalog, { proofs: [proofOf('C.01')], decisions: [decisionOf('D.01')] });
    assert.deepEqual(
      blockedChapters(trace).map(({ name, rows, gaps }) => [name, gaps, rows.map(({ requirement }) => requirement.id)]),
      [
        ['Près', 1, ['B.01']],
        ['Loin', 4, ['A.02', 'A.01']],
      ],
    );
  });
});
