import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { behindNoteMark, endOfNote, endOfWord, skipBlanks, tidy } from '../../../src/annotations/annotationWords';
import { read } from './read';

describe('the words of an annotation', () => {
  it('end at blanks, commas, quotes and the end of the comment', () => {
    const wordOf = (text: string): string => text.slice(0, endOfWord(text, 0, text.length));
    assert.deepEqual(['A-1 x', 'A-1,B', 'A-1"', 'A-1*/', 'A-1-->', 'A#1', 'A=1', 'A-1«'].map(wordOf), [
      'A-1',
      'A-1',
      'A-1',
      'A-1',
      'A-1',
      'A#1',
      'A=1',
      'A-1',
    ]);
  });

  it('lose the punctuation around them, not the brackets that they opened', () => {
    assert.deepEqual(['A-1).', 'A(1)', '(A-1)', 'A[1]).', 'A-1…', '))'].map(tidy), [
      'A-1',
      'A(1)',
      '(A-1)',
      'A[1]',
      'A-1',
      '',
    ]);
  });

  it('are split by blanks as the regular expression has it', () => {
    const blank = fc.constantFrom(' ', '\t', '\u00a0', '\u2009', '\ufeff', '\n', '\r', 'x', '\u3000');
    fc.assert(
      fc.property(fc.array(blank, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        assert.equal(skipBlanks(text, 0, text.length), /^[^\S\r\n]*/u.exec(text)?.[0].length);
      }),
    );
  });

  it('separate a note by a dash or a colon that stands apart', () => {
    assert.deepEqual(
      [' - x', '- x', ' — x', ' -- x', ': x', ' :', '-x', '--- x', ' x', ''].map((text) =>
        behindNoteMark(text, 0, text.length),
      ),
      [3, 2, 3, 4, 2, 2, undefined, undefined, undefined, undefined],
    );
  });

  it('end their note before the marks that close the comment', () => {
    const ends = [
      '',
      ' ',
      '*/',
      ' **/ ',
      '-->',
      ' --%>',
      '*@',
      '#>',
      '|#',
      '=#',
      '-}',
      '*)',
      '*/}',
      '***',
      '"""',
      " '''",
    ];
    for (const end of ends) {
      const text = `une note${end}\nmore`;
      assert.equal(text.slice(0, endOfNote(text, 0, text.length)), 'une note', JSON.stringify(end));
    }
  });
});

// @segur ST.ANN.03
describe('hostile annotations', () => {
  const long = 100_000;
  const texts: Readonly<Record<string, string>> = {
    'a note with a hole of blanks': `x${' '.repeat(long)}y`,
    'a note with a row of stars': `x${'*'.repeat(long)}y`,
    'blanks instead of an id': `${' '.repeat(long)}y`,
    'brackets that nobody opened': `${')'.repeat(long)}x`,
    'brackets in pairs': `${'()'.repeat(long)})x`,
    'capitals and blanks': 'A '.repeat(long),
    'capitals and dashes': 'A-'.repeat(long),
    'a list without an end': 'A-1,'.repeat(long),
    'a word of accents': `abc${'\u0301'.repeat(long)} A-1`,
    'hard blanks behind an id': `A-1${'\u00a0'.repeat(long)}x`,
  };
  for (const [name, text] of Object.entries(texts)) {
    // What grows with the square of the length takes minutes, so the runner's time limit tells.
    it(`are read in no time: ${name}`, () => {
      assert.equal(read(`// @segur A-1 ${text}\nf();`).annotations.length, 1);
      assert.equal(read(`// @segur ${text}\nf();`).annotations.length, 1);
    });
  }

  it('are read in no time: a backtick behind thousands of comments', () => {
    assert.equal(read(`${'// @segur A-1\nf();\n'.repeat(20_000)}\``).annotations.length, 20_000);
  });
});
