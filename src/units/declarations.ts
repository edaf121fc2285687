/** A declaration that a line of code starts. */
export interface Declaration {
  readonly kind: string;
  readonly name: string;
  /**
   * What only looked like one in some places. value: inside a function it is a statement; typed: there it is a statement too (`Type name(…)`
   * declares a variable); body: without a block it is a call.
   */
  readonly form?: 'value' | 'typed' | 'body';
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Pattern {
  readonly pattern: RegExp;
  /** A head without this text is not worth trying. */
  readonly needs?: string;
  /** Groups `name` and maybe `kind`; `undefined` for what only looked like one. */
  readonly read: (groups: Groups, matched: string) => Declaration | undefined;
}

const NAME = String.raw`[A-Za-z\u0080-\uFFFF_$#][A-Za-z\u0080-\uFFFF0-9_$]*`;
const MODIFIERS = String.raw`(?:(?:export|default|public|private|protected|internal|abstract|final|sealed|static|async|override|open|virtual|inline|extern|unsafe|pub(?:\([a-z ]+\))?|data|case|partial|readonly|declare|const|implicit|lazy|native|synchronized|strictfp|ghost|opaque|mutating|fileprivate|suspend|operator|local)\s+)*`;

function named(
  kind: (groups: Groups, matched: string) => string | undefined,
  form?: Declaration['form'],
): Pattern['read'] {
  return (groups, matched) => {
    const name = groups['name'];
    const found = kind(groups, matched);
    return name === undefined || found === undefined
      ? undefined
      : { kind: found, name, ...(form === undefined ? {} : { form }) };
  };
}

/** Java's `static final` is a constant, a `final` local or field is not yet one. */
const CONSTANT = /\bconst\b|\bstatic\b[^=]*\bfinal\b|\bfinal\b[^=]*\bstatic\b/u;

const CLASS_WORDS =
  'class|interface|struct|enum|trait|record|object|protocol|module|namespace|package|contract|extension|actor|union|impl';
const FUNCTION_WORDS = String.raw`function\*?|func|fn|def|defp|defmacro|fun|sub|procedure|proc|method|lemma|predicate|subroutine|init`;

/** In the order in which they are tried; the languages share most of them. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern:
      /^\s*create\s+(?:or\s+(?:replace|alter)\s+)?(?:(?:global|local|temp|temporary|unique|materialized|unlogged|constraint|editionable)\s+)*(?<kind>table|view|function|procedure|trigger|index|type|package(?:\s+body)?|policy|role|schema|sequence|domain)\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?<name>[A-Za-z\u0080-\uFFFF_"`[][A-Za-z\u0080-\uFFFF0-9_."`$\]]*)/i,
    read: named(({ kind }) => kind?.toLowerCase().replace(/\s+/gu, ' ')),
  },
  {
    pattern:
      /^\s*(?:RSpec\.)?(?:describe|it|test|context|suite|specify|scenario)(?:\.[a-zA-Z.]+)?(?:\s*\(\s*|[ \t]+)(?:'(?<a>[^']*)'|"(?<b>[^"]*)"|`(?<c>[^`]*)`)/,
    read: ({ a, b, c }) => ({ kind: 'test', name: a ?? b ?? c ?? '' }),
  },
  {
    needs: '(',
    pattern:
      /^\s*[A-Za-z\u0080-\uFFFF_$][A-Za-z\u0080-\uFFFF0-9_$]*\.(?<verb>get|post|put|delete|patch|all|head|options)\s*\(\s*(?:'(?<a>\/[^']*)'|"(?<b>\/[^"]*)"|`(?<c>\/[^`]*)`)/,
    read: ({ verb, a, b, c }) => ({ kind: 'route', name: `${(verb ?? '').toUpperCase()} ${a ?? b ?? c ?? ''}` }),
  },
  {
    needs: 'impl',
    pattern: new RegExp(`^\\s*(?:unsafe\\s+)?impl\\b[^{]*\\sfor\\s+(?<name>${NAME}(?:::${NAME})*)`),
    read: named(() => 'implementation'),
  },
  {
    needs: '(def',
    pattern: /^\s*\((?:defn-?|defun|defmacro|defmethod|deftest|def|define)\s+\(?(?<name>[^\s()]+)/,
    read: named(() => 'function'),
  },
  {
    needs: 'function',
    pattern: /^\s*(?<name>[A-Za-z\u0080-\uFFFF.][A-Za-z\u0080-\uFFFF0-9_.]*)\s*(?:<-|=)\s*function\s*\(/,
    read: named(() => 'function'),
  },
  {
    needs: '=',
    pattern: /^\s*function\s+(?:\[[^\]]*\]|[A-Za-z]\w*)\s*=\s*(?<name>[A-Za-z][\w.]*)/,
    read: named(() => 'function'),
  },
  { needs: '#', pattern: /^\s*#\s*define\s+(?<name>[A-Za-z_]\w*)/, read: named(() => 'macro') },
  {
    needs: '"',
    pattern: /^\s*(?<kind>resource|data|variable|output|module|provider)\s+"(?<a>[^"]+)"(?:\s+"(?<b>[^"]+)")?\s*\{/,
    read: ({ kind, a, b }) => ({ kind: kind ?? '', name: b === undefined ? (a ?? '') : `${a ?? ''}.${b}` }),
  },
  {
    needs: 'func',
    pattern: new RegExp(`^\\s*func\\s+\\(\\s*(?:\\w+\\s+)?\\*?(?<type>${NAME})[^)]*\\)\\s*(?<name>${NAME})`),
    read: ({ type, name }) => ({ kind: 'method', name: `${type ?? ''}.${name ?? ''}` }),
  },
  {
    pattern: new RegExp(
      `^\\s*${MODIFIERS}(?<kind>${CLASS_WORDS})(?:\\s+class)?(?:<[^>]*>)?\\s+(?:body\\s+)?(?<name>${NAME}(?:(?:::|\\.|\\\\)${NAME})*)`,
    ),
    read: named(({ kind, name }) =>
      name === 'for' || name === 'of' ? undefined : kind === 'impl' ? 'implementation' : kind,
    ),
  },
  {
    pattern: new RegExp(
      `^\\s*${MODIFIERS}(?<kind>${FUNCTION_WORDS})\\s+(?:<[^>]*>\\s*)?(?:self\\.)?(?<name>(?:${NAME}[.:])*${NAME}[?!]?)`,
      'i',
    ),
    read: named(() => 'function'),
  },
  {
    pattern: new RegExp(`^\\s*type\\s+(?<name>${NAME})`),
    read: named(() => 'type'),
  },
  {
    needs: '=',
    pattern: new RegExp(
      `^\\s*${MODIFIERS}(?:let|var|val|const)?\\s*(?<name>${NAME})\\s*(?::[^=]+)?=\\s*(?:async\\s*)?(?:function\\b|\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)\\s*(?::[^=]+)?=>|${NAME}\\s*=>)`,
    ),
    read: named(() => 'function'),
  },
  {
    pattern: new RegExp(
      `^\\s*${MODIFIERS}(?:let|var|val|const|final|static)\\s+(?:mut\\s+)?(?:[A-Za-z\\u0080-\\uFFFF_][A-Za-z\\u0080-\\uFFFF0-9_<>\\[\\],.? ]*\\s+)?(?<name>${NAME})\\s*(?::|=|;)`,
    ),
    read: named((_, head) => (CONSTANT.test(head) ? 'constant' : 'variable'), 'value'),
  },
  {
    needs: '(',
    pattern: /^\s*(?<name>[A-Za-z_][\w-]*)\s*\(\s*\)\s*\{/,
    read: named(({ name }) => (isKeyword(name) ? undefined : 'function')),
  },
  {
    // `Type name(…`, `Class::name(…`, and a constructor or method whose type stands before it. One stretch of type arguments from the
    // first `<` to the last `>`: with one for each word of the type, a hostile line could be parted in exponentially many ways.
    needs: '(',
    pattern: new RegExp(
      `^\\s*[A-Za-z\\u0080-\\uFFFF_][A-Za-z\\u0080-\\uFFFF0-9_:.\\s*&?[\\]]*(?:<[^;={}(]*>[A-Za-z\\u0080-\\uFFFF0-9_:.\\s*&?[\\]]*)?(?<=[\\s*&?])(?<name>~?${NAME}(?:::~?${NAME})*)\\s*\\((?!\\s*\\*)`,
    ),
    read: named(({ name }) => (isKeyword(name) ? undefined : 'function'), 'typed'),
  },
  {
    // A method in a class body: `name(…) {`, `async *name<T>(…): U {`.
    needs: '(',
    pattern: new RegExp(
      `^\\s*${MODIFIERS}(?:get\\s+|set\\s+)?[*~]?(?<name>${NAME})\\s*(?:<[^>]*>)?\\([^;]*\\)\\s*(?::[^;=]+|[a-z]+\\s*|->[^;=]+)?\\{$`,
    ),
    read: named(({ name }) => (isKeyword(name) ? undefined : 'function'), 'body'),
  },
];

const KEYWORDS = new Set(
  'if else for while switch catch return do try throw new await yield case when match loop using lock foreach until unless elif except with in not and or defined sizeof typeof delete assert print raise function func int void char long short unsigned signed float double bool'.split(
    ' ',
  ),
);

function isKeyword(name: string | undefined): boolean {
  return name === undefined || KEYWORDS.has(name);
}

const STARTS_STATEMENT =
  /^\s*(?:return|else|throw|new|await|yield|goto|delete|case|if|for|while|switch|do|try|catch|using|import|from|#include|package\s+[\w.]+;|@)\b/;

/** Keys of data files (`key:`, `key =`, `[section]`): what an annotation in a configuration speaks of. */
const KEY =
  /^\s*(?:-\s+)?(?:\[+(?<section>[^\]]+)\]+|(?<name>[A-Za-z\u0080-\uFFFF_][A-Za-z\u0080-\uFFFF0-9_.\-]*)\s*[:=])/;

