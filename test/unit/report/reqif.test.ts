import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/base/message';
import type { Trace } from '../../../src/trace/model';
import { writeReqif } from '../../../src/report/reqif';
import { catalogOf, decisionOf, proofOf, traceOf } from '../trace/fixtures';
import { all, elementOf, type Element } from './xlsx/reading';

const options = { t: english, language: 'en' as const };

const catalog = catalogOf(`requirements:
  - { id: A.01, title: "Sauvegarde <b>", chapter: Un, needs: [code, proof], origin: imported, statement: "Une ligne\\nUne autre & <i>" }
  - { id: A.02, title: Session, chapter: Un, needs: [code], origin: listed, statement: "Non importée" }
  - { id: A.03, title: Usagers, chapter: Deux, needs: [code] }
`);

const trace = traceOf(catalog, {
  product: { name: 'Dossier', version: '1.0' },
  files: { 'src/a.ts': '// @segur A.01 - la note\n// @segur A.01\n', 'test/a.ts': '// @segur A.01\n' },
  proofs: [proofOf('A.01', 'ok', { date: '2026-09-01' })],
  decisions: [decisionOf('A.02', { by: 'Responsable' })],
});

/** The objects of a type, or the relations, by the names of their attributes. */
function read(trace_: Trace): {
  readonly objects: readonly Read[];
  readonly relations: readonly Read[];
  readonly root: Element;
} {
  const root = elementOf(writeReqif(trace_, options));
  const names = new Map(
    all(root, 'REQ-IF-CONTENT')
      .flatMap(({ children }) => children.flatMap((child) => deep(child)))
      .flatMap(({ attributes }) =>
        attributes['IDENTIFIER'] === undefined ? [] : [[attributes['IDENTIFIER'], attributes['LONG-NAME'] ?? '']],
      ),
  );
  const readOne = (one: Element): Read => ({
    id: one.attributes['IDENTIFIER'] ?? '',
    type: names.get(all(one, 'TYPE')[0]?.children[0]?.text ?? '') ?? '',
    ends: ['SOURCE', 'TARGET'].map((end) => names.get(all(one, end)[0]?.children[0]?.text ?? '') ?? ''),
    values: Object.fromEntries(
      (all(one, 'VALUES')[0]?.children ?? []).map((value) => {
        const definition = all(value, 'DEFINITION')[0]?.children[0]?.text ?? '';
        const state = all(value, 'ENUM-VALUE-REF')[0]?.text;
        const text =
          value.attributes['THE-VALUE'] ??
          (state === undefined ? textOf(all(value, 'THE-VALUE')[0]) : names.get(state));
        return [names.get(definition) ?? definition, text];
      }),
    ),
  });
  return { root, objects: all(root, 'SPEC-OBJECT').map(readOne), relations: all(root, 'SPEC-RELATION').map(readOne) };
}

interface Read {
  readonly id: string;
  readonly type: string;
  readonly ends: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
}

function deep(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(deep)];
}

/** Without its breaks, which the test reads by their number. */
function textOf(element: Element | undefined): string {
  return element === undefined ? '' : element.text + element.children.map(textOf).join('');
}

