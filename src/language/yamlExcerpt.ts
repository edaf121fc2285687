import type { YamlPath } from '../base/yaml';

/**
 * A part of a YAML text that says all that matters about a place in it: the top-level key above, and of its list the entry alone. Long
 * files have thousands of entries, and one that is broken must not hide the others.
 */
export interface YamlExcerpt {
  readonly text: string;
  /** Of the place, in `text`. */
  readonly offset: number;
  /** What an offset of `text`, from the line of the place on, is in the whole. */
  readonly shift: number;
  /** Path in the whole text of what stands at a path of the excerpt. */
  readonly wholePath: (path: YamlPath) => YamlPath;
  /** Path in the excerpt; `undefined` for what it leaves out. */
  readonly ownPath: (path: YamlPath) => YamlPath | undefined;
}

/** Of the line that holds an offset: where it starts, and where its text ends. */
export function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = lineStart(text, offset);
  const found = text.indexOf('\n', offset);
  const end = found === -1 ? text.length : found;
  return { start, end: end > start && text.charCodeAt(end - 1) === 13 && end - 1 >= offset ? end - 1 : end };
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  // From a negative place on, `lastIndexOf` would find what stands at 0.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The excerpt around an offset; the line of the offset itself never counts as a top-level key above. */
export function excerptAt(text: string, offset: number): YamlExcerpt {
  const line = lineAt(text, offset).start;
  const start = sectionStart(text, line);
  const end = sectionEnd(text, offset);
  const same = (path: YamlPath): YamlPath => path;
  const whole: YamlExcerpt = {
    text: text.slice(start, end),
    offset: offset - start,
    shift: start,
    wholePath: same,
    ownPath: same,
  };
  const entry = entryAround(text, start, end, line);
  if (entry === undefined) {
    return whole;
  }
  const head = text.slice(start, entry.listStart);
  const move = (path: YamlPath, by: number): YamlPath =>
    path.map((key, level) => (level === 1 && typeof key === 'number' ? key + by : key));
  return {
    text: head + text.slice(entry.start, entry.end),
    offset: head.length + offset - entry.start,
    shift: entry.start - head.length,
    wholePath: (path) => move(path, entry.index),
    ownPath: (path) => (typeof path[1] === 'number' && path[1] < entry.index ? undefined : move(path, -entry.index)),
  };
}

/** The names of the top-level keys, found line by line: they are known even where what is between them is broken. */
export function topLevelKeys(text: string): string[] {
  return [...text.matchAll(/^(?:\uFEFF)?(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*:(?=\s|$)/gmu)].map(
    (found) => found[2] ?? '',
  );
}

/** Text that stands in the first column, but for comments, lists and closing brackets. */
function isTopLevel(text: string, at: number): boolean {
  return at < text.length && !' \t\r\n#-]},'.includes(text.charAt(at));
}

function sectionStart(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    at = lineStart(text, at - 1);
    if (isTopLevel(text, at)) {
      return at;
    }
  }
  return 0;
}

function sectionEnd(text: string, offset: number): number {
  for (let at = text.indexOf('\n', offset) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    if (isTopLevel(text, at)) {
      return at;
    }
  }
  return text.length;
}

interface Entry {
  /** Of the first entry of the list. */
  readonly listStart: number;
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

/** The entry that holds a line, where the section is a list. */
function entryAround(text: string, start: number, end: number, line: number): Entry | undefined {
  let column = -1;
  let listStart = 0;
  let entryStart = -1;
  let index = -1;
  for (let at = start; at < end; at = nextLine(text, at, end)) {
    const first = firstNonBlank(text, at, end);
    const character = text.charAt(first);
    if (at === start || first === end || '#\r\n'.includes(character)) {
      continue;
    }
    const isEntry = character === '-' && (first + 1 >= end || ' \r\n'.includes(text.charAt(first + 1)));
    if (column === -1) {
      if (!isEntry || at > line) {
        return undefined;
      }
      column = first - at;
      listStart = at;
    }
    if (isEntry && first - at === column) {
      if (at > line) {
        return { listStart, start: entryStart, end: at, index };
      }
      entryStart = at;
      index++;
    }
  }
  return entryStart === -1 ? undefined : { listStart, start: entryStart, end, index };
}

function firstNonBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) {
    at++;
  }
  return at;
}

function nextLine(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? end : Math.min(found + 1, end);
}
