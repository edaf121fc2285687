import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { forEachComment } from '../../../src/annotations/commentLexer';
import { LANGUAGES } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { createMentionMatcher } from '../../../src/annotations/mentions';
import type { Language } from '../../../src/annotations/data/language';
import { FORMS } from './languageForms';
import { idsIn } from './read';

const id = fc.stringMatching(/^[A-Z]{2,5}[./_-][0-9]{1,3}$/u);
const annotation = fc
  .record({
    verb: fc.constantFrom('', 'implements ', 'vérifie ', 'partial ', 'à-faire '),
    ids: fc.array(id, { minLength: 1, maxLength: 3 }),
    note: fc.constantFrom('', ' — une note', ' - a note', ' : note'),
  })
  .map(({ verb, ids, note }) => ({ text: `@segur ${verb}${ids.join(', ')}${note}`, ids }));

/** Forms that mean the same wherever they stand in a file. */
function isFree(form: string): boolean {
  return !/^---|^#!|^"""|\bdef f|class A|CREATE FUNCTION/u.test(form);
}

const pieces: Readonly<Record<string, fc.Arbitrary<{ text: string; ids: readonly string[] }>>> = Object.fromEntries(
  LANGUAGES.map((language) => {
    const forms = FORMS[language.id] ?? { comments: [], literals: [] };
    const form = (list: readonly string[], links: boolean) =>
      fc
        .tuple(fc.constantFrom(...list.filter((text) => isFree(text))), annotation)
        // A slash or a bar may be the mark that closes the literal: the id is then part of no literal.
        .filter(([text, { ids }]) => links || !(/[/|]/u.test(text) && ids.some((one) => one.includes('/'))))
        .map(([text, { text: inner, ids }]) => ({
          text: text.replaceAll('§', () => inner),
          ids: links ? Array.from({ length: text.split('§').length - 1 }, () => ids).flat() : [],
        }));
    return [language.id, fc.oneof(form(forms.comments, true), form(forms.literals, false))];
  }),
);

/** What opens, closes, escapes and nests somewhere; openers without their closers make lexers look far ahead. */
const FRAGMENTS = [
  ...[
    '/*',
    '//',
    '/',
    '<',
    '<a ',
    '<!--',
    '<script>',
    '<![CDATA[',
    '{-',
    '(*',
    '/+',
    '=begin\n',
    '=pod\n',
    '#|',
    '#=',
    '#[[',
    '--[[',
  ],
  ...[
    '"',
    "'",
    '`',
    '"""',
    "'''",
    '$$',
    '$a$',
    "q'[",
    '@"',
    '$"',
    '$"{',
    '`${',
    '"${',
    '"#{',
    '"\\(',
    'r#"',
    'R"(',
    '@"\n',
    '[[',
    '{|',
  ],
  ...[
    '<<A\n',
    '<<A <<B\n',
    '<<<A\n',
    '<<~A\n',
    '~',
    '``',
    '%q(',
    's{',
    'q{',
    '~s(',
    '|\n ',
    '- |\n',
    'a: >\n',
    ':"',
    '= /',
    'return <a>{',
    '{',
    '}',
    '(',
    ')',
  ],
  ...[
    '\\',
    '\\\n',
    '#',
    '%{\n',
    '<?php ',
    '?>',
    '<% ',
    '@{',
    '@*',
    '{{!--',
    '```\n',
    '~~~\n',
    '---\n',
    'a / b ',
    '/* */ ',
    '/*\n',
    '//\n',
    'x\n',
    ' ',
    "'a",
    '::',
  ],
  ...[
    'def f(:"',
    '<T,>(',
    '<a b={',
    '<a>',
    '</a>',
    '=cut\n',
    '\n=end',
    ';',
    'REM ',
    '*',
    'C',
    '|',
    '>',
    '$/',
    "@'",
    "0'",
    '?"',
    '@segur A-1 ',
    '@segur A-1, ',
  ],
];

function steps(text: string, language: Language): number {
  return forEachComment(text, language, () => undefined);
}

// @segur ST.ANN.01, ST.ANN.03
describe('the lexer', () => {
  for (const language of LANGUAGES) {
    it(`links what stands in comments of ${language.name}, and nothing else, whatever follows what`, () => {
      const piece = pieces[language.id]!;
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r'), (list, lineEnd) => {
          const text = list
            .map((one) => one.text)
            .join('\n\n')
            .replaceAll('\n', lineEnd);
          assert.deepEqual(
            idsIn(text, language.id),
            list.flatMap(({ ids }) => ids),
          );
        }),
        { numRuns: 60 },
      );
    });

    it(`reads ${language.name} to the end without throwing, comments in order and inside the text`, () => {
      const mentions = createMentionMatcher(['SC.SSI/GEN.18']);
      const hostile = fc
        .array(
          fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant('\ud800')),
          {
            maxLength: 30,
          },
        )
        .map((parts) => parts.join(''));
      fc.assert(
        fc.property(hostile, (text) => {
          let last = 0;
          forEachComment(text, language, (start, end, contentEnd) => {
            assert.ok(
              last <= start && start < contentEnd && contentEnd <= end && end <= text.length,
              `${start} ${end}`,
            );
            last = end;
          });
          parseAnnotations(`${text}@segur A-1`, { language, marker: '@segur', mentions });
        }),
        { numRuns: 150 },
      );
    });

    it(`looks at the characters of hostile ${language.name} a bounded number of times`, () => {
      const repeat = (pattern: string, length: number) => pattern.repeat(Math.ceil(length / pattern.length));
      for (const first of FRAGMENTS) {
        for (const second of ['', 'x', '\n', ...(first.length < 3 ? FRAGMENTS.slice(0, 30) : [])]) {
          const pattern = first + second;
          // What stands first on a line may mean something else than what stands behind a word.
          for (const before of second === '' ? ['', 'a '] : ['']) {
            const count = (length: number): number => steps(before + repeat(pattern, length), language);
            const [small, large] = [count(600), count(2400)];
            assert.ok(large <= 5 * small + 2000, `${JSON.stringify(before + pattern)}: ${small} steps, then ${large}`);
          }
        }
      }
    });
  }
});
