import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { parseYaml, type YamlPath } from '../base/yaml';
import { excerptAt, lineAt, topLevelKeys, type YamlExcerpt } from './yamlExcerpt';
import { openSlots, type YamlSlot } from './yamlSlots';

/** Where a key or a value of a YAML text is being written. Offsets count in the text. */
export interface YamlPlace {
  /** Several where the line is still empty, the likeliest first. */
  readonly slots: readonly YamlSlot[];
  /** What is to be replaced: from `start`, which is the start of its line when `freshLine`, to the end of the word under the cursor. */
  readonly start: number;
  readonly end: number;
  /** What stands between `start` and the cursor, without quote and indentation. */
  readonly typed: string;
  /** All that stands there. */
  readonly written: string;
  readonly quote: '' | '"' | "'";
  /** Inside `[]` or `{}`. */
  readonly flow: boolean;
  /** Nothing else is on the line: what comes into it starts with its indentation. */
  readonly freshLine: boolean;
  /** It starts on the line of its key. */
  readonly besideKey: boolean;
  /** Column of the first key on its line, behind any dashes. */
  readonly lineColumn: number;
  /** A blank must come first, as the cursor touches the colon or the dash. */
  readonly blankMissing: boolean;
  /** Of a key: its colon is there already. */
  readonly hasColon: boolean;
  /** What stands at a path, as plain data: of the top level the keys alone, of a long list the entry around the place. */
  readonly dataAt: (path: YamlPath) => unknown;
}

/** Stands for what is to come when the text is read. */
const PROBE = 'A0';
/** In UTF-16 units; no entry of our files is nearly as long. */
const LONGEST_EXCERPT = 200_000;

/**
 * The place of an offset in a YAML text, however unfinished: in comments, block texts and after a closed value nothing is written. Never throws.
 */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  if (before.includes('\t') || /^\s*#|\s#/u.test(before)) {
    return undefined;
  }
  const excerpt = excerptAt(text, offset);
  if (excerpt.text.length > LONGEST_EXCERPT) {
    return undefined;
  }
  const isFresh = /^ *(?:[^\s:#,[\]{}'"&*!|>-][^:#]*)?$/u.test(text.slice(line.start, line.end));
  const scalar = scalarAt(text, offset, excerpt, line.end);
  if (isFresh && scalar?.flow !== true) {
    return scalar?.continues === true ? undefined : freshPlace(text, offset, excerpt, line);
  }
  return scalar === undefined || scalar.continues ? undefined : scalarPlace(text, offset, excerpt, scalar);
}

function freshPlace(
  text: string,
  offset: number,
  excerpt: YamlExcerpt,
  line: { readonly start: number; readonly end: number },
): YamlPlace {
  const written = text.slice(line.start, line.end).trim();
  const first = line.start + (/^ */u.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  const ownStart = line.start - excerpt.shift;
  const above = excerpt.text.slice(0, ownStart);
  const column = written === '' ? offset - line.start : first - line.start;
  const without = `${above}${excerpt.text.slice(line.end - excerpt.shift)}`;
  return {
    slots: openSlots(above, column).map((slot) => ({ ...slot, path: excerpt.wholePath(slot.path) })),
    start: line.start,
    end: Math.max(offset, first + written.length),
    typed: text.slice(Math.min(first, offset), offset),
    written,
    quote: '',
    flow: false,
    freshLine: true,
    besideKey: false,
    lineColumn: column,
    blankMissing: false,
    hasColon: false,
    dataAt: dataOf(text, excerpt, without),
  };
}

interface FoundScalar {
  readonly role: 'key' | 'value';
  /** In the excerpt; of a key, that of its map. */
  readonly path: YamlPath;
  readonly node: Scalar;
  readonly flow: boolean;
  /** It began on a line above, or is a block text. */
  readonly continues: boolean;
  readonly blankMissing: boolean;
}

/** Reads the text up to the end of the line, with a probe at the cursor: what comes below belongs to others. */
function scalarAt(text: string, offset: number, excerpt: YamlExcerpt, lineEnd: number): FoundScalar | undefined {
  const blankMissing = touchesMark(text.slice(lineAt(text, offset).start, offset), text.slice(offset, lineEnd));
  const at = excerpt.offset + (blankMissing ? 1 : 0);
  const before = `${excerpt.text.slice(0, excerpt.offset)}${blankMissing ? ' ' : ''}`;
  const source = `${before}${PROBE}${excerpt.text.slice(excerpt.offset, lineEnd - excerpt.shift)}`;
  const found = findScalar(parseYaml(source, '').document.contents, at);
  if (found === undefined) {
    return undefined;
  }
  const { node } = found;
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  return { ...found, continues: isBlock || before.slice(node.range?.[0]).includes('\n'), blankMissing };
}

/** Whether the cursor touches the colon of a key, or a dash, and nothing follows. */
function touchesMark(before: string, behind: string): boolean {
  if (/^[^\s,\]}]/u.test(behind)) {
    return false;
  }
  const isInBraces = before.lastIndexOf('{') > before.lastIndexOf('[');
  return (
    /^[ -]*[\p{L}_][\p{L}\p{N}_-]*:$|^(?: *- )* *-$/u.test(before) || (isInBraces && /[{,] *[\p{L}_]+:$/u.test(before))
  );
}

type Found = Pick<FoundScalar, 'role' | 'path' | 'node' | 'flow'>;

/** The scalar that holds an offset. */
function findScalar(root: Node | null, at: number): Found | undefined {
  let node: unknown = root;
  let path: YamlPath = [];
  let flow = false;
  for (;;) {
    if (holds(node, at) && isScalar(node)) {
      return { role: 'value', path, node, flow };
    }
    if (isMap(node)) {
      flow ||= node.flow === true;
      const map: Found | undefined = node.items
        .map(({ key }) => key)
        .filter((key) => isScalar(key) && holds(key, at))
        .map((key) => ({ role: 'key' as const, path, node: key as Scalar, flow }))[0];
      const pair = node.items.find(({ value }) => holds(value, at));
      if (map !== undefined || pair === undefined) {
        return map;
      }
      path = [...path, String(isScalar(pair.key) ? pair.key.value : pair.key)];
      node = pair.value;
    } else if (isSeq(node)) {
      flow ||= node.flow === true;
      const index = node.items.findIndex((item) => holds(item, at));
      if (index === -1) {
        return undefined;
      }
      path = [...path, index];
      node = node.items[index];
    } else {
      return undefined;
    }
  }
}

function holds(node: unknown, at: number): boolean {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) {
    // A pair inside of a list in brackets has no range of its own.
    return false;
  }
  const [start, end] = node.range as [number, number, number];
  return start <= at && at < end;
}

