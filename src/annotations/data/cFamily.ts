import { blockComment, lineComment, nestedComment } from '../lexing/comments';
import { hereDocument } from '../lexing/hereDocument';
import { splicedComment } from '../lexing/cSplice';
import { csharpStrings } from '../lexing/csharp';
import { delimitedStrings, swiftRaw, swiftRegex } from '../lexing/delimited';
import { javaStrings, slashyString } from '../lexing/jvm';
import { mlComment } from '../lexing/ml';
import { jsxElement, regexLiteral } from '../lexing/javascript';
import type { Rule, RuleSet } from '../lexing/lexer';
import { characterLiteral, fenced, notAfterOperand, string } from '../lexing/strings';
import { define } from './define';

const slashes = [lineComment('//'), blockComment('/*', '*/')];
const nesting = [lineComment('//'), nestedComment('/*', '*/')];
const quotes = [string('"', '"'), string("'", "'")];
const comment = { line: '//', block: ['/*', '*/'] } as const;

/** An address without quotes: no comment starts in it. */
const bareUrl = fenced('url(', /url\((?=\s*[^"'\s])/u, () => ')');

const cRules = [
  lineComment('//', undefined, true),
  blockComment('/*', '*/'),
  string('"', '"'),
  splicedComment,
  // Not a digit separator: 1'000'000. In `u8'a'` a character stands behind a digit.
  string("'", "'", {
    when: ({ text }, at) =>
      !/^'[0-9a-fA-F]/u.test(text.slice(at, at + 2)) ||
      !/(?:^|[^\p{L}\p{N}_'])[0-9][0-9a-fA-FxX'.]*$/u.test(text.slice(Math.max(0, at - 60), at)),
  }),
];

function javascriptRules(self: () => RuleSet, jsx: boolean): Rule[] {
  return [
    ...slashes,
    lineComment('#!', (_lexer, at) => at === 0),
    regexLiteral,
    ...quotes,
    string('`', '`', { multiline: true, interpolation: '${', rules: self }),
    ...(jsx ? [jsxElement(self)] : []),
  ];
}

export const cFamily = [
  define('typescript', 'TypeScript', { extensions: 'ts mts cts', interpreters: 'ts-node tsx deno', comment }, (self) =>
    javascriptRules(self, false),
  ),
  define(
    'javascript',
    'JavaScript',
    { ids: 'javascriptreact typescriptreact', extensions: 'js mjs cjs jsx tsx es6 jsm', interpreters: 'node', comment },
    (self) => javascriptRules(self, true),
  ),
  define(
    'jsonc',
    'JSON with comments',
    { ids: 'json json5', extensions: 'json jsonc json5 code-workspace', comment },
    () => [...slashes, ...quotes],
  ),
  define('java', 'Java', { extensions: 'java jav', comment }, () => [
    ...slashes,
    string('"""', '"""', { multiline: true }),
    ...javaStrings,
  ]),
  define('kotlin', 'Kotlin', { extensions: 'kt kts', comment }, (self) => [
    ...nesting,
    // As many dollars as stand before the quotes open a hole.
    ...['$$$', '$$', ''].flatMap((dollars) => [
      string(`${dollars}"""`, '"""', {
        multiline: true,
        escape: 'none',
        interpolation: `${dollars || '$'}{`,
        rules: self,
        greedy: true,
      }),
      string(`${dollars}"`, '"', { interpolation: `${dollars || '$'}{`, rules: self }),
    ]),
    string("'", "'"),
    string('`', '`', { escape: 'none' }),
  ]),
  define('scala', 'Scala', { extensions: 'scala sc sbt', comment }, (self) => [
    ...nesting,
    // Only a string right behind a name (`s"…"`) has holes.
    string('"""', '"""', {
      multiline: true,
      escape: 'none',
      interpolation: '${',
      rules: self,
      greedy: true,
      when: (lexer, at) => !wordStart(lexer, at),
    }),
    string('"', '"', { interpolation: '${', rules: self, when: (lexer, at) => !wordStart(lexer, at) }),
    string('"""', '"""', { multiline: true, escape: 'none', greedy: true }),
    string('"', '"'),
    string('`', '`', { escape: 'none' }),
    characterLiteral,
  ]),
  define('groovy', 'Groovy', { extensions: 'groovy gradle gvy', filenames: 'jenkinsfile', comment }, (self) => [
    ...slashes,
    lineComment('#!', (_lexer, at) => at === 0),
    string('"""', '"""', { multiline: true, interpolation: '${', rules: self }),
    string("'''", "'''", { multiline: true }),
    string('"', '"', { interpolation: '${', rules: self }),
    string("'", "'"),
    string('$/', '/$', { multiline: true, escape: 'none', text: ['$$', '$/'], interpolation: '${', rules: self }),
    slashyString(self),
  ]),
  define('c', 'C', { extensions: 'c h', comment }, () => cRules),
  define(
    'cpp',
    'C++',
    {
      ids: 'cuda-cpp objective-c objective-cpp',
      extensions: 'cpp cc cxx c++ hpp hh hxx h++ inl ipp tpp ino cu cuh m mm',
      comment,
    },
    () => [
      ...cRules,
      fenced(
        'R"',
        /R"([^ ()\\\t\v\f\r\n]{0,16})\(/u,
        (match) => `)${match[1] ?? ''}"`,
        (lexer, at) => /(?:^|[^\p{L}\p{N}_])(?:u8|u|U|L)?$/u.test(lexer.text.slice(Math.max(0, at - 3), at)),
      ),
    ],
  ),
  define('csharp', 'C#', { extensions: 'cs csx cake', comment }, (self) => [
    ...slashes,
    ...csharpStrings(self),
    string("'", "'"),
  ]),
  define('go', 'Go', { extensions: 'go', comment }, () => [
    ...slashes,
    ...quotes,
    string('`', '`', { multiline: true, escape: 'none' }),
  ]),
  define('rust', 'Rust', { extensions: 'rs', comment }, () => [
    ...nesting,
    ...['r', 'br', 'cr'].map((prefix) =>
      fenced(
        prefix,
        new RegExp(`${prefix}(#*)"`, 'u'),
        (match) => `"${match[1] ?? ''}`,
        (lexer, at) => !/[\p{L}\p{N}_]/u.test(lexer.text.charAt(at - 1)),
      ),
    ),
    string('"', '"', { multiline: true }),
    characterLiteral,
  ]),
  define('swift', 'Swift', { extensions: 'swift', comment }, (self) => [
    ...nesting,
    ...swiftRaw(self),
    string('"""', '"""', { multiline: true, interpolation: '\\(', rules: self }),
    string('"', '"', { interpolation: '\\(', rules: self }),
    swiftRegex,
  ]),
  define('dart', 'Dart', { extensions: 'dart', comment }, (self) => [
    ...nesting,
    ...['"""', "'''"].flatMap((mark) => [
      string(`r${mark}`, mark, { multiline: true, escape: 'none', when: wordStart }),
      string(mark, mark, { multiline: true, interpolation: '${', rules: self }),
    ]),
    ...['"', "'"].flatMap((mark) => [
      string(`r${mark}`, mark, { escape: 'none', when: wordStart }),
      string(mark, mark, { interpolation: '${', rules: self }),
    ]),
  ]),
  define('dafny', 'Dafny', { extensions: 'dfy', comment }, () => [
    ...nesting,
    string('@"', '"', { multiline: true, escape: 'doubled' }),
    string('"', '"'),
    // Names may hold and start with primes.
    {
      ...characterLiteral,
      read: (lexer, at, limit) =>
        /[\p{L}\p{N}_?']/u.test(lexer.text.charAt(at - 1)) ? at : characterLiteral.read(lexer, at, limit),
    },
  ]),
  define('protobuf', 'Protocol Buffers', { ids: 'proto proto3', extensions: 'proto', comment }, () => [
    ...slashes,
    ...quotes,
  ]),
  define('solidity', 'Solidity', { extensions: 'sol', comment }, () => [...slashes, ...quotes]),
  define('zig', 'Zig', { extensions: 'zig', comment: { line: '//' } }, () => [
    lineComment('//'),
    { open: '\\\\', read: (lexer, at, limit) => lexer.lineEnd(at, limit) },
    string('"', '"'),
    string("'", "'"),
  ]),
  define('verilog', 'Verilog', { ids: 'systemverilog', extensions: 'v vh sv svh', comment }, () => [
    ...slashes,
    string('"', '"'),
  ]),
  define('css', 'CSS', { extensions: 'css', comment: { block: ['/*', '*/'] } }, () => [
    blockComment('/*', '*/'),
    ...quotes,
    bareUrl,
  ]),
  define('scss', 'SCSS', { ids: 'less sass stylus', extensions: 'scss less sass styl', comment }, () => [
    ...slashes,
    ...quotes,
    bareUrl,
  ]),
  define(
    'hcl',
    'Terraform',
    { ids: 'terraform', extensions: 'tf tfvars hcl nomad', comment: { line: '#', block: ['/*', '*/'] } },
    (self) => [
      ...slashes,
      lineComment('#'),
      string('"', '"', { interpolation: ['${', '%{'], rules: self, text: ['$${', '%%{'] }),
      hereDocument('<<', /<<(?<indent>-?)"?(?<word>[\p{L}_][\p{L}\p{N}_]*)"?/u),
    ],
  ),
  define('fsharp', 'F#', { extensions: 'fs fsi fsx', comment: { line: '//', block: ['(*', '*)'] } }, (self) => [
    lineComment('//'),
    // `(*)` is the operator.
    {
      ...mlComment,
      read: (lexer, at, limit) => (lexer.text.charAt(at + 2) === ')' ? at + 3 : mlComment.read(lexer, at, limit)),
    },
    ...csharpStrings(self).filter(({ open }) => open === '$'),
    string('``', '``', { escape: 'none' }),
    string('"""', '"""', { multiline: true, escape: 'none' }),
    string('@"', '"', { multiline: true, escape: 'doubled' }),
    string('"', '"', { multiline: true }),
    characterLiteral,
  ]),
  define('d', 'D', { extensions: 'd di', comment }, () => [
    ...slashes,
    nestedComment('/+', '+/'),
    ...delimitedStrings,
    string('r"', '"', { multiline: true, escape: 'none', when: wordStart }),
    string('"', '"', { multiline: true }),
    string('`', '`', { multiline: true, escape: 'none' }),
    string("'", "'", { when: notAfterOperand }),
  ]),
];

function wordStart(lexer: { readonly text: string }, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}_]/u.test(lexer.text.charAt(at - 1));
}
