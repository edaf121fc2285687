import {
  afterBlank,
  atWordStart,
  blockComment,
  firstOnLine,
  inFirstColumn,
  lineComment,
  nestedComment,
  type Condition,
} from '../lexing/comments';
import { characterAfter, cobolColumnSeven, fortranColumnOne } from '../lexing/columns';
import type { Rule, RuleSet } from '../lexing/lexer';
import { mlComment } from '../lexing/ml';
import { fortranStrings, latexBackslash, matlabBlocks, prologCharacter } from '../lexing/lineRules';
import { bracketedName, dollarQuote, oracleQuotes } from '../lexing/sql';
import { characterLiteral, characterNotTick, fenced, fencedComment, notAfterOperand, string } from '../lexing/strings';
import { define } from './define';

const doubled = { escape: 'doubled' } as const;
const doubledLines = { escape: 'doubled', multiline: true } as const;

const notWordBefore: Condition = (lexer, at) => at === 0 || !/[\p{L}\p{N}_.$%]/u.test(lexer.text.charAt(at - 1));

/** A word that opens a comment (`REM`, `C`): it stands at the start of a statement and a blank follows. */
function wordComment(word: string): Rule {
  const isThere: Condition = (lexer, at) =>
    notWordBefore(lexer, at) &&
    /^(?:\s|$)/u.test(lexer.text.charAt(at + word.length)) &&
    (firstOnLine(lexer, at) || /:\s*$/u.test(lexer.text.slice(Math.max(0, at - 20), at)));
  return lineComment(word, isThere);
}

const sql = (self: () => RuleSet): Rule[] => [
  lineComment('--'),
  nestedComment('/*', '*/', { dialect: true }),
  dollarQuote(self),
  ...oracleQuotes,
  ...["E'", "e'"].map((open) => string(open, "'", { multiline: true, when: notWordBefore })),
  string("'", "'", doubledLines),
  string('"', '"', doubledLines),
  string('`', '`'),
  bracketedName,
  // MySQL's; SQL Server's temporary tables start with the mark, too.
  lineComment('#', (lexer, at) => afterBlank(lexer, at) && /^\s?$/u.test(lexer.text.charAt(at + 1))),
];

const fortranFree = [lineComment('!'), ...fortranStrings];

