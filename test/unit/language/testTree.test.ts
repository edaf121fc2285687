import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import { testTree, type TestNode } from '../../../src/language/testTree';
import { annotationsOf, catalogOf, tracerOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Un, chapter: A }
  - { id: SC.SSI/GEN.19, title: Deux, chapter: B }
  - { id: SC.SSI/IE.20, title: Trois }
  - { id: SC.SSI/IE.21, title: Quatre, chapter: A }
`);

const TEST = `// @segur SC.SSI/GEN.18
it('ouvre');
// @segur SC.SSI/GEN.18, SC.SSI/IE.20
it('ouvre');
`;

function inWords(nodes: readonly TestNode[], depth = 0): string[] {
  return nodes.flatMap(({ label, description, place, last, children }) => [
    [
      '  '.repeat(depth) + label,
      description,
      place === undefined ? undefined : `${place.file}:${place.range.start.line + 1}`,
      last?.state,
      ...(last?.failures.map(({ text }) => text) ?? []),
    ]
      .filter((part) => part !== undefined)
      .join(' | '),
    ...inWords(children, depth + 1),
  ]);
}

function ids(nodes: readonly TestNode[]): string[] {
  return nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
}

// @segur ST.TST.03
describe('the requirements in the Test Explorer', () => {
  const found = annotationsOf('test/a.ts', TEST, catalog);
  const unit = { kind: 'test', name: 'ouvre', startLine: 1, endLine: 1 };
  const annotations = found.annotations.map((annotation) => ({ ...annotation, unit }));
  const files = { 'src/a.ts': '// @segur SC.SSI/GEN.19\nf();\n' };
  const tracer = () => {
    const made = tracerOf(catalog, { files });
    made.update('test/a.ts', { ...found, annotations, unitsRead: true });
    return made;
  };

  it('are those that something verifies, by chapter, with the tests below them', () => {
    const tree = testTree(tracer().trace(), english);
    assert.deepEqual(inWords(tree), [
      'A',
      '  SC.SSI/GEN.18 | Un | test/a.ts:1',
      '    ouvre | test/a.ts | test/a.ts:1',
      '    ouvre | test/a.ts | test/a.ts:3',
      'Other',
      '  SC.SSI/IE.20 | Trois | test/a.ts:3',
      '    ouvre | test/a.ts | test/a.ts:3',
    ]);
    assert.equal(new Set(ids(tree)).size, ids(tree).length);
  });

  it('have the last results, with why a test failed, and the tests that name them', () => {
    const made = tracer();
    const common = { suites: [], ids: [], line: 6 };
    made.setResults([
      {
        path: 'r.xml',
        cases: [
          { ...common, name: 'ouvre', outcome: 'failed', message: 'non', file: 'test/a.ts' },
          { ...common, name: 'SC.SSI/IE.21', outcome: 'skipped' },
        ],
      },
    ]);
    assert.deepEqual(inWords(testTree(made.trace(), english)), [
      'A',
      '  SC.SSI/GEN.18 | Un | test/a.ts:1',
      '    ouvre | test/a.ts | test/a.ts:1 | failed | ouvre\nnon',
      '    ouvre | test/a.ts | test/a.ts:3 | failed | ouvre\nnon',
      '  SC.SSI/IE.21 | Quatre | r.xml:7',
      '    SC.SSI/IE.21 | r.xml | r.xml:7 | skipped',
      'Other',
      '  SC.SSI/IE.20 | Trois | test/a.ts:3',
      '    ouvre | test/a.ts | test/a.ts:3 | failed | ouvre\nnon',
    ]);
  });

  it('are none where nothing verifies anything', () => {
    assert.deepEqual(testTree(tracerOf(catalog, { files }).trace(), english), []);
  });
});
