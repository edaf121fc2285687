import { afterBlank, blockComment, firstOnLine, inFirstColumn, lineComment, nestedComment } from '../lexing/comments';
import type { Lexer, Rule } from '../lexing/lexer';
import { characterLiteral, string } from '../lexing/strings';
import { cFamily } from './cFamily';
import { define } from './define';

const slashes = [lineComment('//'), blockComment('/*', '*/')];
const quotes = [string('"', '"'), string("'", "'")];
const multiline = { multiline: true } as const;
const raw = { multiline: true, escape: 'none' } as const;
const braces = { line: '//', block: ['/*', '*/'] } as const;
const hash = { line: '#' };

/** Languages that few health-software vendors use, and that anybody may. */
export const more = [
  define('vim', 'Vim script', { ids: 'viml', extensions: 'vim', filenames: '.vimrc', comment: { line: '"' } }, () => [
    { open: '"', read: vimQuote },
    lineComment('#', (lexer, at) => firstOnLine(lexer, at) && lexer.text.charCodeAt(at + 1) === 32),
    string("'", "'", { escape: 'doubled' }),
  ]),
  define('nim', 'Nim', { extensions: 'nim nims nimble', comment: hash }, () => [
    nestedComment('#[', ']#'),
    lineComment('#'),
    string('"""', '"""', { ...raw, greedy: true }),
    string('r"', '"', { escape: 'doubled' }),
    string('"', '"'),
    characterLiteral,
  ]),
  define('apex', 'Apex', { extensions: 'apex trigger', comment: braces }, () => [...slashes, string("'", "'")]),
  define('gdscript', 'GDScript', { extensions: 'gd', comment: hash }, () => [
    lineComment('#'),
    string('"""', '"""', multiline),
    string("'''", "'''", multiline),
    ...quotes,
  ]),
  define(
    'shader',
    'Shader',
    {
      ids: 'glsl hlsl wgsl metal shaderlab',
      extensions: 'glsl vert frag geom tesc tese comp hlsl hlsli fx fxh cginc shader wgsl metal',
      comment: braces,
    },
    () => [...slashes, string('"', '"')],
  ),
  define('coffeescript', 'CoffeeScript', { extensions: 'coffee cson iced', comment: hash }, (self) => [
    blockComment('###', '###', (lexer, at) => lexer.text.charCodeAt(at + 3) !== 35),
    lineComment('#'),
    string('"""', '"""', { multiline: true, interpolation: '#{', rules: self }),
    string("'''", "'''", multiline),
    string('"', '"', { multiline: true, interpolation: '#{', rules: self }),
    string("'", "'", multiline),
    string('`', '`', multiline),
  ]),
  define('haxe', 'Haxe', { ids: 'vala actionscript', extensions: 'hx vala vapi as', comment: braces }, () => [
    ...slashes,
    string('"""', '"""', raw),
    string('"', '"', multiline),
    string("'", "'", multiline),
  ]),
  define('qml', 'QML', { extensions: 'qml', comment: braces }, () => scriptRules()),
  define('wat', 'WebAssembly text', { extensions: 'wat wast', comment: { line: ';;', block: ['(;', ';)'] } }, () => [
    nestedComment('(;', ';)'),
    lineComment(';;'),
    string('"', '"'),
  ]),
  define('feature', 'Gherkin', { ids: 'gherkin cucumber', extensions: 'feature', comment: hash }, () => [
    lineComment('#', firstOnLine),
    string('"""', '"""', raw),
    string('```', '```', raw),
  ]),
  define('robotframework', 'Robot Framework', { extensions: 'robot resource', comment: hash }, () => [
    lineComment('#', (lexer, at) => firstOnLine(lexer, at) || /(?: {2}|\t)$/u.test(lexer.text.slice(at - 2, at))),
  ]),
  define('bicep', 'Bicep', { extensions: 'bicep bicepparam', comment: braces }, (self) => [
    ...slashes,
    string("'''", "'''", { ...raw, greedy: true }),
    string("'", "'", { interpolation: '${', rules: self }),
  ]),
  define('jsonnet', 'Jsonnet', { extensions: 'jsonnet libsonnet', comment: braces }, () => [
    ...slashes,
    lineComment('#'),
    string('|||', '|||', raw),
    string('@"', '"', { multiline: true, escape: 'doubled' }),
    string("@'", "'", { multiline: true, escape: 'doubled' }),
    string('"', '"', multiline),
    string("'", "'", multiline),
  ]),
  define('thrift', 'Thrift', { extensions: 'thrift', comment: braces }, () => [
    ...slashes,
    lineComment('#'),
    ...quotes,
  ]),
  define('odin', 'Odin', { extensions: 'odin', comment: braces }, () => [
    lineComment('//'),
    nestedComment('/*', '*/'),
    string('`', '`', raw),
    ...quotes,
  ]),
  define('sas', 'SAS', { extensions: 'sas', comment: { block: ['/*', '*/'] } }, () => [
    blockComment('/*', '*/'),
    blockComment('*', ';', (lexer, at) => {
      const before = lexer.significantBefore(at);
      return before < 0 || lexer.text.charAt(before) === ';';
    }),
    string('"', '"', { multiline: true, escape: 'doubled' }),
    string("'", "'", { multiline: true, escape: 'doubled' }),
  ]),
  define('ahk', 'AutoHotkey', { ids: 'autohotkey', extensions: 'ahk ah2', comment: { line: ';' } }, () => [
    blockComment('/*', '*/', firstOnLine),
    lineComment(';', afterBlank),
    string('"', '"', { escape: 'backtick' }),
  ]),
  define('lean', 'Lean', { ids: 'lean4', extensions: 'lean', comment: { line: '--', block: ['/-', '-/'] } }, () => [
    nestedComment('/-', '-/'),
    lineComment('--'),
    string('"', '"', multiline),
    characterLiteral,
  ]),
  define('pug', 'Pug', { ids: 'jade', extensions: 'pug jade', comment: { line: '//-' } }, () => [
    lineComment('//', firstOnLine),
    ...quotes,
  ]),
  define('haml', 'Haml', { extensions: 'haml', comment: { line: '-#' } }, () => [
    lineComment('-#', firstOnLine),
    string('"', '"'),
  ]),
  define('raku', 'Raku', { ids: 'perl6', extensions: 'raku rakumod rakutest p6 pl6 pm6', comment: hash }, () => [
    blockComment('=begin', '\n=end', inFirstColumn),
    blockComment('#`(', ')'),
    blockComment('#`{', '}'),
    blockComment('#`[', ']'),
    lineComment('#'),
    string('"', '"', multiline),
    string("'", "'", { multiline: true, when: (lexer, at) => !/[\p{L}\p{N}_-]/u.test(lexer.text.charAt(at - 1)) }),
  ]),
];

function scriptRules(): readonly Rule[] {
  const rules = cFamily.find(({ id }) => id === 'typescript')?.rules().byFirst ?? [];
  return rules.flatMap((group) => group ?? []);
}

/** A quote opens a comment at the start of a line, and where none closes it on its line; else a string. */
function vimQuote(lexer: Lexer, at: number, limit: number): number {
  const end = lexer.lineEnd(at, limit);
  const close = /^"(?:[^"\\]|\\.)*"/u.exec(lexer.text.slice(at, Math.min(end, at + 2000)));
  if (!firstOnLine(lexer, at) && close !== null) {
    return at + close[0].length;
  }
  lexer.emit(at, end);
  return end;
}
