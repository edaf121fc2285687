import { afterBlank, blockComment, firstOnLine, lineComment, startsProperty } from '../lexing/comments';
import { inRecipe, notEscaped, whereYamlValueStarts, yamlBlockScalar } from '../lexing/columns';
import { hereDocument, SHELL_HERE } from '../lexing/hereDocument';
import { fenced, fencedComment, string } from '../lexing/strings';
import { define } from './define';

const hash = { line: '#' };
const multiline = { multiline: true };

/** Settings, and languages that describe what is to be built or queried. */
export const settings = [
  // Its cells are read in their own languages.
  define('jupyter', 'Jupyter notebook', { ids: 'jupyter-notebook', extensions: 'ipynb', comment: {} }, () => []),
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
    string('"""', '"""', { multiline: true, greedy: true }),
    string("'''", "'''", { multiline: true, escape: 'none', greedy: true }),
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
    () => [lineComment('#', startsProperty), lineComment('!', startsProperty)],
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
    { open: '\\', read: (_lexer, at) => at + 2 },
    lineComment('#'),
    fenced(
      '[',
      /\[(=*)\[/u,
      (match) => `]${match[1] ?? ''}]`,
      (lexer, at) => /^[\s(]?$/u.test(lexer.text.charAt(at - 1)),
    ),
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
    string("''", "''", {
      multiline: true,
      escape: 'none',
      interpolation: '${',
      rules: self,
      text: ["'''", "''$", "''\\"],
    }),
    string('"', '"', { multiline: true, interpolation: '${', rules: self }),
  ]),
];
