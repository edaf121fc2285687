import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { languageForId, languageForPath } from '../../../src/annotations/languages';
import { sha256 } from '../../../src/base/sha256';
import { LexedText } from '../../../src/units/lexedText';
import { tokensOf, unitHash } from '../../../src/units/unitHash';
import { fixtures } from './fixtures';
import { unitsIn } from './parsers';

function hashOf(languageId: string, text: string): string {
  const language = languageForId(languageId);
  assert.ok(language);
  return unitHash(new LexedText(text, language), 0, text.length);
}

const same: readonly (readonly [title: string, language: string, left: string, right: string])[] = [
  ['comments', 'typescript', 'f(a, /* b */ c) // d', 'f(a, c)'],
  ['line breaks and indentation', 'typescript', 'f(a,\n    b);\n', 'f(a, b);'],
  ['white space around operators', 'c', 'x=a+b*(c-1);', 'x = a + b * ( c - 1 ) ;'],
  ['line ends', 'c', 'int a;\n#define B 1\nint c;', 'int a;\r\n#define B 1\r\nint c;'],
  ['line ends inside literals', 'typescript', 'a = `b\nc`', 'a = `b\r\nc`'],
  ['comments inside interpolations', 'typescript', 'a = `b${c}`', 'a = `b${/* d */c}`'],
  ['a carried-on directive', 'c', '#define A b \\\n  c', '#define A b c'],
  ['comments between words', 'c', 'int/* a */b;', 'int b;'],
  ['the indentation of all of it', 'python', '  def f():\n    return 1\n', 'def f():\n        return 1'],
  ['blank lines and comments', 'python', 'def f():\n\n# a\n    x\n    y', 'def f(): # b\n    x\n\n    y\n'],
  ['docstrings', 'python', 'def f():\n    """Doc."""\n    x', 'def f():\n    x'],
  ['line breaks in brackets', 'python', 'f(a,\nb)', 'f(a, b)'],
  ['neighbouring strings', 'c', '"a""b"', '"a" "b"'],
];

const different: typeof same = [
  ['a name', 'typescript', 'f(a)', 'f(b)'],
  ['where words end', 'c', 'int b', 'intb'],
  ['an operator', 'c', 'a < b', 'a > b'],
  ['the order', 'c', 'a; b;', 'b; a;'],
  ['white space in a string', 'c', '"a b"', '"a  b"'],
  ['what is one string', 'c', '"a" "b"', '"ab"'],
  ['a string and a name', 'javascript', 'a', '"a"'],
  ['the body of a directive', 'c', '#define A\nb', '#define A b'],
  ['what stands in a block', 'python', 'if a:\n    b\nc', 'if a:\n    b\n    c'],
  ['what is one statement', 'shellscript', 'a\nb', 'a b'],
  ['a key in another section', 'yaml', 'a:\n  b: 1\nc: 2', 'a:\n  b: 1\n  c: 2'],
];

// @segur ST.ANN.06
describe('the hash of a code unit', () => {
  for (const [title, language, left, right] of same) {
    it(`does not see ${title} (${language})`, () => {
      assert.equal(hashOf(language, left), hashOf(language, right));
    });
  }

  for (const [title, language, left, right] of different) {
    it(`sees ${title} (${language})`, () => {
      assert.notEqual(hashOf(language, left), hashOf(language, right));
    });
  }

  it('is the first 16 digits of the SHA-256 of the tokens', () => {
    const text = 'f( "a  b" );';
    const language = languageForPath('a.c');
    const tokens = 'f\0(\0"a  b"\0)\0;\0';
    assert.equal(tokensOf(new LexedText(text, language), 0, text.length), tokens);
    assert.equal(hashOf('c', text), createHash('sha256').update(tokens).digest('hex').slice(0, 16));
  });

  it('rests on SHA-256 as everybody computes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});

/** Lines (from 0) before which a line may be put: no literal, comment or carried-on line is torn, and no markup. */
function seams(path: string, text: string): number[] {
  const code = new LexedText(text, languageForPath(path, text));
  const lines = Array.from({ length: code.lines.count - 1 }, (_, line) => line);
  return lines.filter((line) => {
    const start = code.lines.startOf(line);
    const above = line === 0 ? '' : code.lines.code(line - 1);
    const isInside =
      code.literalStart(code.firstLiteralFrom(start)) === start ||
      (code.notCode.covers(start) && code.notCode.covers(start - 1));
    return line > 1 && !isInside && !above.trimEnd().endsWith('\\') && !/^\s*(?:#|<\w|[\w ]+,.*string$)/u.test(above);
  });
}

describe('the hashes of the units in a file', () => {
  const sound = fixtures.filter(({ path }) => !/broken|\.vue$|\.tsx$/iu.test(path));
  const hashes = async (path: string, text: string): Promise<(string | undefined)[]> =>
    (await unitsIn(path, text, 'syntax')).map((unit) => unit?.hash);

  for (const { path, text } of sound) {
    const { comment } = languageForPath(path, text);
    const remark = comment.line === undefined ? '/* a remark */' : `${comment.line} a remark`;
    const lines = text.split('\n');

    it(`do not change with comments, blank lines and indentation (${path})`, async () => {
      const before = await hashes(path, text);
      const addition = fc.tuple(
        fc.constantFrom(...seams(path, text)),
        fc.constantFrom('', '   ', remark, `\t${remark}`),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(addition, { minLength: 1, maxLength: 5 }), async (additions) => {
          const changed = lines.flatMap((line, i) => [
            ...additions.filter(([before]) => before === i).map(([, added]) => added),
            line,
          ]);
          assert.deepEqual(await hashes(path, changed.join('\n')), before);
        }),
        { numRuns: 30 },
      );
    });

    it(`change with their tokens (${path})`, async () => {
      const units = await unitsIn(path, text, 'syntax');
      const code = new LexedText(text, languageForPath(path, text));
      const places = units.flatMap((unit, i) => {
        const inside = unit === undefined ? [] : lines.map((_, line) => line).slice(unit.startLine + 1, unit.endLine);
        return inside.flatMap((line) =>
          [...code.lines.code(line).matchAll(/\b[a-z]{2,}/gu)].map(
            ({ index }) => [i, code.lines.startOf(line) + index + 1] as const,
          ),
        );
      });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), async ([i, at]) => {
          const changed = await hashes(path, `${text.slice(0, at)}q${text.slice(at)}`);
          assert.notEqual(changed[i], units[i]?.hash);
        }),
        { numRuns: 30 },
      );
    });

    it(`are there for all of them, and differ where the units do (${path})`, async () => {
      const units = (await unitsIn(path, text, 'syntax')).filter((unit) => unit !== undefined);
      const names = new Set(units.map(({ kind, name, startLine }) => `${kind} ${name} ${startLine}`));
      assert.equal(new Set(units.map(({ hash }) => hash)).size, names.size);
      assert.ok(units.every(({ hash }) => /^[0-9a-f]{16}$/u.test(hash ?? '')));
    });
  }
});