// @segur ST.OUT.04
describe('writeReqif', () => {
  it('has requirements by chapter, with their state, and the statement that the user’s own REM brought, no other', () => {
    const { objects, root } = read(trace);
    const requirements = objects.filter(({ type }) => type === 'Requirement').map(({ values }) => values);
    assert.deepEqual(
      requirements.map((values) => [
        values['ReqIF.ForeignID'],
        values['ReqIF.Name'],
        values['Segur.State'],
        values['ReqIF.Text'],
      ]),
      [
        ['A.01', 'Sauvegarde <b>', 'Satisfied', 'Une ligneUne autre & <i>'],
        ['A.02', 'Session', 'Not applicable', undefined],
        ['A.03', 'Usagers', 'Missing', undefined],
      ],
    );
    assert.match(requirements[1]?.['Segur.Decision'] ?? '', /Responsable/u);
    assert.equal(requirements[2]?.['Segur.Gaps'], 'no code implements it');
    const [first] = all(root, 'SPECIFICATION');
    const chapters = first?.children.find(({ name }) => name === 'CHILDREN')?.children ?? [];
    assert.deepEqual(
      chapters.map((chapter) => chapter.children.find(({ name }) => name === 'CHILDREN')?.children.length),
      [2, 1],
    );
  });

  it('leads from places in the code and proofs to the requirement, by what they do for it', () => {
    const { relations } = read(trace);
    assert.deepEqual(
      relations.map(({ type, ends, values }) => [type, ...ends, values['Segur.LinkState'], values['Segur.Note']]),
      [
        ['implements', 'src/a.ts:1', 'A.01', 'ok', 'la note'],
        ['implements', 'src/a.ts:2', 'A.01', 'ok', undefined],
        ['verifies', 'test/a.ts:1', 'A.01', 'unwanted', undefined],
        ['proves', 'preuves/a.pdf', 'A.01', undefined, undefined],
      ],
    );
  });

  it('is built as the schema says: ids of XML, each once, and every reference leads to what it names', () => {
    assert.deepEqual(faults(read(trace).root), []);
    assert.deepEqual(faults(read(traceOf(catalogOf('requirements: []\n'))).root), []);
  });

  it('keeps its ids when code moves and when states change', () => {
    const ids = (text: string): readonly string[] => {
      const { objects, relations } = read(traceOf(catalog, { files: { 'a.ts': text } }));
      return [...objects, ...relations].map(({ id }) => id);
    };
    assert.deepEqual(ids('// @segur A.01\n'), ids('\n\n// @segur A.01\n'));
    assert.notDeepEqual(ids('// @segur A.01\n'), ids('// @segur A.03\n'));
  });

  it('has a time only where one was asked for', () => {
    const time = (generatedAt?: string): string | undefined =>
      all(
        elementOf(writeReqif(trace, generatedAt === undefined ? options : { ...options, generatedAt })),
        'CREATION-TIME',
      )[0]?.text;
    assert.equal(time(), '2000-01-01T00:00:00Z');
    assert.equal(time('2026-11-28T10:00:00Z'), '2026-11-28T10:00:00Z');
    assert.equal(time('hier'), '2000-01-01T00:00:00Z');
  });

  it('lets no text become markup, and none be lost', () => {
    const unit = fc.constantFrom('<', '>', '&', '"', ']]>', '\n', '\t', 'é', '😀', '\u0007', '\uD800', 'script', ' ');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (reason) => {
        const { objects, root } = read(
          traceOf(catalog, { decisions: [decisionOf('A.02', { reason: `x${reason}x` })] }),
        );
        assert.deepEqual(faults(root), []);
        const written = objects.find(({ values }) => values['ReqIF.ForeignID'] === 'A.02')?.values['Segur.Decision'];
        const expected = `x${reason}x`.replaceAll('\u0007', '').replaceAll('\uD800', '\uFFFD').replaceAll('\n', '');
        assert.equal(written, expected);
      }),
    );
  });
});

/** What the schema of ReqIF (OMG formal/2016-07-01) asks for of the elements that we write. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'REQ-IF': ['THE-HEADER', 'CORE-CONTENT'],
  'REQ-IF-CONTENT': ['DATATYPES', 'SPEC-TYPES', 'SPEC-OBJECTS', 'SPEC-RELATIONS', 'SPECIFICATIONS'],
  'REQ-IF-HEADER': ['COMMENT', 'CREATION-TIME', 'REQ-IF-TOOL-ID', 'REQ-IF-VERSION', 'SOURCE-TOOL-ID', 'TITLE'],
  'SPEC-OBJECT': ['TYPE', 'VALUES'],
  'SPEC-RELATION': ['TYPE', 'SOURCE', 'TARGET', 'VALUES'],
  SPECIFICATION: ['TYPE', 'CHILDREN'],
  'SPEC-HIERARCHY': ['OBJECT', 'CHILDREN'],
  'SPEC-OBJECT-TYPE': ['SPEC-ATTRIBUTES'],
  'SPEC-RELATION-TYPE': ['SPEC-ATTRIBUTES'],
};

function faults(root: Element): readonly string[] {
  const found: string[] = [];
  const everything = deep(root);
  const owners = new Map<string, string>();
  for (const { name, attributes, children } of everything) {
    const id = attributes['IDENTIFIER'];
    if (id !== undefined) {
      if (!/^[A-Za-z_][\w.-]*$/u.test(id)) {
        found.push(`no id of XML: ${id}`);
      }
      if (owners.has(id)) {
        found.push(`twice: ${id} of ${owners.get(id) ?? ''} and ${name}`);
      }
      owners.set(id, name);
      if (name !== 'REQ-IF-HEADER' && !/^\d{4}-\d\d-\d\dT/u.test(attributes['LAST-CHANGE'] ?? '')) {
        found.push(`no time: ${name}`);
      }
    }
    const known = PARTS[name];
    const places = children.map((child) => known?.indexOf(child.name) ?? 0);
    if (
      places.includes(-1) ||
      (known !== undefined && places.some((place, n) => n > 0 && place <= (places[n - 1] ?? 0)))
    ) {
      found.push(`other parts than there are: ${name} with ${children.map((child) => child.name).join(', ')}`);
    }
  }
  for (const { name, text } of everything.filter((each) => each.name.endsWith('-REF'))) {
    if (owners.get(text) !== name.slice(0, -'-REF'.length)) {
      found.push(`${name} leads to ${owners.get(text) ?? 'nothing'}`);
    }
  }
  return found;
}
