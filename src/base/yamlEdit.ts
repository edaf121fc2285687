import { isMap, isScalar, isSeq, parseDocument, Scalar, stringify } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { YamlPath } from './yaml';
import { isTooDeep } from './yamlDepth';

/** A text cannot be edited as YAML: it is none, is not a map, or its aliases do not allow it. */
export class YamlBroken extends Error {}

export type PlainItem = string | Readonly<Record<string, string | readonly string[]>>;

/**
 * The text with an item behind the others of the list at a path of keys; the list is created where it is missing. As every edit of this module,
 * it leaves every other byte of a usual file as it is, comments and style included; a file written in an unusual way goes through the YAML
 * document, which keeps comments and order. Throws `YamlBroken`.
 */
// @segur ST.PRF.06
export function appendToList(text: string, path: YamlPath, item: PlainItem): string {
  const { document, root } = read(text);
  const spliced = appended(text, document, root, path, item);
  const present: unknown = document.getIn(path, true);
  if (isSeq(present)) {
    document.addIn(path, document.createNode(item));
  } else {
    document.setIn(path, document.createNode(isScalar(present) && present.value !== null ? [present, item] : [item]));
  }
  return checked(text, document, spliced);
}

/** The text with a text value at a path; its quotes stay, and a key that is missing is written behind the others of its map. */
export function setText(text: string, path: YamlPath, value: string): string {
  const { document, root } = read(text);
  const node: unknown = document.getIn(path, true);
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  let spliced: string | undefined;
  if (isScalar(node) && node.range && typeof node.value === 'string') {
    const [start, end] = node.range;
    spliced = text.slice(0, start) + scalarText(value, node) + text.slice(end);
  } else if (isSeq(node) && node.flow === true && node.range) {
    spliced = text.slice(0, node.range[0]) + flowText(value) + text.slice(node.range[1]);
  } else if (node === undefined && isMap(parent)) {
    spliced = withPair(text, parent, String(path.at(-1)), value, parent === root);
  }
  document.setIn(path, value);
  return checked(text, document, spliced);
}

/** The text without the item or the pair at a path; a list or map that would be empty goes with its key. */
export function removeAt(text: string, path: YamlPath): string {
  const { document } = read(text);
  let gone = path;
  for (
    let above: unknown = document.getIn(gone.slice(0, -1), true);
    gone.length > 1 && (isSeq(above) || isMap(above)) && above.items.length === 1;
    above = document.getIn(gone.slice(0, -1), true)
  ) {
    gone = gone.slice(0, -1);
  }
  const parent: unknown = gone.length === 1 ? document.contents : document.getIn(gone.slice(0, -1), true);
  const spliced = without(text, parent, gone.at(-1));
  document.deleteIn(gone);
  return checked(text, document, spliced);
}

function read(text: string): { document: Document; root: YAMLMap } {
  if (isTooDeep(text)) {
    throw new YamlBroken('nested too deep');
  }
  const document = parseDocument(text);
  const root: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(root)) {
    throw new YamlBroken(document.errors[0]?.message ?? 'not a map');
  }
  return { document, root };
}

/** What was cut and pasted counts when it says what the document says. */
function checked(text: string, wanted: Document, spliced: string | undefined): string {
  try {
    return written(text, wanted, spliced);
  } catch (error) {
    // An alias without its anchor, or more of them than are followed.
    throw new YamlBroken(error instanceof Error ? error.message : String(error));
  }
}

function written(text: string, wanted: Document, spliced: string | undefined): string {
  if (spliced !== undefined) {
    const document = parseDocument(spliced);
    if (document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(wanted.toJS())) {
      return spliced;
    }
  }
  const whole = wanted.toString({ lineWidth: 0 });
  return lineEndOf(text) === '\n' ? whole : whole.replaceAll('\n', '\r\n');
}

function appended(
  text: string,
  document: Document,
  root: YAMLMap,
  path: YamlPath,
  item: PlainItem,
): string | undefined {
  for (let last = path.length - 1; last >= 0; last--) {
    const parent: unknown = last === 0 ? root : document.getIn(path.slice(0, last), true);
    if (isMap(parent)) {
      const key = String(path[last]);
      const pair = pairOf(parent, key);
      if (pair !== undefined) {
        return last === path.length - 1 ? withItemOf(text, pair, item) : undefined;
      }
      return withPair(text, parent, key, nested(path.slice(last + 1), [item]), parent === root);
    }
  }
  return undefined;
}

