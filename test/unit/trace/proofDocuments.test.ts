import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import type { Proof, ProofState } from '../../../src/evidence/model';
import { documentSections } from '../../../src/evidence/proofDocument';
import { lackingIn, unfinishedPlace } from '../../../src/trace/proofDocuments';
import { catalogOf, proofOf, rowOf, traceOf } from './fixtures';

const ID = 'SC.SSI/GEN.21';
const CATALOG = catalogOf(
  `requirements:\n  - { id: ${ID}, title: Sauvegarde, needs: [proof], checklist: [{ id: raci, text: Acteurs }, { id: plan, text: Plan }, { id: tests, text: Tests }] }\n`,
);

function documentOf(texts: Readonly<Record<string, string>>, state: ProofState = 'ok', covers: string[] = []): Proof {
  return {
    ...proofOf(ID, state, { covers }),
    documents: Object.entries(texts).map(([path, text]) => ({ path, sections: documentSections(text) })),
  };
}

const traced = (...proofs: Proof[]) => {
  const trace = traceOf(CATALOG, { proofs });
  return { row: rowOf(trace, ID), problems: trace.problems };
};

describe('the documents of a requirement', () => {
  it('tick the items of the checklist that their headings name and their text answers', () => {
    const { row } = traced(documentOf({ 'p/a.md': '## RACI\n\nTous.\n\n## Plan\n\nÀ compléter\n' }));
    assert.deepEqual(row.covered, ['raci']);
    assert.deepEqual(row.documents, [
      { path: 'p/a.md', answered: ['raci'], unfinished: [{ item: 'plan', line: 4 }], absent: ['tests'] },
    ]);
    assert.deepEqual(lackingIn(row, 'p/a.md'), ['plan', 'tests']);
    assert.deepEqual(unfinishedPlace(row, 'plan'), { path: 'p/a.md', line: 4 });
    assert.equal(unfinishedPlace(row, 'tests'), undefined);
  });

  it('share a checklist: what another one answers is not lacking', () => {
    const { row } = traced(
      documentOf({ 'p/a.md': '## RACI\n\nTous.\n' }),
      documentOf({ 'p/b.md': '## Plan\n\nUn plan.\n' }),
    );
    assert.deepEqual(row.covered, ['raci', 'plan']);
    assert.deepEqual(lackingIn(row, 'p/a.md'), ['tests']);
  });

  it('tick nothing while their proof does not hold', () => {
    assert.deepEqual(traced(documentOf({ 'p/a.md': '## RACI\n\nTous.\n' }, 'expired')).row.covered, []);
  });

  it('count along with what the entry claims', () => {
    const { row, problems } = traced(documentOf({ 'p/a.md': '## RACI\n\nTous.\n' }, 'ok', ['tests']));
    assert.deepEqual(row.covered, ['raci', 'tests']);
    assert.deepEqual(problems, []);
  });

  it('are told apart from what the entry claims where they say that it is unfinished', () => {
    const { row, problems } = traced(documentOf({ 'p/a.md': '## Tests\n\nTODO\n' }, 'ok', ['tests']));
    assert.deepEqual(row.covered, ['tests']);
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message.args]),
      [[ProblemCode.ProofUnfinishedItem, ['tests', 'p/a.md']]],
    );
  });

  it('lack nothing in particular where they speak of no item', () => {
    const { row } = traced(documentOf({ 'p/a.md': '# Formulaire\n\nRien de tel.\n' }));
    assert.deepEqual(lackingIn(row, 'p/a.md'), []);
    assert.deepEqual(lackingIn(row, 'p/b.md'), []);
  });

  it('are read once where several proofs name them', () => {
    const same = { 'p/a.md': '## RACI\n\nTous.\n' };
    assert.equal(traced(documentOf(same), documentOf(same)).row.documents.length, 1);
  });
});