function scalarPlace(text: string, offset: number, excerpt: YamlExcerpt, found: FoundScalar): YamlPlace | undefined {
  const { node, blankMissing } = found;
  const { start: lineStart, end: lineEnd } = lineAt(text, offset);
  const [from, to] = node.range ?? [0, 0];
  const start = blankMissing ? offset : from + excerpt.shift;
  const end = Math.min(lineEnd, Math.max(offset, blankMissing ? offset : to + excerpt.shift - PROBE.length));
  const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
  if (start < lineStart || start + quote.length > offset) {
    return undefined;
  }
  const beforeIt = text.slice(lineStart, start);
  const written = text.slice(start + quote.length, end);
  return {
    slots: [{ role: found.role, path: excerpt.wholePath(found.path), column: start - lineStart }],
    start,
    end,
    typed: text.slice(start + quote.length, offset),
    written: quote !== '' && written.endsWith(quote) ? written.slice(0, -1) : written,
    quote,
    flow: found.flow,
    freshLine: false,
    besideKey: found.role === 'value' && /:\s*$/u.test(beforeIt),
    lineColumn: /^[ -]*/u.exec(beforeIt)?.[0].length ?? 0,
    blankMissing,
    hasColon: /^\s*:/u.test(text.slice(end, lineEnd)),
    dataAt: dataOf(text, excerpt, excerpt.text),
  };
}

/** Parsed when somebody asks. */
function dataOf(text: string, { ownPath }: YamlExcerpt, source: string): YamlPlace['dataAt'] {
  let value: unknown;
  let isParsed = false;
  return (path) => {
    if (path.length === 0) {
      return Object.fromEntries(topLevelKeys(text).map((key) => [key, true]));
    }
    const own = ownPath(path);
    if (!isParsed) {
      value = parseYaml(source, '').value;
      isParsed = true;
    }
    return own?.reduce((here, key) => inside(here, key), value);
  };
}

function inside(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}
