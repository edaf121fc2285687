import assert from 'node:assert/strict';
import { closestRequirements } from '../../../src/catalog/closestRequirements';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { createCatalogSearch } from '../../../src/catalog/searchCatalog';

const { catalog: file } = loadCatalogFile(
  `version: 1
requirements:
  - {id: SC.SSI/GEN.02, title: Sensibilisation des équipes}
  - {id: SC.SSI/GEN.02 BIS, title: Veille technologique}
  - {id: SC.SSI/GEN.18, title: Recherche de vulnérabilités, aliases: [ANCIEN.7]}
  - {id: SC.SSI/GEN.21, title: Procédure de sauvegarde, checklist: [{id: raci, text: Rôles (RACI)}]}
  - {id: SC.SSI/IE.36, title: Mot de passe, theme: authentification}
facets:
  - {id: couloir, question: Quel couloir ?, values: [Hôpital, Médecin de ville]}
faq:
  - {id: a1, subject: Objectif de la sauvegarde, answer: 'Garantir la disponibilité de l’information.', facets: {couloir: Hôpital}, requirements: [{id: SC.SSI/GEN.21}]}
  - {id: a2, subject: Force brute, answer: Des tentatives répétées, facets: {couloir: Médecin de ville}, requirements: [{id: SC.SSI/IE.36}]}
  - {id: a3, subject: Généralités, answer: 'Pour qu’une œuvre dure', facets: {produit: LGC}}
`,
  'f',
);
const { catalog } = mergeCatalogs([file!]);
const search = createCatalogSearch(catalog);
const requirements = (query: string): string[] => search.requirements(query).map(({ id }) => id.replace('SC.SSI/', ''));
const faq = (query: string, facets?: Record<string, string>): string[] => search.faq(query, facets).map(({ id }) => id);

// @segur ST.CAT.06
describe('searching a catalogue', () => {
  it('gives everything in order for an empty query, or one of empty words', () => {
    for (const query of ['', '  ', 'de', 'l’', '?!']) {
      assert.deepEqual(requirements(query), ['GEN.02', 'GEN.02 BIS', 'GEN.18', 'GEN.21', 'IE.36'], query);
      assert.deepEqual(faq(query), ['a1', 'a2', 'a3']);
    }
  });
  it('finds ids by any part, in any spelling', () => {
    assert.deepEqual(requirements('GEN.18'), ['GEN.18']);
    assert.deepEqual(requirements('18'), ['GEN.18']);
    assert.deepEqual(requirements('ssi/gen.2'), ['GEN.21']);
    assert.deepEqual(requirements('SC.SSI/GEN.02bis'), ['GEN.02 BIS']);
    assert.deepEqual(requirements('GEN.02')[0], 'GEN.02');
    assert.deepEqual(requirements('ancien.7'), ['GEN.18']);
    assert.deepEqual(faq('GEN.21'), ['a1']);
  });
  it('folds accents, case, elisions and ligatures, and forgives a typing error', () => {
    assert.deepEqual(requirements('PROCEDURE'), ['GEN.21']);
    assert.deepEqual(requirements('vulnérabilitées'), ['GEN.18']);
    assert.deepEqual(requirements('sauvgarde'), ['GEN.21']);
    assert.deepEqual(faq("d'information"), ['a1']);
    assert.deepEqual(faq('qu’oeuvre'), ['a3']);
  });
  it('asks for every word, wherever it stands', () => {
    assert.deepEqual(requirements('procédure de disponibilité'), ['GEN.21']);
    assert.deepEqual(requirements('passe brute'), ['IE.36']);
    assert.deepEqual(requirements('raci'), ['GEN.21']);
    assert.deepEqual(requirements('procédure inexistante'), []);
    assert.deepEqual(requirements('mot/passe'), ['IE.36']);
  });
  it('narrows by facets; an answer without a value concerns everyone', () => {
    assert.deepEqual(faq('', { couloir: 'Hôpital' }), ['a1', 'a3']);
    assert.deepEqual(faq('', { couloir: 'hopital', produit: 'DPI' }), ['a1']);
    assert.deepEqual(faq('sauvegarde', { couloir: 'medecin' }), []);
    assert.deepEqual(search.facetValues('couloir'), ['Hôpital', 'Médecin de ville']);
    assert.deepEqual(search.facetValues('produit'), ['LGC']);
  });
  it('takes nothing that every object has for a facet', () => {
    assert.deepEqual(faq('', { constructor: 'x', toString: 'y' }), faq(''));
    assert.deepEqual(search.facetValues('constructor'), []);
  });
});

describe('the closest requirements', () => {
  const closest = (raw: string): string[] => closestRequirements(catalog, raw, 2).map(({ id }) => id);

  it('are those whose ids look most alike, with or without their path', () => {
    assert.deepEqual(closest('SC.SSI/GEN.28'), ['SC.SSI/GEN.18', 'SC.SSI/GEN.21']);
    assert.equal(closest('GNE.18')[0], 'SC.SSI/GEN.18');
    assert.equal(closest('SSI/IE.63')[0], 'SC.SSI/IE.36');
  });
  it('stand in the order of the catalogue where they look alike as much', () => {
    const ids = ['AA.13', 'AA.11', 'AA.12'];
    const { catalog: alike } = loadCatalogFile(
      `version: 1\nrequirements:\n${ids.map((id) => `  - { id: ${id}, title: T }\n`).join('')}`,
      'alike.yaml',
    );
    assert.ok(alike);
    const found = closestRequirements(mergeCatalogs([alike]).catalog, 'AA.19', 3);
    assert.deepEqual(
      found.map(({ id }) => id),
      ids,
    );
  });
  it('are none for what looks like no id', () => {
    assert.deepEqual(closest('REQUIREMENT-OF-ANOTHER-WORLD'), []);
    assert.deepEqual(closest(''), []);
    assert.deepEqual(closest('x'.repeat(100_000)), []);
  });
});
