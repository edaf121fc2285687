import assert from 'node:assert/strict';
import { emptyLock, parseLock, writeLock, type Lock } from '../../../src/evidence/lock';
import type { Catalog } from '../../../src/catalog/model';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { acceptSelection, WHOLE } from '../../../src/trace/acceptSelection';
import { toReview } from '../../../src/trace/toReview';
import { decisionOf, proofOf, traceOf, type TracerParts } from './fixtures';

function edition(day: string, requirements: string, more = '', succeeds = ''): Catalog {
  const text = `version: 1
catalog:
  id: c
  title: Référentiel fictif
  edition: "${day}"
${succeeds}requirements:
${requirements}${more}`;
  const { catalog, problems } = loadCatalogFile(text, 'catalogue.yaml');
  assert.deepEqual(problems, []);
  assert.ok(catalog);
  return mergeCatalogs([catalog]).catalog;
}

const entry = (id: string, title: string, more = '') =>
  `  - { id: SC.FIC/${id}, title: ${title}, needs: [code]${more} }\n`;
const answer = (text: string) =>
  `faq:\n  - { id: f1, answer: ${text}, requirements: [{ id: SC.FIC/A.04, match: cited }, { id: SC.FIC/A.05, match: family }] }\n`;

const before = edition('2025', [1, 2, 3, 4, 5].map((n) => entry(`A.0${n}`, `Sujet ${n}`)).join(''), answer('Oui'));
const now = edition(
  '2026',
  entry('A.01', 'Sujet 1 précisé') +
    entry('B.07', 'Sujet 2', ', aliases: [SC.FIC/A.02]') +
    entry('A.04', 'Sujet 4') +
    entry('A.05', 'Sujet 5'),
  answer('Non'),
  `  succeeds:
    edition: "2025"
    reworded: [SC.FIC/A.01]
    removed: [{ id: SC.FIC/A.03, title: Sujet 3, now: SC.FIC/A.05 }]
`,
);
const files = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`a${n}.ts`, `// @segur SC.FIC/A.0${n}\nwork${n}();\n`]));

const told = (catalog: Catalog, parts: TracerParts) =>
  toReview(traceOf(catalog, parts), catalog).map(
    ({ id, causes, links, proofs, decisions }) =>
      `${id} ${causes.join('+')} ${links.length}/${proofs.length}/${decisions.length}`,
  );
const accept = (catalog: Catalog, parts: TracerParts, lock: Lock = emptyLock()): Lock => {
  const { lock: accepted } = acceptSelection(traceOf(catalog, parts), lock, () => undefined, WHOLE);
  // Through the file, as it is kept.
  return parseLock(writeLock(accepted)).lock ?? emptyLock();
};

