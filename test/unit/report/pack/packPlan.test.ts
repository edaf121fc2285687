import assert from 'node:assert/strict';
import { english } from '../../../../src/base/message';
import type { Proof } from '../../../../src/evidence/model';
import type { PackOptions } from '../../../../src/report/pack/packModel';
import { packChapters, planPack } from '../../../../src/report/pack/packPlan';
import { catalogOf, proofOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - id: REQ/A.1
    title: Sauvegarde
    chapter: Sécurité
    needs: [proof]
    scenarios:
      - id: REQ/A.1.01
        proofs: [{ id: REQ/A.1.01.01, kind: capture, text: Écran }]
  - { id: REQ/A.2, title: Restauration <b>, chapter: Sécurité, needs: [proof] }
  - { id: REQ/B.1, title: Comptes, chapter: Accès, needs: [code] }
  - { id: REQ/B.2, title: Confort, chapter: Accès, needs: [code], nature: préconisation }
`);

function proof(id: string | readonly string[], paths: readonly string[], state: Proof['state'] = 'ok'): Proof {
  return { ...proofOf(id, state), files: paths.map((path) => ({ path, size: 3 })) };
}

function plan(proofs: readonly Proof[], more: Partial<PackOptions> = {}) {
  return planPack(traceOf(catalog, { proofs }), catalog, { t: english, language: 'en', version: '1.2.3', ...more });
}

const proofPaths = (proofs: readonly Proof[]): string[] =>
  plan(proofs).files.flatMap(({ path, role }) => (role === 'proof' ? [path] : []));

// @segur ST.PCK.01, ST.PCK.03
describe('the plan of an evidence pack', () => {
  it('has a folder for each requirement in its chapter, and names proofs by the id they were declared for', () => {
    assert.deepEqual(
      proofPaths([proof('REQ/A.1.01.01', ['preuves/Écran 1.PNG']), proof('REQ/A.2', ['preuves/plan.pdf'])]),
      ['01-Securite/REQ-A.1/REQ-A.1.01.01_Ecran-1.png', '01-Securite/REQ-A.2/REQ-A.2_plan.pdf'],
    );
  });

  it('gives each requirement its own copy of a form that serves several', () => {
    const { files } = plan([proof(['REQ/A.1', 'REQ/B.1'], ['form.xlsx'])]);
    const copies = files.filter(({ role }) => role === 'proof');
    assert.deepEqual(
      copies.map(({ path }) => path),
      ['01-Securite/REQ-A.1/REQ-A.1_form.xlsx', '02-Acces/REQ-B.1/REQ-B.1_form.xlsx'],
    );
    assert.deepEqual(copies[0]?.requirements, ['REQ/A.1', 'REQ/B.1']);
    assert.equal(copies[1]?.original, 'form.xlsx');
  });

  it('keeps two proofs of one name apart', () => {
    assert.deepEqual(proofPaths([proof('REQ/A.2', ['a/x.pdf', 'b/X.pdf'])]), [
      '01-Securite/REQ-A.2/REQ-A.2_x.pdf',
      '01-Securite/REQ-A.2/REQ-A.2_X-2.pdf',
    ]);
  });

  it('says on page one how to begin where there is neither a proof nor a decision', () => {
    const pageOne = (proofs: readonly Proof[]): string => {
      const page = plan(proofs).files.find(({ path }) => path === '00-sommaire.html');
      return page !== undefined && 'content' in page ? String(page.content) : '';
    };
    assert.match(pageOne([]), /the pack holds the matrix alone\. Declare proofs and decisions in segur\.yaml/u);
    assert.doesNotMatch(pageOne([proof('REQ/A.1', ['a.pdf'])]), /the matrix alone/u);
  });

  it('leaves out proofs that would be sent back, and says on page one what is missing', () => {
    const made = plan([proof('REQ/A.2', ['old.xlsx'], 'expired'), proof('REQ/A.1', ['new.png'], 'expires-soon')]);
    assert.deepEqual(
      made.files.map(({ path }) => path),
      [
        '00-sommaire.html',
        '01-Securite/REQ-A.1/REQ-A.1_new.png',
        'LISEZ-MOI.txt',
        'matrice/matrice.csv',
        'matrice/matrice.html',
        'matrice/matrice.json',
        'matrice/matrice.xlsx',
      ],
    );
    assert.deepEqual(
      made.head.missing.map(({ requirement, blocks }) => [requirement, blocks]),
      [
        ['REQ/A.2', true],
        ['REQ/B.1', true],
        ['REQ/B.2', false],
      ],
    );
    const [page] = made.files;
    assert.ok(page?.source === 'made' && typeof page.content === 'string');
    assert.match(page.content, /neither satisfied nor decided: 2/);
    assert.match(page.content, /href="01-Securite\/REQ-A\.1\/REQ-A\.1_new\.png"/);
    assert.match(page.content, /Restauration &lt;b&gt;/);
    assert.doesNotMatch(page.content, /<b>/);
  });

  it('packs one chapter alone', () => {
    assert.deepEqual(packChapters(traceOf(catalog)), ['Sécurité', 'Accès']);
    const made = plan([proof(['REQ/A.1', 'REQ/B.1'], ['form.xlsx'])], { chapter: 'Accès' });
    assert.deepEqual(
      made.files.filter(({ role }) => role === 'proof').map(({ path }) => path),
      ['02-Acces/REQ-B.1/REQ-B.1_form.xlsx'],
    );
    assert.equal(made.head.chapter, 'Accès');
    assert.deepEqual([...new Set(made.head.missing.map(({ chapter }) => chapter))], ['Accès']);
  });

  it('lists proofs that are no file once, with all their requirements', () => {
    const value: Proof = {
      state: 'ok',
      files: [],
      entry: {
        for: ['REQ/A.1', 'REQ/A.2'],
        kind: 'rapport',
        value: 'RUN-7',
        covers: [],
        range: proofOf('x').entry.range,
        forRanges: [],
        coversRanges: [],
      },
    };
    const listed = { requirements: ['REQ/A.1', 'REQ/A.2'], kind: 'rapport', value: 'RUN-7' };
    assert.deepEqual(plan([value]).head.values, [listed]);
    const ofOtherEdition = { ...value, entry: { ...value.entry, edition: '2025' } };
    assert.deepEqual(plan([ofOtherEdition]).head.values, [listed]);
  });

  it('says whether the commit was all there was', () => {
    const id = 'a'.repeat(40);
    for (const [clean, words] of [
      [true, 'nothing changed since'],
      [false, 'with changes that are not committed'],
    ] as const) {
      const made = plan([], { commit: { id, clean } });
      assert.deepEqual(made.head.commit, { id, clean });
      const [page] = made.files;
      assert.ok(
        page?.source === 'made' && typeof page.content === 'string' && page.content.includes(`${id} (${words})`),
      );
    }
  });
});