function nested(path: YamlPath, value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function withItemOf(text: string, pair: Pair, item: PlainItem): string | undefined {
  const list = pair.value as Node | null;
  const isEmpty = isSeq(list) && list.items.length === 0;
  if (isSeq(list) && !(isEmpty && typeof item !== 'string')) {
    return withItem(text, list, item);
  }
  if (isEmpty || (isScalar(list) && list.value === null)) {
    return firstItem(text, pair, item);
  }
  const range = isScalar(list) ? list.range : undefined;
  return range
    ? `${text.slice(0, range[0])}[${text.slice(range[0], range[1])}, ${flowText(item)}]${text.slice(range[1])}`
    : undefined;
}

/** Below a key whose list is empty, or not written at all. */
function firstItem(text: string, { key, value }: Pair, item: PlainItem): string | undefined {
  const keyRange = (key as Node).range;
  const range = (value as Node | null)?.range;
  if (!keyRange || !range) {
    return undefined;
  }
  const indent = ' '.repeat(keyRange[0] - startOfLine(text, keyRange[0]));
  const body = stringify([item], { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}  ${line}`);
  const isWritten = range[1] > range[0];
  const bare = isWritten ? text.slice(0, range[0]).trimEnd() + text.slice(range[1]) : text;
  return insertLines(bare, keyRange[1], body);
}

function withItem(text: string, list: YAMLSeq, item: PlainItem): string | undefined {
  const last = list.items.at(-1) as Node | undefined;
  if (!list.range || (last !== undefined && !last.range)) {
    return undefined;
  }
  if (list.flow === true) {
    const end = list.range[1] - 1;
    const behind = last?.range?.[1] ?? list.range[0] + 1;
    const padded = /^\[\s/u.test(text.slice(list.range[0])) ? ' ' : '';
    const written = last === undefined ? `${padded}${flowText(item)}${padded}` : `, ${flowText(item)}`;
    // What stands before the bracket stays: its padding, a comma at the end, a comment.
    return text.slice(behind, end).trim() === '' ? insert(text, last === undefined ? end : behind, written) : undefined;
  }
  const indent = ' '.repeat(list.range[0] - startOfLine(text, list.range[0]));
  const gap = /^-( +)/u.exec(text.slice(list.range[0]))?.[1] ?? ' ';
  const lines = stringify(item, { lineWidth: 0 }).trimEnd().split('\n');
  const body = lines.map((line, at) => (at === 0 ? `${indent}-${gap}` : `${indent} ${gap}`) + line);
  return insertLines(text, last?.range?.[1] ?? list.range[1], body);
}

function withPair(text: string, map: YAMLMap, key: string, value: unknown, isRoot: boolean): string | undefined {
  const last = map.items.at(-1);
  const end = endOf(last);
  if (!map.range) {
    return undefined;
  }
  if (map.flow === true) {
    const close = map.range[1] - 1;
    const behind = end ?? map.range[0] + 1;
    const written = `${key}: ${flowText(value)}`;
    return text.slice(behind, close).trim() === ''
      ? insert(text, behind, end === undefined ? ` ${written} ` : `, ${written}`)
      : undefined;
  }
  const indent = ' '.repeat(map.range[0] - startOfLine(text, map.range[0]));
  const body = stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => indent + line);
  // At the end of the file, behind its last comments.
  return isRoot ? insertLines(text, text.length, body) : insertLines(text, end ?? map.range[1], body);
}

function without(text: string, parent: unknown, step: string | number | undefined): string | undefined {
  const [start, end] = stretchOf(parent, step) ?? [];
  if (start === undefined || end === undefined || (isMap(parent) || isSeq(parent) ? parent.flow === true : true)) {
    return undefined;
  }
  const from = isSeq(parent) ? text.lastIndexOf('-', start) : start;
  const to = text.charAt(end - 1) === '\n' ? end : behindLine(text, end);
  const before = text.slice(startOfLine(text, from), from);
  return before.trim() === '' ? text.slice(0, from - before.length) + text.slice(to) : undefined;
}

function stretchOf(parent: unknown, step: string | number | undefined): [number, number] | undefined {
  if (isSeq(parent) && typeof step === 'number') {
    const range = (parent.items[step] as Node | undefined)?.range;
    return range ? [range[0], range[1]] : undefined;
  }
  const pair = isMap(parent) ? pairOf(parent, String(step)) : undefined;
  const start = (pair?.key as Node | undefined)?.range?.[0];
  const end = endOf(pair);
  return start === undefined || end === undefined ? undefined : [start, end];
}

function pairOf(map: YAMLMap, key: string | undefined): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function endOf(pair: Pair | undefined): number | undefined {
  const own = (pair?.value as Node | null | undefined)?.range?.[1];
  return own ?? (pair?.key as Node | undefined)?.range?.[1];
}

/** As it is written between brackets. */
function flowText(value: unknown): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\[\s*|\s*\]$/gu, '');
}

function scalarText(value: string, { type }: Scalar): string {
  if (type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE) {
    const scalar = new Scalar(value);
    scalar.type = type;
    return stringify(scalar, { lineWidth: 0 }).trim();
  }
  return stringify(value, { lineWidth: 0 }).trim();
}

function insert(text: string, at: number, written: string): string {
  return text.slice(0, at) + written + text.slice(at);
}

/** Behind the line that something ends on; its comment stays with it. */
function insertLines(text: string, end: number, lines: readonly string[]): string {
  const eol = lineEndOf(text);
  const at = end > 0 && text.charAt(end - 1) === '\n' ? end : behindLine(text, end);
  const opened = at > 0 && text.charAt(at - 1) !== '\n' ? eol : '';
  return insert(text, at, `${opened}${lines.join(eol)}${eol}`);
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function behindLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