// @segur ST.REV.04
describe('what is to be reviewed under a new edition', () => {
  it('is nothing while the edition is the one that was accepted', () => {
    assert.deepEqual(told(before, { files, lock: accept(before, { files }) }), []);
    assert.deepEqual(told(before, { files }), []);
  });
  it('names what was accepted under other words, another answer, a former id, and what is gone', () => {
    const lock = accept(before, { files });
    assert.deepEqual(told(now, { files, lock }), [
      'SC.FIC/A.01 reworded 1/0/0',
      'SC.FIC/B.07 renumbered 1/0/0',
      'SC.FIC/A.04 faq 1/0/0',
      'SC.FIC/A.03 removed 1/0/0',
    ]);
    const reviews = toReview(traceOf(now, { files, lock }), now);
    assert.deepEqual(
      reviews.map(({ edition: read, formerIds, now: likely, acceptable }) => [read, formerIds, likely, acceptable]),
      [
        ['2025', [], undefined, true],
        [undefined, ['SC.FIC/A.02'], undefined, false],
        [undefined, [], undefined, true],
        [undefined, [], 'SC.FIC/A.05', false],
      ],
    );
  });
  it('is empty once it was accepted, written with the ids of today and taken out', () => {
    const lock = accept(now, { files }, accept(before, { files }));
    assert.deepEqual(told(now, { files, lock }), ['SC.FIC/B.07 renumbered 1/0/0', 'SC.FIC/A.03 removed 1/0/0']);
    const mended = { ...files, 'a2.ts': '// @segur SC.FIC/B.07\nwork2();\n', 'a3.ts': 'work3();\n' };
    assert.deepEqual(told(now, { files: mended, lock }), []);
  });
  it('goes by what the catalogue notes where nobody accepted anything, proofs and decisions included', () => {
    const parts = {
      proofs: [proofOf('SC.FIC/A.01'), proofOf('SC.FIC/A.03'), proofOf('SC.FIC/A.05')],
      decisions: [decisionOf('SC.FIC/A.02'), decisionOf('SC.FIC/A.03')],
    };
    assert.deepEqual(told(now, parts), [
      'SC.FIC/A.01 reworded 0/1/0',
      'SC.FIC/B.07 renumbered 0/0/1',
      'SC.FIC/A.03 removed 0/1/1',
    ]);
    const lock = accept(now, parts);
    assert.deepEqual([...lock.requirements.keys()], ['SC.FIC/A.01'], 'no entry for what nobody had to read');
    assert.equal(told(now, { ...parts, lock })[0], 'SC.FIC/B.07 renumbered 0/0/1');
  });
  it('says nothing of requirements without code, proof or decision', () => {
    assert.deepEqual(told(now, { files: { 'b.ts': files['a5.ts'] ?? '' } }), []);
  });
  it('has pins, proofs of another edition, what is obsolete, and scenarios of what is gone', () => {
    const catalog = edition(
      '2026',
      entry('A.01', 'Sujet 1') + entry('A.02', 'Sujet 2', ', obsolete: true') + entry('A.05', 'Sujet 5'),
      '',
      '  succeeds: { removed: [{ id: SC.FIC/A.03 }] }\n',
    );
    const parts = {
      files: {
        'a.ts': '// @segur SC.FIC/A.01~2025\nwork();\n\n// @segur SC.FIC/A.01\nmore();\n',
        'b.ts':
          '// @segur SC.FIC/A.02\nold();\n\n// @segur FIC/A.03.01\ngone();\n\n// @segur SC.FIC/Z.99\nunknown();\n',
      },
      proofs: [proofOf('SC.FIC/A.05', 'ok', { edition: '2025' }), proofOf('SC.FIC/A.05')],
    };
    assert.deepEqual(told(catalog, parts), [
      'SC.FIC/A.01 outdated 1/0/0',
      'SC.FIC/A.02 obsolete 1/0/0',
      'SC.FIC/A.05 wrong-edition 0/1/0',
      'SC.FIC/A.03 removed 1/0/0',
    ]);
  });
  it('has what the user’s own REM left out and another catalogue still asks for, until it is accepted', () => {
    const own = loadCatalogFile(
      'version: 1\ncatalog: { id: o, title: O, succeeds: { removed: [{ id: SC.FIC/A.01 }] } }\n',
      'own.yaml',
    ).catalog;
    const other = loadCatalogFile(`version: 1\nrequirements:\n${entry('A.01', 'Sujet 1')}`, 'other.yaml').catalog;
    assert.ok(own !== undefined && other !== undefined);
    const { catalog } = mergeCatalogs([other, own]);
    const parts = { files: { 'a1.ts': files['a1.ts'] ?? '' } };
    assert.deepEqual(told(catalog, parts), ['SC.FIC/A.01 left 1/0/0']);
    assert.deepEqual(told(catalog, { ...parts, lock: accept(catalog, parts) }), []);
  });
  it('wants the words of a removed requirement read whose new number somebody confirmed since', () => {
    const confirmed = edition(
      '2026',
      entry('A.05', 'Sujet 5', ', aliases: [SC.FIC/A.03]'),
      '',
      '  succeeds: { removed: [{ id: SC.FIC/A.03, now: SC.FIC/A.05 }] }\n',
    );
    const parts = { files: { 'a3.ts': files['a3.ts'] ?? '' } };
    assert.deepEqual(told(confirmed, parts), ['SC.FIC/A.05 reworded+renumbered 1/0/0']);
    assert.deepEqual(told(confirmed, { ...parts, lock: accept(confirmed, parts) }), ['SC.FIC/A.05 renumbered 1/0/0']);
  });
  it('keeps what did not change the same object', () => {
    const lock = accept(before, { files });
    const trace = traceOf(now, { files, lock });
    const [first] = toReview(trace, now);
    assert.equal(toReview(trace, now)[0], first);
  });
});
