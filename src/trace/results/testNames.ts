import type { CodeUnit } from '../../annotations/model';

/** Names are cut to this length where units are found; what is as long may go on. In characters. */
const LONGEST_UNIT = 200;
/** Words of a runner's title that are tried as the name of a group of tests. */
const MOST_WORDS = 40;

/** The name of a test, or of one of the groups that it stands in, as a source writes it: text, and places that the runner fills in. */
export interface NamePattern {
  /** Literal parts in their order; between two of them stands anything. */
  readonly parts: readonly string[];
}

/** The names of a unit from the outermost group to the test itself, folded. */
export interface UnitName {
  readonly outer: readonly NamePattern[];
  readonly last: NamePattern;
}

/** Most names are folded as they are. */
const PLAIN = /^[!-[\]-~]+(?: [!-[\]-~]+)*$/u;

/** How two spellings of a test's name are compared: a source escapes quotes, a runner joins lines. Case counts, as it does for every runner. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) {
    return text;
  }
  return text
    .normalize('NFC')
    .replace(/\\(?=["'`\\])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What `it.each` and its kin fill in: `%s`, `$name`, `${value}`, `#{value}`. */
const PLACEHOLDER = /%[sdifjopc#]|[$#]\{[^{}]*\}|\$[A-Za-z_][\w.]*/u;

/** A name in which a value may be filled in while the tests run. */
export function patternOf(name: string): NamePattern {
  const parts = foldName(name).split(PLACEHOLDER);
  return { parts: name.length >= LONGEST_UNIT ? [...parts, ''] : parts };
}

/** The whole text of a name in which nothing is filled in. */
export function literalOf({ parts }: NamePattern): string | undefined {
  return parts.length === 1 ? parts[0] : undefined;
}

/** Takes linear time: each part is looked for once, from left to right. */
export function fits({ parts }: NamePattern, name: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) {
    return name === first;
  }
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) {
    return false;
  }
  let from = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at === -1 || at + part.length > end) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** The parts of a unit's name: `describe › it` as they are, a method with its class, a function with its module. */
export function unitNameOf({ kind, name }: Pick<CodeUnit, 'kind' | 'name'>): UnitName | undefined {
  const isTest = kind === 'test';
  // A title is prose: its dots part nothing.
  const parts = (isTest ? name.split(' › ') : name.split(/\.|::/u)).map(bare);
  const last = parts.pop();
  const read = isTest ? patternOf : codeName;
  return last === undefined || last === ''
    ? undefined
    : { outer: parts.filter((part) => part !== '').map(read), last: read(last) };
}

function codeName(name: string): NamePattern {
  return { parts: [foldName(name)] };
}

/** Kotlin's and Scala's names in backticks. */
function bare(part: string): string {
  return /^`[^`]*`$/u.test(part) ? part.slice(1, -1) : part;
}

/** What a runner adds to the name of a test that it runs with several values. */
const NUMBERED = /\s?(?:\[\d+\]|\(\d+\)|#\d+)$/u;
const DATA_SET = / with data set (?:#\d+|".*")(?: \(.*\))?$/u;
const IDENTIFIER = /^(?<name>[\p{L}_$][\p{L}\p{N}_$]*)(?:[([{].*)?$/u;

/**
 * The names under which one result may be known: as written; without the values it ran with; the last part of a name that holds its groups.
 * The likeliest come first.
 */
export function namesOfCase(written: string): readonly string[] {
  const name = foldName(written);
  const names = new Set([name]);
  const add = (text: string): void => {
    if (text !== '') {
      names.add(text);
    }
  };
  const withoutValues = (text: string): void => {
    add(text.replace(DATA_SET, ''));
    add(text.replace(NUMBERED, ''));
    add(IDENTIFIER.exec(text)?.groups?.['name'] ?? '');
  };
  withoutValues(name);
  const groups = groupsOf(name);
  const last = groups.at(-1);
  if (groups.length > 1 && last !== undefined) {
    add(last);
    withoutValues(last);
    // Go writes the blanks of a subtest's title so.
    add(last.replaceAll('_', ' '));
  }
  return [...names];
}

/** `login > by password > locks`, `tests::locks`, `TestLogin/by_password`: the groups in a name that holds them, and the test. */
export function groupsOf(name: string): readonly string[] {
  const arrows = name.split(/ [>›] /u);
  if (arrows.length > 1) {
    return arrows;
  }
  return /^[\p{L}_$][\p{L}\p{N}_$]*\//u.test(name) ? name.split('/') : name.split('::');
}

/**
 * The beginnings of a title that end between two words, without the whole: runners put a group's title and a test's together with a blank.
 * @param lengths those that are of use
 */
export function beginningsOf(title: string, lengths: ReadonlySet<number>): string[] {
  const found: string[] = [];
  let words = 0;
  for (let at = title.indexOf(' '); at !== -1 && words < MOST_WORDS; at = title.indexOf(' ', at + 1)) {
    words++;
    if (lengths.has(at)) {
      found.push(title.slice(0, at));
    }
  }
  return found;
}
