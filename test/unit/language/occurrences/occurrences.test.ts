import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAnnotations } from '../../../../src/annotations/parseAnnotations';
import { languageForPath } from '../../../../src/annotations/languages';
import { createMentionMatcher } from '../../../../src/annotations/mentions';
import { LineMap } from '../../../../src/base/text';
import type { Catalog } from '../../../../src/catalog/model';
import { askedInCode, askedInYaml, type AskedId } from '../../../../src/language/occurrences/askedId';
import { definitionsOf, type IdsOfFile } from '../../../../src/language/occurrences/definition';
import { highlightsIn } from '../../../../src/language/occurrences/highlights';
import { occurrencesOf } from '../../../../src/language/occurrences/references';
import { yamlIds } from '../../../../src/language/yamlIds';
import { catalogOf, traceOf } from '../../trace/fixtures';

const catalogText = `version: 1
catalog: { id: c, title: Référentiel, edition: "2026" }
requirements:
  - id: SC.SSI/GEN.18
    title: Procédure
    needs: [code]
    aliases: [GEN.99]
    scenarios:
      - { id: SC.SSI/GEN.18.01, proofs: [{ id: SC.SSI/GEN.18.01.01, kind: capture, text: Écran }] }
  - { id: SC.SSI/GEN.02, title: Simple, needs: [code] }
  - { id: SC.SSI/GEN.02 BIS, title: Bis, needs: [code] }
  - { id: SC.SSI/CONF.14, title: Quatorze, needs: [code] }
  - { id: SC.SSI/CONF.15, title: Quinze, needs: [code] }
faq:
  - { id: a1, answer: Oui., requirements: [{ id: GEN.18 }] }
`;
const catalog: Catalog = catalogOf(catalogText.split('\n').slice(2).join('\n'));
const catalogs: IdsOfFile[] = [{ file: 'own.yaml', ids: yamlIds(catalogText, 'catalog') }];
const project = `proofs:
  - { for: [GEN.18, SC.SSI/CONF.14-15], kind: autre, value: x }
decisions:
  - { for: SC.SSI/GEN.18.01, status: accepted-gap, reason: x }
`;
const projectIds: IdsOfFile = { file: 'segur.yaml', ids: yamlIds(project, 'project') };

const matcher = createMentionMatcher(catalog.requirements.map(({ id }) => id));

const read = (text: string, path = 'a.ts') =>
  parseAnnotations(text, { language: languageForPath(path), marker: '@segur', mentions: matcher });

/** The id at the first place of a text. */
function askedFor(text: string, at: string): AskedId | undefined {
  const offset = text.indexOf(at);
  assert.ok(offset >= 0);
  return askedInCode(read(text), new LineMap(text).positionAt(offset), catalog);
}

function asked(raw: string): AskedId {
  const found = askedFor(`// @segur ${raw}`, raw);
  assert.ok(found, raw);
  return found;
}

