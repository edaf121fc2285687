import {
  afterBlank,
  atWordStart,
  blockComment,
  firstOnLine,
  inFirstColumn,
  lineComment,
  nestedComment,
} from '../lexing/comments';
import { characterAfter, inRecipe, notEscaped, whereYamlValueStarts, yamlBlockScalar } from '../lexing/columns';
import { endOfCode, hereDocument } from '../lexing/hereDocument';
import { commandRegexLiteral } from '../lexing/javascript';
import { pythonStrings } from '../lexing/python';
import { perlQuotes, rubyPercent } from '../lexing/quoteLike';
import { characterLiteral, fenced, fencedComment, notAfterOperand, string } from '../lexing/strings';
import { define } from './define';

const hash = { line: '#' };
const multiline = { multiline: true };
const SHELL_HERE = /<<(?!<)(?<indent>-?)[ \t]*(?:(?<quote>['"])|\\?)(?<word>[\p{L}_][^\s'"\\;|&<>()`$#]*)\k<quote>/u;

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
    () => [lineComment('#'), ...pythonStrings],
  ),
  define(
    'starlark',
    'Starlark',
    { ids: 'bazel', extensions: 'bzl star', filenames: 'build workspace build.bazel tiltfile', comment: hash },
    () => [lineComment('#'), ...pythonStrings],
  ),
  define(
    'ruby',
    'Ruby',
    {
      ids: 'erb',
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
      hereDocument('<<', /<<(?<indent>[~-]?)['"`]?(?<word>[A-Z_][\p{L}\p{N}_]*)['"`]?/u),
      rubyPercent,
      commandRegexLiteral,
      string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
      string("'", "'", multiline),
      string('`', '`', { multiline: true, interpolation: '#{', rules: self }),
    ],
  ),
  define('crystal', 'Crystal', { extensions: 'cr', comment: hash }, (self) => [
    lineComment('#'),
    string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
    characterLiteral,
  ]),
  define(
    'perl',
    'Perl',
    { ids: 'perl6 raku', extensions: 'pl pm t pod perl psgi', interpreters: 'perl', comment: hash },
    () => [
      {
        open: '=',
        read: (lexer, at, limit) =>
          /^=[a-zA-Z]/u.test(lexer.text.slice(at, at + 2))
            ? blockComment('=', '\n=cut', inFirstColumn).read(lexer, at, limit)
            : at,
      },
      endOfCode('__END__'),
      endOfCode('__DATA__'),
      lineComment('#', (lexer, at) => !'$@{'.includes(lexer.text.charAt(at - 1)) || at === 0),
      hereDocument('<<', /<<(?<indent>~?)['"]?(?<word>[\p{L}_][\p{L}\p{N}_]*)['"]?/u),
      ...perlQuotes,
      commandRegexLiteral,
      string('"', '"', multiline),
      string("'", "'", { multiline: true, when: (lexer, at) => !/[\p{L}\p{N}_]/u.test(lexer.text.charAt(at - 1)) }),
      string('`', '`', multiline),
    ],
  ),
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
      lineComment('#', atWordStart),
      fenced('@"', /@"(?=[ \t]*[\r\n])/u, () => '\n"@'),
      fenced("@'", /@'(?=[ \t]*[\r\n])/u, () => "\n'@"),
      string('"', '"', { multiline: true, escape: 'backtick', interpolation: '$(', rules: self }),
      string("'", "'", { multiline: true, escape: 'doubled' }),
    ],
  ),
  define('bat', 'Batch', { ids: 'batch', extensions: 'bat cmd', comment: { line: 'REM' } }, () => [
    lineComment('::', firstOnLine),
    ...['REM', 'rem', 'Rem', '@REM', '@rem', '@Rem'].map((word) =>
      lineComment(
        word,
        (lexer, at) => firstOnLine(lexer, at) && /^[\s.:]?$/u.test(lexer.text.charAt(at + word.length)),
      ),
    ),
  ]),
  define('tcl', 'Tcl', { extensions: 'tcl tk exp', interpreters: 'tclsh wish expect', comment: hash }, () => [
    lineComment(
      '#',
      (lexer, at) => firstOnLine(lexer, at) || /;\s*$/u.test(lexer.text.slice(Math.max(0, at - 20), at)),
    ),
    string('"', '"', multiline),
  ]),
  define('r', 'R', { extensions: 'r rmd', filenames: '.rprofile', interpreters: 'rscript', comment: hash }, () => [
    lineComment('#'),
    ...['r"', 'R"', "r'", "R'"].map((open) =>
      fenced(
        open,
        new RegExp(`${open}(-*)([([{])`, 'u'),
        (match) => `${closerOf(match[2])}${match[1] ?? ''}${open.charAt(1)}`,
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
      {
        ...characterLiteral,
        read: (lexer, at, limit) => (notAfterOperand(lexer, at) ? characterLiteral.read(lexer, at, limit) : at),
      },
    ],
  ),
  define('elixir', 'Elixir', { extensions: 'ex exs eex heex', interpreters: 'elixir', comment: hash }, (self) => [
    characterAfter('?'),
    lineComment('#'),
    ...['"""', "'''"].flatMap((mark) => [
      ...['~S', '~s', '~H', '~D'].map((sigil) => string(sigil + mark, mark, multiline)),
      string(mark, mark, { multiline: true, interpolation: '#{', rules: self }),
    ]),
    { open: '~', read: (lexer, at, limit) => readSigil(lexer, at, limit) },
    string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
    string("'", "'", { multiline: true, interpolation: '#{', rules: self }),
  ]),
  define(
    'yaml',
    'YAML',
    { ids: 'dockercompose github-actions-workflow helm', extensions: 'yaml yml', comment: hash },
    () => [
      lineComment('#', afterBlank),
      ...yamlBlockScalar,
      string('"', '"', { multiline: true, when: whereYamlValueStarts }),
      string("'", "'", { multiline: true, escape: 'doubled', when: whereYamlValueStarts }),
    ],
  ),
  define('toml', 'TOML', { extensions: 'toml', filenames: 'cargo.lock poetry.lock pipfile', comment: hash }, () => [
    lineComment('#'),
    string('"""', '"""', multiline),
    string("'''", "'''", { multiline: true, escape: 'none' }),
    string('"', '"'),
    string("'", "'", { escape: 'none' }),
  ]),
  define(
    'ini',
    'INI',
    {
      extensions: 'ini cfg conf cnf desktop inf reg editorconfig',
      filenames: '.gitconfig .editorconfig .npmrc',
      comment: { line: ';' },
    },
    () => [
      lineComment(';', afterBlank),
      lineComment('#', afterBlank),
      string('"', '"', { when: (lexer, at) => /[=\s]/u.test(lexer.text.charAt(at - 1)) }),
    ],
  ),
  define(
    'properties',
    'Properties',
    { ids: 'java-properties spring-boot-properties', extensions: 'properties', comment: hash },
    () => [lineComment('#', firstOnLine), lineComment('!', firstOnLine)],
  ),
  define(
    'dotenv',
    'Environment',
    { ids: 'env', extensions: 'env', filenames: '.env .env.* .envrc', comment: hash },
    () => [
      lineComment('#', afterBlank),
      string('"', '"', { multiline: true, when: (lexer, at) => lexer.text.charAt(at - 1) === '=' }),
      string("'", "'", { multiline: true, escape: 'none', when: (lexer, at) => lexer.text.charAt(at - 1) === '=' }),
    ],
  ),
  define(
    'dockerfile',
    'Dockerfile',
    {
      extensions: 'dockerfile containerfile',
      filenames: 'dockerfile dockerfile.* containerfile containerfile.*',
      comment: hash,
    },
    () => [lineComment('#', firstOnLine), hereDocument('<<', SHELL_HERE)],
  ),
  define(
    'makefile',
    'Makefile',
    { extensions: 'mk mak make', filenames: 'makefile makefile.* gnumakefile', interpreters: 'make', comment: hash },
    () => [
      lineComment('#', notEscaped, true),
      string('"', '"', { when: inRecipe }),
      string("'", "'", { escape: 'none', when: inRecipe }),
    ],
  ),
  define('cmake', 'CMake', { extensions: 'cmake', filenames: 'cmakelists.txt', comment: hash }, () => [
    fencedComment('#[', /#\[(=*)\[/u, (match) => `]${match[1] ?? ''}]`),
    lineComment('#'),
    fenced('[', /\[(=*)\[/u, (match) => `]${match[1] ?? ''}]`),
    string('"', '"', multiline),
  ]),
  define(
    'ignore',
    'Ignore file',
    { filenames: '.gitignore .dockerignore .npmignore .gitattributes codeowners', comment: hash },
    () => [lineComment('#', firstOnLine)],
  ),
  define('graphql', 'GraphQL', { extensions: 'graphql gql graphqls', comment: hash }, () => [
    lineComment('#'),
    string('"""', '"""', multiline),
    string('"', '"'),
  ]),
  define('nginx', 'nginx', { extensions: 'nginx', filenames: 'nginx.conf', comment: hash }, () => [
    lineComment('#', afterBlank),
    string('"', '"', multiline),
    string("'", "'", multiline),
  ]),
  define('nix', 'Nix', { extensions: 'nix', comment: hash }, (self) => [
    lineComment('#'),
    blockComment('/*', '*/'),
    string("''", "''", { multiline: true, escape: 'none', interpolation: '${', rules: self }),
    string('"', '"', { multiline: true, interpolation: '${', rules: self }),
  ]),
];

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function closerOf(opener = ''): string {
  return CLOSERS[opener] ?? opener;
}

/** `~r/…/`, `~s(…)`: a letter, a mark, a body that ends with the mark. */
function readSigil(lexer: { readonly text: string }, at: number, limit: number): number {
  const match = /^~[a-zA-Z]([/|"'([{<])/u.exec(lexer.text.slice(at, at + 3));
  if (match === null) {
    return at;
  }
  const mark = match[1] ?? '';
  const close = closerOf(mark);
  for (let i = at + 3; i < limit; i++) {
    const c = lexer.text.charAt(i);
    if (c === '\\') {
      i++;
    } else if (c === close) {
      return i + 1;
    }
  }
  return limit;
}
