import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import { remFacts, shortRemFacts } from '../../../src/trace/remFacts';
import { catalogOf } from './fixtures';

function requirement(more: string) {
  const found = catalogOf(`requirements:\n  - { id: SC.FIC/A.01, ${more} }\n`).requirement('SC.FIC/A.01');
  assert.ok(found);
  return found;
}

const full = requirement(
  `title: Fictive, function: Fonction fictive, criticality: Majeure, status: Modifiée, perimeter: Vague 2, previous: non,
      comment: Fictif, rows: [3, 4], profiles: [{ rem: REM-FIC-DPI-Va2, profil: Général }, { dispositif: LGC, profil: Général }, { profil: IAM }]`,
);

describe('what the REM says of a requirement', () => {
  it('is told in the order of use, each profil once with where it is asked for', () => {
    assert.deepEqual(
      remFacts(full, english).map(({ label, value }) => `${label}=${value}`),
      [
        'Function=Fonction fictive',
        'Criticality=Majeure',
        'Status of publication=Modifiée',
        'Perimeter=Vague 2',
        'VA N-1=non',
        'Profil=Général (REM-FIC-DPI-Va2, LGC); IAM',
        'Comment=Fictif',
        'Rows of the REM=3, 4',
      ],
    );
  });

  it('is short where space is', () => {
    assert.equal(
      shortRemFacts(full, english),
      'Function: Fonction fictive · Criticality: Majeure · Status of publication: Modifiée · Profil: Général (REM-FIC-DPI-Va2, LGC); IAM · Rows of the REM: 3, 4',
    );
  });

  it('does not repeat a function that is the title for want of another, and has no end of rows', () => {
    const named = requirement(
      `function: Fonction fictive, rows: [${Array.from({ length: 30 }, (_, n) => n + 1).join(', ')}]`,
    );
    assert.deepEqual(
      remFacts(named, english).map(({ value }) => value),
      [`${Array.from({ length: 20 }, (_, n) => n + 1).join(', ')}, …`],
    );
    assert.deepEqual(remFacts(requirement('title: Fictive'), english), []);
  });
});
