import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { emptyCatalog, mergeCatalogs } from '../../../src/catalog/mergeCatalogs';

function merge(...texts: string[]) {
  const files = texts.map((text, i) =>
    loadCatalogFile(`version: 1\ncatalog: {id: c${i}, title: C${i}}\n${text}`, `c${i}.yaml`),
  );
  assert.deepEqual(
    files.flatMap(({ problems }) => problems),
    [],
  );
  const { catalog, problems } = mergeCatalogs(files.flatMap(({ catalog: file }) => file ?? []));
  return {
    catalog,
    problems,
    told: problems.map(
      ({ file, range, message }) => `${file}:${(range?.start.line ?? -1) + 1} ${render(english, message)}`,
    ),
  };
}

// @segur ST.CAT.04
describe('merging catalogues', () => {
  it('fills in what a requirement does not say', () => {
    const { catalog } = merge('requirements: [{id: SC.SSI/GEN.18, title: T}]');
    const { location, ...rest } = catalog.requirement('SC.SSI/GEN.18')!;
    assert.equal(location.file, 'c0.yaml');
    assert.deepEqual(rest, {
      id: 'SC.SSI/GEN.18',
      title: 'T',
      origin: 'imported',
      nature: 'exigence',
      needs: ['code'],
      profiles: [],
      checklist: [],
      scenarios: [],
      proofs: [],
      references: [],
      aliases: [],
      family: 'GEN',
      catalogId: 'c0',
    });
  });
  it('takes an id without a prefix for one of two prefixed ones of a later catalogue, not for both', () => {
    const { catalog } = merge(
      'requirements: [{id: SSI/GEN.18, title: Bare}]',
      'requirements: [{id: SC.SSI/GEN.18, title: First}, {id: CH.SSI/GEN.18, title: Second}]',
    );
    assert.deepEqual(
      catalog.requirements.map(({ id, title }) => `${id} ${title}`),
      ['SSI/GEN.18 First', 'CH.SSI/GEN.18 Second'],
    );
  });
  it('lets a later catalogue complete and override, in place and under the first spelling', () => {
    const { catalog, problems } = merge(
      'requirements: [{id: SC.SSI/GEN.18, title: Ours, theme: tests, aliases: [OLD.1], needs: [proof]}, {id: B, title: B}]',
      'requirements: [{id: SSI/GEN.18, statement: Official, needs: [], aliases: [OLD.2], origin: imported}, {id: C, title: C}]',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      catalog.requirements.map(({ id }) => id),
      ['SC.SSI/GEN.18', 'B', 'C'],
    );
    const { title, theme, statement, needs, aliases, origin, catalogId, location } = catalog.requirements[0]!;
    assert.deepEqual(
      [title, theme, statement, needs, aliases, origin],
      ['Ours', 'tests', 'Official', [], ['OLD.1', 'OLD.2'], 'imported'],
    );
    assert.deepEqual([catalogId, location.file], ['c1', 'c1.yaml']);
    assert.deepEqual(
      catalog.catalogs.map(({ id }) => id),
      ['c0', 'c1'],
    );
    assert.equal(catalog.resolve('OLD.2').kind, 'alias');
  });
  it('never completes a requirement by its BIS, nor by another prefix', () => {
    const { catalog } = merge(
      'requirements: [{id: LGC.DMP/UX.10, title: A}, {id: GEN.02, title: B}]',
      'requirements: [{id: DPI.DMP/UX.10, title: C}, {id: GEN.02 BIS, title: D}]',
    );
    assert.equal(catalog.requirements.length, 4);
  });
  it('joins answers to requirements of any file, the strongest match first, then in the order of the FAQ', () => {
    const { catalog, problems } = merge(
      'faq: [{id: a1, answer: x, requirements: [{id: SSI/GEN.18, match: weak}]}, {id: a2, answer: x, requirements: [{id: gen.18}]}]',
      'faq: [{id: a3, answer: x, requirements: [{id: SC.SSI/GEN.18, match: cited}]}, {id: a4, answer: x, requirements: [{id: SC.SSI/GEN.18, match: matched}]}]',
      'requirements: [{id: SC.SSI/GEN.18, title: T}]',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      catalog.guidance('SC.SSI/GEN.18').map(({ entry, match }) => `${entry.id} ${match}`),
      ['a3 cited', 'a2 matched', 'a4 matched', 'a1 weak'],
    );
    assert.deepEqual(catalog.guidance('nothing'), []);
  });
  it('adds the matches, facets and values of a later file to an answer', () => {
    const { catalog, problems } = merge(
      'requirements: [{id: A.1, title: A}, {id: B.1, title: B}]\nfacets: [{id: f, question: Q, values: [x]}]\nfaq: [{id: a1, answer: x, subject: S, facets: {f: x}, requirements: [{id: A.1, match: weak}]}]',
      'facets: [{id: f, question: R, values: [x, y]}]\nfaq: [{id: a1, facets: {g: z}, requirements: [{id: A.1, match: cited}, {id: B.1}]}]\nfeedback: Utile ?',
    );
    assert.deepEqual(problems, []);
    const { answer, subject, facets, requirements } = catalog.faqEntry('a1')!;
    assert.deepEqual([answer, subject, facets], ['x', 'S', { f: 'x', g: 'z' }]);
    assert.deepEqual(requirements, [
      { requirement: 'A.1', match: 'cited' },
      { requirement: 'B.1', match: 'matched' },
    ]);
    assert.deepEqual(catalog.facets, [{ id: 'f', question: 'R', values: ['x', 'y'] }]);
    assert.equal(catalog.feedbackQuestion, 'Utile ?');
  });
  it('tells answers that name no requirement, what lacks a title or a text, and ids claimed twice', () => {
    const { catalog, told } = merge(
      'requirements:\n  - {id: A.1}\n  - {id: A.2, title: T, aliases: [A.1, OLD]}\n  - {id: A.3, title: T, aliases: [old]}\nfaq:\n  - id: a1\n    answer: x\n    requirements:\n      - {id: NOPE.1}\n  - id: a2',
    );
    assert.deepEqual(told, [
      'c0.yaml:5 The alias A.1 of A.2 also names A.1',
      'c0.yaml:6 The alias old of A.3 also names A.2',
      'c0.yaml:4 A.1 has no title, in this catalogue nor in another',
      'c0.yaml:11 The answer a1 names NOPE.1, which is in no catalogue',
      'c0.yaml:12 The answer a2 has no text, in this catalogue nor in another',
    ]);
    assert.equal(catalog.requirement('A.1')?.title, 'A.1');
    assert.equal(catalog.resolve('OLD').kind, 'unknown');
    assert.deepEqual(
      catalog.faq.map(({ id }) => id),
      ['a1'],
    );
  });
  it('makes an empty catalogue of nothing', () => {
    const catalog = emptyCatalog();
    assert.deepEqual([catalog.requirements, catalog.faq, catalog.resolve('SC.SSI/GEN.18').kind], [[], [], 'unknown']);
  });
});
