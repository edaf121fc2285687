import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import { ProblemCode } from '../../../src/base/problem';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';

const good = `version: 1
catalog: { id: mine, title: Mon référentiel, edition: 2026.10 }
requirements:
  - id: SC.SSI/GEN.21
    title: Sauvegarde
    needs: [proof]
    checklist: [{ id: raci, text: RACI, indicative: true, source: a02 }]
    scenarios: [{ id: SSI/GEN.21.01, proofs: [{ kind: documentation, text: Procédure }] }]
  - id: SC.SSI/GEN.22
faq:
  - id: a02
    subject: Contenu
    answer: |
      **Oui**
    facets: { couloir: Hôpital }
    requirements:
      - { id: SC.SSI/GEN.21 }
facets:
  - { id: couloir, question: Quel couloir ?, values: [Hôpital] }
feedback: Utile ?
`;

// @segur ST.CAT.03
describe('loading a catalogue file', () => {
  it('reads everything, and where it stands', () => {
    const { catalog, problems } = loadCatalogFile(good, 'requirements/mine.yaml');
    assert.deepEqual(problems, []);
    assert.deepEqual(catalog?.info, {
      id: 'mine',
      title: 'Mon référentiel',
      edition: '2026.10',
      file: 'requirements/mine.yaml',
    });
    assert.deepEqual(
      catalog.requirements.map(({ fields, location }) => [fields.id, location.file, location.range.start]),
      [
        ['SC.SSI/GEN.21', 'requirements/mine.yaml', { line: 3, character: 4 }],
        ['SC.SSI/GEN.22', 'requirements/mine.yaml', { line: 8, character: 4 }],
      ],
    );
    assert.equal(catalog.faq[0]?.fields.answer, '**Oui**\n');
    assert.equal(catalog.faq[0].matchRanges[0]?.start.line, 16);
    assert.deepEqual(catalog.facets, [{ id: 'couloir', question: 'Quel couloir ?', values: ['Hôpital'] }]);
    assert.equal(catalog.feedbackQuestion, 'Utile ?');
  });
  it('names a catalogue after its file when the file does not', () => {
    assert.equal(loadCatalogFile('version: 1', 'a/b/local.yml').catalog?.info.id, 'local');
    assert.equal(loadCatalogFile('version: 1', 'builtin:segur-v2').catalog?.info.id, 'segur-v2');
  });
  it('keeps the first of two entries with one id, in whatever spelling, and tells the other', () => {
    const { catalog, problems } = loadCatalogFile(
      'version: 1\nrequirements:\n  - {id: SC.SSI/GEN.02 BIS, title: A}\n  - {id: SSI/GEN.02.bis, title: B}\n  - {id: GEN.02, title: C}\nfaq:\n  - {id: a, answer: x}\n  - {id: A, answer: y}\n',
      'f',
    );
    assert.deepEqual(
      catalog?.requirements.map(({ fields }) => fields.title),
      ['A', 'C'],
    );
    assert.deepEqual(
      catalog.faq.map(({ fields }) => fields.answer),
      ['x'],
    );
    assert.deepEqual(
      problems.map(({ code, severity, range }) => [code, severity, range?.start.line]),
      [
        [ProblemCode.CatalogDuplicateId, 'error', 3],
        [ProblemCode.CatalogDuplicateId, 'error', 7],
      ],
    );
    assert.match(render(english, problems[0]!.message), /at line 3/);
  });
  it('loses one bad requirement and keeps the others in their places', () => {
    const { catalog, problems } = loadCatalogFile(
      'version: 1\nrequirements:\n  - {title: no id}\n  - id: A\n    nature: exigance\n    title: kept\n  - {id: B, title: too}\n',
      'f',
    );
    assert.deepEqual(
      catalog?.requirements.map(({ fields, location }) => [fields.id, fields.nature, location.range.start.line]),
      [
        ['A', undefined, 3],
        ['B', undefined, 6],
      ],
    );
    assert.deepEqual(
      problems.map(({ severity, range }) => [severity, range?.start.line]),
      [
        ['error', 2],
        ['error', 4],
      ],
    );
  });
  it('says that a file is empty, of another version, or no catalogue', () => {
    assert.deepEqual(
      loadCatalogFile('', 'f').problems.map(({ severity }) => severity),
      ['warning'],
    );
    const later = loadCatalogFile('version: 3\n', 'f');
    assert.deepEqual([later.catalog, later.problems[0]?.code], [undefined, ProblemCode.YamlVersion]);
    assert.equal(loadCatalogFile('- a\n- b\n', 'f').catalog, undefined);
  });
});
