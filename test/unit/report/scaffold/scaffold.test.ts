import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentSections, readChecklist } from '../../../../src/evidence/proofDocument';
import { scaffold, scaffoldKinds } from '../../../../src/report/scaffold/scaffold';
import { comment, inline } from '../../../../src/report/scaffold/draftText';
import { catalogOf, rowOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - id: REQ/1
    title: Procédure *de* sauvegarde
    needs: [proof]
    checklist:
      - { id: raci, text: Les acteurs et leurs rôles (RACI), source: a02 }
      - id: securite
        text: 'Les règles de sécurité qui protègent les sauvegardes (par exemple chiffrement des données --> accès restreint)'
        indicative: true
    proofs: [{ kind: documentation, text: Procédure }, { kind: attestation, text: Attestation }]
  - { id: REQ/2, title: Écran, needs: [proof], proofs: [{ kind: video, text: La séquence }] }
  - { id: REQ/3, title: Test, needs: [proof], proofs: [{ kind: formulaire, text: Formulaire }] }
`);
const trace = traceOf(catalog);
const facts = { product: { name: 'Dossier', version: '4.2' }, today: '2026-11-23', author: 'RSSI' };

describe('beginning a proof document', () => {
  it('offers what the expected proofs ask for; the form of the penetration test is not ours to begin', () => {
    assert.deepEqual(
      ['REQ/1', 'REQ/2', 'REQ/3'].map((id) => scaffoldKinds(rowOf(trace, id))),
      [['documentation', 'attestation'], ['capture'], ['documentation']],
    );
  });

  it('makes a document whose checklist is unfinished until it is written, and answered then', () => {
    const row = rowOf(trace, 'REQ/1');
    const { text, name } = scaffold(row, 'documentation', facts);
    assert.equal(name, 'REQ-1_Procedure-de-sauvegarde.md');
    assert.match(text, /^# Procédure \\\*de\\\* sauvegarde\n/);
    assert.match(text, /\| Version \| 4\.2 \|/);
    assert.match(text, /\| Établi le \| 23\/11\/2026 \|[^]*\| 1 \| 23\/11\/2026 \| RSSI \|/);
    const read = (document: string) => readChecklist(documentSections(document), row.requirement.checklist);
    assert.deepEqual(read(text), { answered: [], unfinished: ['raci', 'securite'] });
    const half = text.replace(/(point: raci[^]*?)\*\*À compléter\.\*\*/u, '$1Le RSSI décide.');
    assert.deepEqual(read(half), { answered: ['raci'], unfinished: ['securite'] });
    assert.deepEqual(read(text.replaceAll('**À compléter.**', 'Fait.')), {
      answered: ['raci', 'securite'],
      unfinished: [],
    });
  });

  it('marks what it does not know', () => {
    const { text } = scaffold(rowOf(trace, 'REQ/1'), 'attestation', { product: {}, today: '2026-11-23' });
    assert.match(text, /\| Produit \| \*\*À compléter\.\*\* \|/);
    assert.match(text, /Modèle non officiel/);
    assert.match(text, /le 23\/11\/2026\./);
  });

  it('lists the captures to take', () => {
    const { text } = scaffold(rowOf(trace, 'REQ/2'), 'capture', facts);
    assert.match(text, /\| ☐ \| La séquence \| `REQ-2-01\.png` \|/);
  });

  it('lets no text of a catalogue end a comment or open markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('-', '>', '<', '!', 'a', '\n', '`', '|', '[') }), (text) => {
        assert.equal(comment(text).indexOf('-->'), comment(text).length - 3);
        assert.doesNotMatch(inline(text), /(?<!\\)[<>`|[]|\n/u);
      }),
    );
  });
});