export const classics = [
  define(
    'sql',
    'SQL',
    {
      ids: 'pgsql mysql tsql postgres sqlite',
      extensions: 'sql ddl dml pgsql psql',
      comment: { line: '--', block: ['/*', '*/'] },
    },
    sql,
  ),
  define(
    'plsql',
    'PL/SQL',
    {
      ids: 'oraclesql',
      extensions: 'pls plsql pkb pks pck pkg plb trg prc fnc tps tpb',
      comment: { line: '--', block: ['/*', '*/'] },
    },
    sql,
  ),
  define(
    'pascal',
    'Pascal',
    { ids: 'objectpascal delphi', extensions: 'pas dpr dpk pp lpr', comment: { line: '//', block: ['{', '}'] } },
    () => [lineComment('//'), blockComment('(*', '*)'), blockComment('{', '}'), string("'", "'", doubled)],
  ),
  define(
    'vb',
    'Visual Basic',
    { ids: 'vbscript vba', extensions: 'vb bas frm vbs ctl vba', comment: { line: "'" } },
    () => [lineComment("'"), ...['REM', 'Rem', 'rem'].map(wordComment), string('"', '"', doubled)],
  ),
  define(
    'cobol',
    'COBOL',
    { ids: 'opencobol acucobol ilecobol', extensions: 'cbl cob cpy cobol', comment: { line: '*>' } },
    () => [lineComment('*>'), ...cobolColumnSeven, string('"', '"', doubled), string("'", "'", doubled)],
  ),
  define(
    'fortran-free',
    'Fortran',
    { ids: 'FortranFreeForm fortran fortran-modern', extensions: 'f90 f95 f03 f08 f18', comment: { line: '!' } },
    () => fortranFree,
  ),
  define(
    'fortran-fixed',
    'Fortran, fixed form',
    { ids: 'fortran_fixed-form', extensions: 'f for f77 ftn', comment: { line: 'C' } },
    () => [...fortranColumnOne, ...fortranFree],
  ),
  define('ada', 'Ada', { extensions: 'adb ads ada', comment: { line: '--' } }, () => [
    lineComment('--'),
    string('"', '"', doubled),
    characterNotTick,
  ]),
  define('vhdl', 'VHDL', { extensions: 'vhd vhdl', comment: { line: '--' } }, () => [
    lineComment('--'),
    blockComment('/*', '*/'),
    string('"', '"', doubled),
    characterNotTick,
  ]),
  define(
    'lua',
    'Lua',
    { extensions: 'lua', interpreters: 'lua luajit', comment: { line: '--', block: ['--[[', ']]'] } },
    () => [
      fencedComment('--[', /--\[(=*)\[/u, (match) => `]${match[1] ?? ''}]`),
      lineComment('--'),
      fenced('[', /\[(=*)\[/u, (match) => `]${match[1] ?? ''}]`),
      ...['"', "'"].map((mark) => string(mark, mark, { text: ['\\z\n', '\\z\r\n'] })),
    ],
  ),
  define('matlab', 'MATLAB', { ids: 'octave', extensions: '', interpreters: 'octave', comment: { line: '%' } }, () => [
    ...matlabBlocks,
    lineComment('%'),
    lineComment('...'),
    lineComment('#', atWordStart),
    string('"', '"', doubled),
    string("'", "'", { escape: 'doubled', when: notAfterOperand }),
  ]),
  define(
    'haskell',
    'Haskell',
    {
      ids: 'literate-haskell purescript elm',
      extensions: 'hs lhs purs elm',
      interpreters: 'runhaskell stack',
      comment: { line: '--', block: ['{-', '-}'] },
    },
    () => [
      nestedComment('{-', '-}'),
      lineComment(
        '--',
        (lexer, at) =>
          /^--+(?![!#$%&*+./<=>?@\\^|~:])/u.test(lexer.text.slice(at, at + 60)) &&
          !/[!#$%&*+./<=>?@\\^|~:]/u.test(lexer.text.charAt(at - 1)),
      ),
      string('"', '"', { multiline: true }),
      characterNotTick,
    ],
  ),
  define(
    'ocaml',
    'OCaml',
    { ids: 'ocaml.interface reason', extensions: 'ml mli', comment: { block: ['(*', '*)'] } },
    () => [
      mlComment,
      fenced('{', /\{([a-z_]*)\|/u, (match) => `|${match[1] ?? ''}}`),
      string('"', '"', { multiline: true }),
      characterLiteral,
    ],
  ),
  define('erlang', 'Erlang', { extensions: 'erl hrl escript', interpreters: 'escript', comment: { line: '%' } }, () => [
    characterAfter('$'),
    lineComment('%'),
    string('"""', '"""', { multiline: true }),
    string('"', '"', { multiline: true }),
    string("'", "'", { multiline: true }),
  ]),
  define(
    'clojure',
    'Clojure',
    { extensions: 'clj cljs cljc edn bb', interpreters: 'bb clojure', comment: { line: ';' } },
    () => [{ open: '\\', read: (_lexer, at) => at + 2 }, lineComment(';'), string('"', '"', { multiline: true })],
  ),
  define(
    'lisp',
    'Lisp',
    {
      ids: 'commonlisp scheme racket',
      extensions: 'lisp lsp cl scm ss rkt sld',
      comment: { line: ';' },
    },
    () => [
      { open: '#\\', read: (_lexer, at) => at + 3 },
      nestedComment('#|', '|#'),
      lineComment(';'),
      string('|', '|', { multiline: true }),
      string('"', '"', { multiline: true }),
    ],
  ),
  define('elisp', 'Emacs Lisp', { ids: 'emacslisp', extensions: 'el', comment: { line: ';' } }, () => [
    characterAfter('?'),
    lineComment(';'),
    string('"', '"', { multiline: true }),
  ]),
  define('mumps', 'MUMPS', { extensions: 'mumps mps rou', comment: { line: ';' } }, () => [
    lineComment(';'),
    string('"', '"', doubled),
  ]),
  define(
    'objectscript',
    'ObjectScript',
    {
      ids: 'objectscript-class objectscript-macros objectscript-int objectscript-routine',
      extensions: 'mac int',
      comment: { line: '//', block: ['/*', '*/'] },
    },
    () => [lineComment('//'), blockComment('/*', '*/'), lineComment(';'), string('"', '"', doubled)],
  ),
  define('abap', 'ABAP', { extensions: 'abap', comment: { line: '"' } }, (self) => [
    lineComment('*', inFirstColumn),
    string("'", "'", doubled),
    string('`', '`', doubled),
    string('|', '|', { interpolation: '{', rules: self }),
    lineComment('"'),
  ]),
  define('windev', 'WLanguage', { extensions: 'wl', comment: { line: '//' } }, () => [
    lineComment('//'),
    blockComment('/*', '*/'),
    string('"', '"', doubled),
  ]),
  define('asm', 'Assembly', { ids: 'assembly arm nasm gas', extensions: 'asm s nasm', comment: { line: ';' } }, () => [
    lineComment('//'),
    blockComment('/*', '*/'),
    lineComment(';'),
    lineComment('#', atWordStart),
    lineComment('@', afterBlank),
    string('"', '"'),
    // GNU's `'a` has no closing mark.
    string("'", "'", {
      escape: 'none',
      when: (lexer, at) => /^'[^'\r\n]{1,200}'/u.test(lexer.text.slice(at, at + 202)),
    }),
  ]),
  define('prolog', 'Prolog', { extensions: 'pro prolog', comment: { line: '%', block: ['/*', '*/'] } }, () => [
    prologCharacter,
    lineComment('%'),
    blockComment('/*', '*/'),
    string('"', '"', { multiline: true }),
    // Not a number's base: 16'FF.
    string("'", "'", { multiline: true, when: (lexer, at) => !/[0-9]/u.test(lexer.text.charAt(at - 1)) }),
  ]),
  define('latex', 'LaTeX', { ids: 'tex bibtex', extensions: 'tex sty dtx ltx bib', comment: { line: '%' } }, () => [
    latexBackslash,
    lineComment('%'),
  ]),
  define('smalltalk', 'Smalltalk', { extensions: 'st', comment: { block: ['"', '"'] } }, () => [
    { open: '$', read: (_lexer, at) => at + 2 },
    string("'", "'", doubledLines),
    blockComment('"', '"'),
  ]),
];
