import assert from 'node:assert/strict';
import { requirementFingerprint } from '../../../src/evidence/requirementFingerprint';
import type { Requirement } from '../../../src/catalog/model';

const base: Requirement = {
  id: 'REQ-1',
  title: 'Sauvegarde',
  statement: 'Le système sauvegarde\nles données.',
  origin: 'imported',
  nature: 'exigence',
  needs: ['proof'],
  profiles: [],
  checklist: [{ id: 'raci', text: 'Les acteurs' }],
  scenarios: [{ id: 'REQ-1.01', text: 'Restaurer', proofs: [{ kind: 'capture', text: 'Écran' }] }],
  proofs: [],
  references: [],
  aliases: [],
  location: {
    file: 'requirements/a.yaml',
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  },
  catalogId: 'own',
};

describe('the fingerprint of a requirement', () => {
  it('has 16 hex digits', () => assert.match(requirementFingerprint(base), /^[0-9a-f]{16}$/));

  it('stays when only the layout, the decomposition of letters or what is said about the entry changes', () => {
    const location = { ...base.location, file: 'elsewhere.yaml' };
    for (const same of [
      { ...base, statement: ' Le système  sauvegarde les données.\n' },
      { ...base, statement: base.statement?.normalize('NFD') ?? '' },
      { ...base, note: 'lu en 2023', location, catalogId: 'other', aliases: ['REQ-0'] },
      { ...base, profiles: [{ profil: 'Général' }], needs: ['code' as const] },
    ]) {
      assert.equal(requirementFingerprint(same), requirementFingerprint(base));
    }
  });

  it('changes with each word that is asked for', () => {
    const [scenario] = base.scenarios;
    assert.ok(scenario);
    const others: Requirement[] = [
      { ...base, title: 'Restauration' },
      { ...base, statement: 'Le système sauvegarde les données chaque jour.' },
      { ...base, nature: 'préconisation' },
      { ...base, obsolete: true },
      { ...base, checklist: [] },
      { ...base, scenarios: [{ ...scenario, text: 'Restaurer un poste' }] },
      { ...base, scenarios: [{ ...scenario, proofs: [{ kind: 'video', text: 'Écran' }] }] },
      { ...base, proofs: [{ kind: 'attestation', text: 'Signée' }] },
    ];
    const prints = [base, ...others].map(requirementFingerprint);
    assert.equal(new Set(prints).size, prints.length);
  });
});