/** Longer heads are cut: regular expressions should not see them. */
const LONGEST_HEAD = 400;

/** What a head declares, most often one line of code without its comments; `undefined` for statements. */
export function declarationIn(head: string): Declaration | undefined {
  const bounded =
    head.length <= LONGEST_HEAD ? head : `${head.slice(0, LONGEST_HEAD)}${head.endsWith('{') ? ') {' : ''}`;
  return STARTS_STATEMENT.test(bounded) ? undefined : firstOf(PATTERNS, bounded);
}

/**
 * With a space for each blank beyond ASCII. The patterns take every character beyond ASCII for a letter of a name: a line of no-break spaces would be
 * names and blanks at once, and could be parted in more ways than anybody lives to try.
 */
function withPlainBlanks(line: string): string {
  return line.replace(/[^\S\0-\x7f]/gu, ' ');
}

function firstOf(patterns: readonly Pattern[], line: string): Declaration | undefined {
  const head = withPlainBlanks(line);
  for (const { pattern, needs, read } of patterns) {
    if (needs !== undefined && !head.includes(needs)) {
      continue;
    }
    const match = pattern.exec(head);
    const declaration = match?.groups === undefined ? undefined : read(match.groups, match[0]);
    if (declaration !== undefined && declaration.name !== '') {
      return declaration.name.length <= LONGEST_NAME
        ? declaration
        : { ...declaration, name: declaration.name.slice(0, LONGEST_NAME) };
    }
  }
  return undefined;
}