const cut = (text: string, { start, end }: AskedId['range']): string => {
  const lines = new LineMap(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
};

describe('the id under the cursor', () => {
  const text = '// @segur partial GEN.18, CONF.14-15~2024 - voir GEN.02\n// SC.SSI/GEN.02 aussi\nf();\n';
  const cases: [string, string | undefined][] = [
    ['GEN.18', 'GEN.18'],
    ['14-15', 'CONF.14-15'],
    ['@segur', undefined],
    ['partial', undefined],
    ['~2024 ', 'CONF.14-15'],
    ['voir', undefined],
    ['SC.SSI/GEN.02', 'SC.SSI/GEN.02'],
    ['f();', undefined],
  ];
  for (const [at, raw] of cases) {
    it(`is ${raw ?? 'none'} at ${JSON.stringify(at)}`, () => assert.equal(askedFor(text, at)?.raw, raw));
  }
});

describe('definition', () => {
  const linesOf = (raw: string) => definitionsOf(asked(raw), catalogs).map(({ range }) => range.start.line + 1);
  const cases: [string, number[]][] = [
    ['SC.SSI/GEN.18', [4]],
    ['gen-18', [4]],
    ['GEN.99', [4]],
    ['GEN.18.01', [9]],
    ['SSI/GEN.18.01.01', [9]],
    ['GEN.18.07', [4]],
    ['GEN.02', [10]],
    ['GEN.02bis', [11]],
    ['CONF.14-15', [12, 13]],
    ['GEN.77', []],
  ];
  for (const [raw, lines] of cases) {
    it(`of ${raw} is on line ${lines.join(' and ')}`, () => assert.deepEqual(linesOf(raw), lines));
  }

  it('tells a scenario from a proof on the same line', () => {
    const places = ['GEN.18.01', 'GEN.18.01.01'].flatMap((raw) => definitionsOf(asked(raw), catalogs));
    assert.deepEqual(
      places.map(({ range }) => cut(catalogText, range)),
      ['SC.SSI/GEN.18.01', 'SC.SSI/GEN.18.01.01'],
    );
  });

  it('is in each file that completes another, and where it ships', () => {
    const shipped: IdsOfFile = { file: 'builtin:c', ids: yamlIds('requirements:\n  - id: SSI/GEN.18\n', 'catalog') };
    assert.deepEqual(
      definitionsOf(asked('GEN.18'), [shipped, ...catalogs]).map(({ file }) => file),
      ['builtin:c', 'own.yaml'],
    );
  });

  it('is asked for from every id of YAML files', () => {
    for (const id of [...projectIds.ids, ...(catalogs[0]?.ids ?? [])]) {
      assert.notEqual(definitionsOf(askedInYaml(id, catalog), catalogs).length, 0, `${id.role} ${id.raw}`);
    }
  });
});

// @segur ST.EDT.07
describe('references', () => {
  const files = {
    'a.ts': '// @segur GEN.18\nf();\n// @segur todo SC.SSI/GEN.18.01\ng();\n// @segur partial gen-18\nh();\n',
    'b.py': '# @segur CONF.14-15, GEN.02 BIS\nx = 1\n# voir SC.SSI/GEN.18\n# @segur GEN.777\n',
    'test/a.ts': '// @segur GEN.99\nf();\n',
  };
  const trace = traceOf(catalog, { files });
  const source = { trace, catalog, catalogs, project: projectIds };
  const places = (raw: string, withDefinitions = false) =>
    occurrencesOf(asked(raw), source, withDefinitions).map(
      ({ file, range, kind }) => `${kind} ${file}:${range.start.line + 1}`,
    );

  const expected = [
    'implements a.ts:1',
    'partial a.ts:5',
    'verifies test/a.ts:1',
    'todo a.ts:3',
    'proof segur.yaml:2',
    'decision segur.yaml:4',
    'alias own.yaml:7',
    'faq own.yaml:15',
    'mention b.py:3',
  ];

  it('are every place, by what it does', () => assert.deepEqual(places('GEN.18'), expected));

  it('are the same from a scenario, a proof and a former id', () => {
    for (const raw of ['GEN.18.01', 'GEN.18.01.01', 'GEN.99', 'GEN.18.44']) {
      assert.deepEqual(places(raw), expected, raw);
    }
  });

  it('begin with the definition where it is asked for, that of the lower level too', () => {
    assert.deepEqual(places('GEN.18', true), ['definition own.yaml:4', ...expected]);
    assert.deepEqual(places('GEN.18.01', true), ['definition own.yaml:4', 'definition own.yaml:9', ...expected]);
  });

  it('keep GEN.02 and GEN.02 BIS apart', () => {
    assert.deepEqual(places('GEN.02 BIS'), ['implements b.py:1']);
    assert.deepEqual(places('GEN.02'), []);
  });

  it('are found in ranges, from a range for each of its ids', () => {
    assert.deepEqual(places('CONF.15'), ['implements b.py:1', 'proof segur.yaml:2']);
    assert.deepEqual(places('CONF.14-15'), ['implements b.py:1', 'proof segur.yaml:2']);
  });

  it('of an unknown id are where it is written', () => assert.deepEqual(places('gen-777'), ['implements b.py:4']));
});

describe('highlights', () => {
  it('are every spelling in the text, and mentions', () => {
    const text =
      '// @segur GEN.18, GEN.02\n// @segur CONF.14, SSI/GEN.18.01~2024\n// SC.SSI/GEN.18 et SC.SSI/GEN.02\n// @segur gen-18\n';
    const found = askedFor(text, 'GEN.18.01');
    assert.ok(found);
    const highlights = highlightsIn({ annotations: read(text), yaml: [] }, found, catalog);
    assert.deepEqual(
      highlights.map(({ range, kind }) => `${kind} ${cut(text, range)}`),
      ['link GEN.18', 'link SSI/GEN.18.01', 'link gen-18', 'mention SC.SSI/GEN.18'],
    );
  });

  it('tell definitions in a catalogue', () => {
    const yaml = catalogs[0]?.ids ?? [];
    assert.deepEqual(
      highlightsIn({ annotations: undefined, yaml }, asked('GEN.18'), catalog).map(
        ({ range, kind }) => `${kind} ${cut(catalogText, range)}`,
      ),
      [
        'definition SC.SSI/GEN.18',
        'link GEN.99',
        'definition SC.SSI/GEN.18.01',
        'definition SC.SSI/GEN.18.01.01',
        'link GEN.18',
      ],
    );
  });

  it('are exactly the ids that the parser finds and the catalogue understands so', () => {
    const spelling = fc.constantFrom(
      ...['SC.SSI/GEN.18', 'gen-18', 'GEN.18.01', 'GEN.99', 'GEN.02', 'GEN.02 BIS', 'CONF.14-15', 'CONF.15', 'X.1'],
    );
    const line = fc
      .tuple(
        fc.constantFrom('// @segur ', '// ', "const s = '@segur ", '@segur '),
        fc.array(spelling, { minLength: 1, maxLength: 3 }),
      )
      .map(([before, ids]) => before + ids.join(', '));
    fc.assert(
      fc.property(fc.array(line), spelling, fc.constantFrom('\n', '\r\n', '\r'), (lines, raw, end) => {
        const text = lines.join(end);
        const annotations = read(text);
        const wanted = new Set(catalog.resolve(raw).targets.map(({ requirement }) => requirement));
        const expected = [...annotations.annotations.flatMap(({ ids }) => ids), ...annotations.mentions].filter(
          (id) => {
            const { targets } = catalog.resolve(id.raw);
            return wanted.size === 0 ? id.raw === raw : targets.some(({ requirement }) => wanted.has(requirement));
          },
        );
        const found = highlightsIn({ annotations, yaml: [] }, asked(raw), catalog);
        assert.deepEqual(
          found.map(({ range }) => range),
          expected.map(({ range }) => range),
        );
      }),
    );
  });
});
