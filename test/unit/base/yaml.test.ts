import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { english, render } from '../../../src/base/message';
import { ProblemCode, type Problem } from '../../../src/base/problem';
import { LineMap, type Range } from '../../../src/base/text';
import { parseYaml, validateYaml } from '../../../src/base/yaml';

const schema = v.object({
  version: v.literal(1),
  edition: v.exactOptional(v.string()),
  names: v.exactOptional(v.record(v.string(), v.string())),
  items: v.exactOptional(
    v.array(
      v.object({
        id: v.string(),
        kind: v.exactOptional(v.picklist(['documentation', 'rapport'])),
        date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
        for: v.exactOptional(v.union([v.string(), v.array(v.string())])),
        tags: v.exactOptional(v.array(v.string())),
      }),
    ),
  ),
});

function cut(text: string, range: Range | undefined): string | undefined {
  const lines = new LineMap(text);
  return range === undefined ? undefined : text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

function told(text: string, { severity, message, range }: Problem): string {
  return `${severity} «${cut(text, range) ?? ''}» ${render(english, message)}`;
}

function check(text: string): { output: unknown; problems: string[]; codes: ProblemCode[] } {
  const parsed = parseYaml(text, 'segur.yaml');
  const { output, problems } = validateYaml(schema, parsed, 'segur.yaml');
  const all = [...parsed.problems, ...problems];
  assert.ok(all.every((problem) => problem.file === 'segur.yaml' && problem.remedy !== undefined));
  return { output, problems: all.map((problem) => told(text, problem)), codes: all.map(({ code }) => code) };
}

// @segur ST.TRU.02
describe('parseYaml', () => {
  it('knows where every value and key stands', () => {
    const text =
      '\ufeffa: 1\r\nlist:\r\n  - id: é # first\r\n    text: |\r\n      one\r\n      two\r\n  - [x, "y z"]\r\n';
    const { rangeOf, keyRangeOf } = parseYaml(text, 'f');
    assert.equal(cut(text, rangeOf(['list', 0, 'id'])), 'é');
    assert.equal(cut(text, keyRangeOf(['list', 0, 'id'])), 'id');
    assert.equal(cut(text, rangeOf(['list', 0, 'text'])), '|\r\n      one\r\n      two');
    assert.equal(cut(text, rangeOf(['list', 1, 1])), '"y z"');
    assert.equal(rangeOf(['list', 7, 'id']), undefined);
    assert.equal(keyRangeOf(['list', 0]), undefined);
  });
  it('finds values behind an alias', () => {
    const text = 'base: &b {id: A}\nother: *b\n';
    assert.equal(cut(text, parseYaml(text, 'f').rangeOf(['other', 'id'])), 'A');
  });
  it('has no value for an empty file or one of comments alone', () => {
    for (const text of ['', '\n\n', '# nothing yet\n']) {
      const { value, problems } = parseYaml(text, 'f');
      assert.deepEqual([value, problems], [undefined, []]);
    }
  });
  it('keeps the comments of a file that holds nothing else', () => {
    assert.equal(String(parseYaml('# nothing yet\n', 'f').document).includes('# nothing yet'), true);
  });
  it('tells a key written twice, a tab, an open bracket, an unknown alias and a second document, each in its place', () => {
    const problemsOf = (text: string): string[] => parseYaml(text, 'f').problems.map((problem) => told(text, problem));
    assert.deepEqual(problemsOf('a: 1\na: 2'), ['error «a» This key is written twice']);
    assert.match(problemsOf('a:\n\t- b').join(), /A tab cannot indent YAML/);
    assert.match(problemsOf('a: [1, 2').join(), /^error «» Not valid YAML/);
    assert.match(problemsOf('a: *x').join(), /Unresolved alias/);
    assert.match(problemsOf('a: 1\n---\nb: 2').join(), /^warning .*Only the first document/s);
  });
  it('reads what it can around a mistake', () => {
    assert.deepEqual(parseYaml('items:\n  - id: A\n   title: b\n  - id: C\n', 'f').value, {
      items: [{ id: 'A' }, { title: 'b' }, { id: 'C' }],
    });
  });
  it('refuses files that grow when read, nest without end or are huge', () => {
    const bomb = ['k0: &k0 [x, x]', ...Array.from({ length: 30 }, (_, i) => `k${i + 1}: &k${i + 1} [*k${i}, *k${i}]`)];
    const codes = [bomb.join('\n'), '['.repeat(100_000), '- '.repeat(50_000), 'a'.repeat(17 * 1024 * 1024)].map(
      (text) => {
        const { value, problems } = parseYaml(text, 'f');
        assert.equal(value, undefined);
        return problems.map(({ code }) => code);
      },
    );
    assert.deepEqual(codes, [
      [ProblemCode.YamlSyntax],
      [ProblemCode.YamlSyntax],
      [ProblemCode.YamlSyntax],
      [ProblemCode.FileTooLarge],
    ]);
  });
  it('says of a file that is only a little too large that it is', () => {
    const [problem] = parseYaml('a'.repeat(16 * 1024 * 1024 + 1), 'f').problems;
    assert.deepEqual(problem?.message.args, [17, 16]);
  });
  it('bears a value that holds itself', () => {
    const { output } = validateYaml(schema, parseYaml('version: 1\nitems: &a\n  - *a\n  - {id: A}\n', 'f'), 'f');
    assert.deepEqual(output, { version: 1, items: [{ id: 'A' }] });
  });
  it('never touches a prototype', () => {
    const { value } = parseYaml('__proto__: {polluted: true}', 'f');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.deepEqual(Object.keys(value as object), ['__proto__']);
  });
  it('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '!!t ',
      '|',
      '>',
      '"',
      "'",
      '\t',
      '---\n',
      '? ',
      '#',
      '%',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (raw) => {
        validateYaml(schema, parseYaml(raw, 'f'), 'f');
      }),
      { numRuns: 500 },
    );
  });
});