/** In characters. */
const LONGEST_NAME = 120;

const SQL_PATTERNS = PATTERNS.slice(0, 1).concat({
  pattern:
    /^\s*(?:create\s+or\s+replace\s+)?(?<kind>procedure|function|package(?:\s+body)?|trigger)\s+(?<name>[A-Za-z\u0080-\uFFFF_"][A-Za-z\u0080-\uFFFF0-9_."$]*)/i,
  read: named(({ kind }) => kind?.toLowerCase().replace(/\s+/gu, ' ')),
});

/** What a line of SQL or PL/SQL declares. */
export function sqlDeclarationIn(line: string): Declaration | undefined {
  return line.length > LONGEST_HEAD ? undefined : firstOf(SQL_PATTERNS, line);
}

const OWN_PATTERNS: Readonly<Record<string, readonly Pattern[]>> = {
  css: [{ pattern: /^(?<name>[^{};@]{1,100}?)\s*\{/, read: named(() => 'rule') }],
  haskell: [
    { pattern: /^(?<name>[\p{Ll}_][\p{L}\p{N}_']*)\s*::/u, read: named(() => 'function') },
    {
      pattern: /^(?:data|newtype|class|module)\s+(?:[^=]*=>\s*)?(?<name>[\p{Lu}][\p{L}\p{N}_'.]*)/u,
      read: named(() => 'type'),
    },
  ],
  erlang: [{ pattern: /^(?<name>[a-z][\w@]*)\([^)]*\).*->/, read: named(() => 'function') }],
  cobol: [
    {
      pattern: /^(?:\d{6})?\s*(?<name>[A-Z0-9][A-Z0-9-]*)\s+(?:SECTION|DIVISION)\s*\./i,
      read: named(() => 'section'),
    },
    { pattern: /^(?:\d{6})?\s{0,4}(?<name>[A-Z0-9][A-Z0-9-]*)\.\s*$/i, read: named(() => 'paragraph') },
  ],
  mumps: [{ pattern: /^(?<name>[A-Za-z%][A-Za-z0-9]*)(?=[( \t;]|$)/, read: named(() => 'label') }],
  makefile: [{ pattern: /^(?<name>[^\s:#=][^:#=]{0,100}?)\s*:(?!=)/, read: named(() => 'target') }],
  dockerfile: [{ pattern: /^FROM\s+\S+\s+AS\s+(?<name>\S+)/i, read: named(() => 'stage') }],
  bat: [{ pattern: /^:(?<name>[A-Za-z_]\w*)/, read: named(() => 'label') }],
};

/** What a line declares in a language of its own kind; `undefined` for a language that the common patterns serve. */
export function ownDeclarations(languageId: string): ((line: string) => Declaration | undefined) | undefined {
  const patterns = OWN_PATTERNS[languageId === 'scss' ? 'css' : languageId];
  return patterns === undefined
    ? undefined
    : (line) => (line.length > LONGEST_HEAD ? undefined : firstOf(patterns, line));
}

/** The key or section that a line of a configuration file starts. */
export function keyIn(line: string): Declaration | undefined {
  if (line.length > LONGEST_HEAD) {
    return undefined;
  }
  const groups = KEY.exec(withPlainBlanks(line))?.groups;
  const section = groups?.['section'];
  const name = groups?.['name'];
  return section !== undefined
    ? { kind: 'section', name: section }
    : name !== undefined
      ? { kind: 'key', name }
      : undefined;
}
