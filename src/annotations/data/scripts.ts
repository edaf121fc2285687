import { atWordStart, blockComment, firstOnLine, inFirstColumn, lineComment, nestedComment } from '../lexing/comments';
import { characterAfter } from '../lexing/columns';
import { endOfCode, hereDocument, SHELL_HERE } from '../lexing/hereDocument';
import { whereExpressionStarts } from '../lexing/javascript';
import { markVariables, scriptRegex } from '../lexing/scriptRegex';
import { closerOf, isWord } from '../lexing/characters';
import type { Lexer, Rule, RuleSet } from '../lexing/lexer';
import { pythonStrings } from '../lexing/python';
import { perlQuotes, rubyPercent } from '../lexing/quoteLike';
import { characterLiteral, characterNotTick, fenced, readString, string } from '../lexing/strings';
import { define } from './define';

const hash = { line: '#' };
const multiline = { multiline: true };
const rubyHere = [
  hereDocument('<<', /<<(?<indent>[~-])(?:(?<quote>['"`])(?<word>[^'"`\r\n]+)\k<quote>)/u),
  hereDocument('<<', /<<(?<indent>[~-])(?<word>[\p{L}_][\p{L}\p{N}_]*)/u),
  hereDocument('<<', /<<(?<indent>)(?<quote>['"`])(?<word>[^'"`\r\n]+)\k<quote>/u),
  hereDocument('<<', /<<(?<indent>)(?<word>[A-Z_][\p{L}\p{N}_]*)/u),
  hereDocument('<<', /<<(?<indent>)(?<word>[a-z][\p{L}\p{N}_]*)/u, undefined, whereExpressionStarts),
];

export const scripts = [
  define(
    'python',
    'Python',
    {
      extensions: 'py pyw pyi pyx pxd',
      filenames: 'sconstruct sconscript',
      interpreters: 'python python2 python3',
      comment: hash,
    },
    (self) => [lineComment('#'), ...pythonStrings(self)],
  ),
  define(
    'starlark',
    'Starlark',
    { ids: 'bazel', extensions: 'bzl star', filenames: 'build workspace build.bazel tiltfile', comment: hash },
    (self) => [lineComment('#'), ...pythonStrings(self)],
  ),
  define(
    'ruby',
    'Ruby',
    {
      extensions: 'rb rake gemspec ru',
      filenames: 'gemfile rakefile vagrantfile podfile brewfile fastfile',
      interpreters: 'ruby',
      comment: hash,
    },
    (self) => [
      blockComment('=begin', '\n=end', inFirstColumn),
      endOfCode('__END__'),
      characterAfter('?'),
      lineComment('#'),
      markVariables('"\'`/;#?'),
      ...rubyHere,
      rubyPercent,
      scriptRegex(self, '#{'),
      string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
      string("'", "'", multiline),
      string('`', '`', { multiline: true, interpolation: '#{', rules: self }),
    ],
  ),
  define('crystal', 'Crystal', { extensions: 'cr', comment: hash }, (self) => [
    lineComment('#'),
    ...rubyHere,
    rubyPercent,
    scriptRegex(self, '#{'),
    string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
    string('`', '`', { multiline: true, interpolation: '#{', rules: self }),
    characterLiteral,
  ]),
  define('perl', 'Perl', { extensions: 'pl pm t pod perl psgi', interpreters: 'perl', comment: hash }, (self) => [
    {
      open: '=',
      read: (lexer, at, limit) =>
        /^=[a-zA-Z]/u.test(lexer.text.slice(at, at + 2))
          ? blockComment('=', '\n=cut', inFirstColumn).read(lexer, at, limit)
          : at,
    },
    endOfCode('__END__'),
    endOfCode('__DATA__'),
    markVariables('"\'`/;#,'),
    lineComment('#', (lexer, at) => lexer.text.charAt(at - 1) !== '@'),
    hereDocument('<<', /<<(?<indent>~?)[ \t]*(?<quote>["'])(?<word>[^"'\r\n]+)\k<quote>/u),
    hereDocument('<<', /<<(?<indent>~?)\\?(?<word>[\p{L}_][\p{L}\p{N}_]*)/u),
    ...perlQuotes,
    scriptRegex(self),
    string('"', '"', multiline),
    string("'", "'", { multiline: true, when: notPackageSeparator }),
    string('`', '`', multiline),
  ]),
  define(
    'shellscript',
    'Shell',
    {
      ids: 'sh bash zsh fish',
      extensions: 'sh bash zsh ksh fish bats ebuild',
      filenames: '.bashrc .zshrc .profile .bash_profile pkgbuild',
      interpreters: 'sh bash zsh ksh dash ash fish',
      comment: hash,
    },
    (self) => [
      lineComment('#', atWordStart),
      { open: '\\', read: (_lexer, at) => at + 2 },
      hereDocument('<<', SHELL_HERE),
      string("$'", "'", multiline),
      string('"', '"', { multiline: true, interpolation: '$(', rules: self }),
      string("'", "'", { multiline: true, escape: 'none' }),
    ],
  ),
  define(
    'powershell',
    'PowerShell',
    { extensions: 'ps1 psm1 psd1', interpreters: 'pwsh', comment: { line: '#', block: ['<#', '#>'] } },
    (self) => [
      blockComment('<#', '#>'),
      { open: '`', read: (_lexer, at) => at + 2 },
      lineComment('#', atWordStart),
      fenced('@"', /@"(?=[ \t]*[\r\n])/u, () => '\n"@'),
      fenced("@'", /@'(?=[ \t]*[\r\n])/u, () => "\n'@"),
      string('"', '"', { multiline: true, escape: 'backtick', interpolation: '$(', rules: self }),
      string("'", "'", { multiline: true, escape: 'doubled' }),
    ],
  ),
  define('bat', 'Batch', { ids: 'batch', extensions: 'bat cmd', comment: { line: 'REM' } }, () => [
    lineComment('::', firstOnLine),
    ...['r', 'R', '@'].map((open) => lineComment(open, isRemark)),
  ]),
  define('tcl', 'Tcl', { extensions: 'tcl tk exp', interpreters: 'tclsh wish expect', comment: hash }, () => [
    { open: '\\', read: (_lexer, at) => at + 2 },
    lineComment(
      '#',
      (lexer, at) => firstOnLine(lexer, at) || /[;{][ \t]*$/u.test(lexer.text.slice(Math.max(0, at - 20), at)),
      true,
    ),
    string('"', '"', { multiline: true, when: (lexer, at) => !isWord(lexer.text.charCodeAt(at - 1)) }),
  ]),
  define('r', 'R', { extensions: 'r rmd', filenames: '.rprofile', interpreters: 'rscript', comment: hash }, () => [
    lineComment('#'),
    ...['r"', 'R"', "r'", "R'"].map((open) =>
      fenced(
        open,
        new RegExp(`${open}(-*)([([{])`, 'u'),
        (match) => `${closerOf(match[2] ?? '')}${match[1] ?? ''}${open.charAt(1)}`,
      ),
    ),
    string('"', '"', multiline),
    string("'", "'", multiline),
    string('`', '`'),
  ]),
  define(
    'julia',
    'Julia',
    { extensions: 'jl', interpreters: 'julia', comment: { line: '#', block: ['#=', '=#'] } },
    (self) => [
      nestedComment('#=', '=#'),
      lineComment('#'),
      string('"""', '"""', { multiline: true, interpolation: '$(', rules: self }),
      string('"', '"', { multiline: true, interpolation: '$(', rules: self }),
      characterNotTick,
    ],
  ),
  define('elixir', 'Elixir', { extensions: 'ex exs eex heex', interpreters: 'elixir', comment: hash }, (self) => [
    characterAfter('?'),
    lineComment('#'),
    ...['"""', "'''"].map((mark) => string(mark, mark, { multiline: true, interpolation: '#{', rules: self })),
    sigil(self),
    string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
    string("'", "'", { multiline: true, interpolation: '#{', rules: self }),
  ]),
];

const SIGIL = /~(?:[a-z]|[A-Z][A-Z0-9]*)("""|'''|[/|"'([{<])/y;

/** `~r/…/`, `~s(…)`, `~SQL"""…"""`: letters, a mark, a body that ends with the mark; code in it for small letters. */
function sigil(rules: () => RuleSet): Rule {
  return {
    open: '~',
    read(lexer, at, limit) {
      SIGIL.lastIndex = at;
      const match = SIGIL.exec(lexer.text);
      if (match === null) {
        return at;
      }
      const code = /[a-z]/.test(lexer.text.charAt(at + 1)) ? { interpolation: '#{', rules } : {};
      return readString(lexer, at + match[0].length, closerOf(match[1] ?? ''), limit, { multiline: true, ...code });
    },
  };
}

/** Perl's `main'x`; behind `return` and the like the mark opens a string. */
function notPackageSeparator({ text }: Lexer, at: number): boolean {
  return (
    !/[\p{L}\p{N}_]/u.test(text.charAt(at - 1)) ||
    !/[\p{L}_]/u.test(text.charAt(at + 1)) ||
    /(?:^|[^\p{L}\p{N}_$@%&>])(?:return|eq|ne|lt|gt|le|ge|cmp|and|or|not|x|if|unless|print|push|die|warn|use|require|split|join)$/u.test(
      text.slice(Math.max(0, at - 10), at),
    )
  );
}

const REMARK = /@?rem(?=[\s.:;,=/(]|$)/iuy;

/** A remark stands where a command may. */
function isRemark(lexer: Lexer, at: number): boolean {
  REMARK.lastIndex = at;
  return (
    REMARK.test(lexer.text) &&
    (firstOnLine(lexer, at) || /[&|()][ \t]*$/u.test(lexer.text.slice(Math.max(0, at - 20), at)))
  );
}