describe('validateYaml', () => {
  it('gives what fits, without a word', () => {
    const { output, problems } = check('version: 1\nitems:\n  - {id: A, date: 2026-09-01, for: [x]}\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(output, { version: 1, items: [{ id: 'A', date: '2026-09-01', for: ['x'] }] });
  });
  it('takes numbers for texts as they are written, and empty optional keys for absent ones', () => {
    const { output, problems } = check(
      'version: 1\nedition: 2026.10\nitems:\n  - id: 0012\n    for: 4.10\n    kind:\n    tags: [1.0, true]\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(output, {
      version: 1,
      edition: '2026.10',
      items: [{ id: '0012', for: '4.10', tags: ['1.0', 'true'] }],
    });
  });
  it('loses one list item or optional key for each mistake, not the others', () => {
    const { output, problems } = check(
      'version: 1\nitems:\n  - {id: A}\n  - {kind: rapport}\n  - {id: B, kind: raport, tags: [x, {y: 1}, z]}\n  - oops\n  - {id: C, date: 1/9/2026}\n',
    );
    assert.deepEqual(output, {
      version: 1,
      items: [{ id: 'A' }, { id: 'B', tags: ['x', 'z'] }, { id: 'C' }],
    });
    assert.deepEqual(problems, [
      'error «rapport» items › 2 › id is missing',
      'error «raport» items › B › kind: one of documentation, rapport is expected, not “raport”',
      'error «{y: 1}» items › B › tags › 2: a text is expected, not {…}',
      'error «oops» items › 4: keys and values are expected, not “oops”',
      'error «1/9/2026» items › C › date: a date such as 2026-09-01 is expected, not “1/9/2026”',
    ]);
  });
  it('says where what is left of a list stands', () => {
    const text = 'version: 1\nitems:\n  - 7\n  - {id: A}\n  - {}\n  - {id: B}\n';
    const { output, rangeOf } = validateYaml(schema, parseYaml(text, 'f'), 'f');
    assert.deepEqual(
      output?.items?.map((_, i) => cut(text, rangeOf(['items', i, 'id']))),
      ['A', 'B'],
    );
  });
  it('repairs one place of an anchored value and not the other', () => {
    const { output } = check('version: 1\nitems:\n  - &a {id: A, tags: [{}, x]}\n  - *a\n');
    assert.deepEqual(output, {
      version: 1,
      items: [
        { id: 'A', tags: ['x'] },
        { id: 'A', tags: ['x'] },
      ],
    });
  });
  it('proposes the key or word that was meant', () => {
    const text = 'version: 1\nitems:\n  - id: A\n    kidn: rapport\n    kind: Raport\n';
    const parsed = parseYaml(text, 'f');
    const { problems } = validateYaml(schema, parsed, 'f');
    assert.deepEqual(
      problems.map((problem) => [told(text, problem), problem.remedy && render(english, problem.remedy)]),
      [
        [
          'error «Raport» items › A › kind: one of documentation, rapport is expected, not “Raport”',
          'Did you mean “rapport”?',
        ],
        [
          'warning «kidn» items › A › kidn is not known here and is passed over',
          'Did you mean “kind”? Known here: id, kind, date, for, tags',
        ],
      ],
    );
  });
  it('does not take a list for keys and values', () => {
    assert.deepEqual(check('- a\n- b\n'), {
      output: undefined,
      problems: ['error «- a\n- b» This file must hold “key: value” lines, not […]'],
      codes: [ProblemCode.YamlSchema],
    });
    const nested = v.object({ scan: v.exactOptional(v.object({ tests: v.exactOptional(v.string()) })) });
    const { output, problems } = validateYaml(nested, parseYaml('scan: [x]', 'f'), 'f');
    assert.deepEqual([output, problems.length], [{}, 1]);
  });
  it('takes any key in a record', () => {
    assert.deepEqual(check('version: 1\nnames: {anything: goes}').problems, []);
  });
  it('completes a missing version, and refuses another one', () => {
    const missing = check('items: [{id: A}]');
    assert.deepEqual(missing.output, { version: 1, items: [{ id: 'A' }] });
    assert.deepEqual(
      missing.problems.map((text) => text.split(' ')[0]),
      ['warning'],
    );
    const later = check('version: 2\nitems: [{id: A}]');
    assert.equal(later.output, undefined);
    assert.deepEqual(later.codes, [ProblemCode.YamlVersion]);
  });
  it('says nothing of the consequences of a syntax error', () => {
    assert.deepEqual(check('version: 1\nitems:\n  - id: [A\n').codes, [ProblemCode.YamlSyntax]);
  });
  it('refuses a file of another kind with a bounded number of problems', () => {
    assert.equal(check('just a text').output, undefined);
    assert.ok(check(`version: 1\nitems:\n${'  - 1\n'.repeat(5000)}`).problems.length <= 100);
  });
});
