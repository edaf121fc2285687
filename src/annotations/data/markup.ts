import { afterBlank, blockComment, firstOnLine, lineComment } from '../lexing/comments';
import type { Rule, RuleSet } from '../lexing/lexer';
import {
  cutCode,
  embeddedBraces,
  embeddedCode,
  embeddedElement,
  frontMatter,
  tag,
  tagWith,
  verbatim,
} from '../lexing/markup';
import { codeSpan, verbatimFence } from '../lexing/markdown';
import { razorBlocks } from '../lexing/razor';
import { scripts } from './scripts';
import { hereDocument } from '../lexing/hereDocument';
import { string } from '../lexing/strings';
import { cFamily } from './cFamily';
import { define } from './define';

const angle = { block: ['<!--', '-->'] } as const;

function rulesOf(id: string): () => RuleSet {
  const language = [...cFamily, ...scripts].find((candidate) => candidate.id === id);
  if (language === undefined) {
    throw new Error(`no language ${id}`);
  }
  return language.rules;
}

const javascript = rulesOf('javascript');
const typescript = rulesOf('typescript');
const java = rulesOf('java');
const csharp = rulesOf('csharp');
const ruby = rulesOf('ruby');
const css = rulesOf('css');
const scss = rulesOf('scss');

/** A script is JavaScript unless it says TypeScript; templates and data in `<script type="…">` are no code of ours. */
function scriptRules(attributes: string): RuleSet | undefined {
  if (/\b(?:lang|type)\s*=\s*["']?(?:ts|typescript|text\/typescript)\b/iu.test(attributes)) {
    return typescript();
  }
  const type = /\btype\s*=\s*["']?([^"'\s>]+)/iu.exec(attributes)?.[1] ?? 'module';
  return /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/babel|text\/jsx)$/iu.test(type)
    ? javascript()
    : undefined;
}

function styleRules(attributes: string): RuleSet {
  return /\blang\s*=\s*["']?(?:scss|sass|less|styl)/iu.test(attributes) ? scss() : css();
}

const page = [
  blockComment('<!--', '-->'),
  verbatim('<![CDATA[', ']]>'),
  ...embeddedElement('script', scriptRules),
  ...embeddedElement('style', styleRules),
  // Their content is text, whatever it looks like.
  ...['textarea', 'title'].flatMap((name) => embeddedElement(name, () => undefined)),
  tag,
];

/** A page whose tags hold code between brackets. */
function pageWith(rules: () => RuleSet): readonly Rule[] {
  return page.map((rule) => (rule === tag ? tagWith(rules) : rule));
}

const php: readonly Rule[] = [
  { open: '//', read: (lexer, at, limit) => phpLine(lexer, at, limit) },
  { open: '#', read: (lexer, at, limit) => (lexer.text.charAt(at + 1) === '[' ? at : phpLine(lexer, at, limit)) },
  blockComment('/*', '*/'),
  hereDocument('<<<', /<<<(?<indent>[ \t]*)['"]?(?<word>[\p{L}_][\p{L}\p{N}_]*)['"]?/u, 'first-word'),
  string('"', '"', { multiline: true }),
  string("'", "'", { multiline: true }),
  string('`', '`', { multiline: true }),
];

function phpLine(
  lexer: { lineEnd(at: number, limit: number): number; readonly text: string; emit(start: number, end: number): void },
  at: number,
  limit: number,
): number {
  const lineEnd = lexer.lineEnd(at, limit);
  const close = lexer.text.slice(at, Math.min(lineEnd, at + 2000)).indexOf('?>');
  const end = close === -1 ? lineEnd : at + close;
  lexer.emit(at, end);
  return end;
}

const phpCode = define('php-code', 'PHP', { comment: { line: '//', block: ['/*', '*/'] } }, () => php).rules;

export const markup = [
  define(
    'html',
    'HTML',
    {
      ids: 'handlebars django-html jinja-html twig',
      extensions: 'html htm xhtml hbs jinja j2 twig njk mustache shtml cshtm',
      comment: angle,
    },
    () => [
      blockComment('{#', '#}'),
      blockComment('{{!--', '--}}'),
      blockComment('{{!', '}}'),
      embeddedCode('<?php', '?>', phpCode),
      ...page,
    ],
  ),
  define(
    'php',
    'PHP',
    {
      ids: 'blade',
      extensions: 'php php3 php4 php5 phtml phpt',
      interpreters: 'php',
      comment: { line: '//', block: ['/*', '*/'] },
    },
    () => [
      blockComment('{{--', '--}}'),
      cutCode('@php', '@endphp', phpCode, (lexer, at) => /^\s?$/u.test(lexer.text.charAt(at + 4))),
      embeddedCode('<?php', '?>', phpCode),
      embeddedCode('<?=', '?>', phpCode),
      embeddedCode('<?', '?>', phpCode),
      ...page,
    ],
  ),
  define('jsp', 'JSP', { extensions: 'jsp jspx jspf tag', comment: { block: ['<%--', '--%>'] } }, () => [
    blockComment('<%--', '--%>'),
    cutCode('<%', '%>', java),
    ...page,
  ]),
  define(
    'razor',
    'Razor',
    { ids: 'aspnetcorerazor', extensions: 'cshtml razor vbhtml', comment: { block: ['@*', '*@'] } },
    () => [blockComment('@*', '*@'), embeddedBraces('@{', csharp), ...razorBlocks(csharp, page), ...page],
  ),
  define('aspx', 'ASP.NET', { extensions: 'aspx ascx asax master', comment: { block: ['<%--', '--%>'] } }, () => [
    blockComment('<%--', '--%>'),
    cutCode('<%', '%>', csharp),
    ...page,
  ]),
  define('erb', 'ERB', { ids: 'html.erb', extensions: 'erb rhtml', comment: { block: ['<%#', '%>'] } }, () => [
    blockComment('<%#', '%>'),
    cutCode('<%', '%>', ruby),
    ...page,
  ]),
  define('ejs', 'EJS', { extensions: 'ejs', comment: { block: ['<%#', '%>'] } }, () => [
    blockComment('<%#', '%>'),
    cutCode('<%', '%>', javascript),
    ...page,
  ]),
  define('vue', 'Vue', { extensions: 'vue', comment: angle }, () => page),
  define('svelte', 'Svelte', { extensions: 'svelte', comment: angle }, () => [
    ...pageWith(typescript),
    verbatim('{/', '}'),
    embeddedBraces('{', typescript),
  ]),
  define('astro', 'Astro', { extensions: 'astro', comment: angle }, () => [
    frontMatter(typescript),
    ...pageWith(javascript),
    embeddedBraces('{', javascript),
  ]),
  define(
    'xml',
    'XML',
    {
      ids: 'xsl xsd svg',
      extensions:
        'xml xsd xsl xslt svg wsdl pom csproj vbproj fsproj props targets config plist xaml fxml dita rng resx bpmn',
      comment: angle,
    },
    () => [blockComment('<!--', '-->'), verbatim('<![CDATA[', ']]>'), tag],
  ),
  define(
    'markdown',
    'Markdown',
    { ids: 'mdx rmarkdown', extensions: 'md markdown mdx mkd', comment: angle, prose: true },
    () => [
      // Fenced code and code spans quote: nothing in them speaks for the document itself.
      verbatimFence('`'),
      verbatimFence('~'),
      codeSpan,
      blockComment('<!--', '-->'),
    ],
  ),
  define(
    'restructuredtext',
    'reStructuredText',
    { extensions: 'rst rest', comment: { line: '..' }, prose: true },
    () => [lineComment('..', (lexer, at) => firstOnLine(lexer, at) && afterBlankBehind(lexer, at + 2))],
  ),
  define('asciidoc', 'AsciiDoc', { extensions: 'adoc asciidoc asc', comment: { line: '//' }, prose: true }, () => [
    lineComment('//', firstOnLine),
  ]),
  define(
    'plaintext',
    'Plain text',
    {
      ids: 'log',
      extensions: 'txt text log',
      filenames: 'readme license copying authors changelog',
      comment: {},
      prose: true,
    },
    () => [],
  ),
  define('csv', 'CSV', { ids: 'tsv', extensions: 'csv tsv', comment: {}, prose: true }, () => []),
];

function afterBlankBehind(lexer: { readonly text: string }, at: number): boolean {
  return /^\s?$/u.test(lexer.text.charAt(at));
}

/** For files of languages that no row knows: the marks that most languages open comments with, where they stand as most languages have them. */
export const unknownLanguage = define('unknown', 'Unknown', { comment: {}, prose: true }, () => [
  lineComment('//', (lexer, at) => lexer.text.charAt(at - 1) !== ':'),
  blockComment('/*', '*/'),
  blockComment('<!--', '-->'),
  blockComment('(*', '*)'),
  lineComment('#', afterBlank),
  lineComment('--', afterBlank),
  lineComment(';', afterBlank),
  lineComment('%', afterBlank),
  lineComment('*', firstOnLine),
  lineComment('!', firstOnLine),
  lineComment("'", firstOnLine),
  ...['REM', 'rem', 'Rem'].map((word) =>
    lineComment(word, (lexer, at) => firstOnLine(lexer, at) && /^\s$/u.test(lexer.text.charAt(at + word.length))),
  ),
  string('"', '"'),
]);
