import { isMap, isScalar, isSeq } from 'yaml';
import { parseYaml, type YamlPath } from '../base/yaml';
import { lineStart } from './yamlExcerpt';

/** What may be written at a place. */
export interface YamlSlot {
  /** key: a key of the map at `path`; value: the value at `path`; item: an entry of the list there, its `- ` still missing. */
  readonly role: 'key' | 'value' | 'item';
  readonly path: YamlPath;
  /** Column at which it has to start. */
  readonly column: number;
}

/** A map or a list that an empty line could go on with. */
interface OpenBlock {
  readonly role: 'key' | 'item';
  readonly path: YamlPath;
  readonly column: number;
}

/** A key or a dash without a value, at the end of the text. */
interface Pending {
  readonly path: YamlPath;
  readonly column: number;
}

/** How far our own lists and maps are indented. */
const STEP = 2;

/**
 * What may be written in an empty line below a text, the likeliest first. The editor indents a new line as the one above it, which is seldom
 * where the next thing has to stand: blocks further in are offered as well, at their own column. Behind a blank line the cursor's column is
 * taken at its word.
 */
export function openSlots(above: string, column: number): readonly YamlSlot[] {
  const { blocks, pending } = openBlocks(above);
  const isAdjacent = !endsInBlankLine(above);
  const slots: YamlSlot[] = [];
  if (pending !== undefined) {
    const inset = column > pending.column ? column : pending.column + STEP;
    slots.push({ role: 'value', path: pending.path, column: inset });
  }
  const within = blocks.filter((block) => block.column >= column);
  const exact = within.filter((block) => block.column === column);
  const others = within.filter((block) => block.column !== column).reverse();
  slots.push(...(isAdjacent ? [...others, ...exact.reverse()] : [...exact.reverse(), ...others]));
  const innermost = blocks.at(-1);
  if (slots.length === 0 && innermost !== undefined) {
    slots.push(innermost);
  }
  return slots.length === 0 ? [{ role: 'key', path: [], column: 0 }] : slots;
}

/** Read from the end: a pattern would begin anew at each of thousands of empty lines further up. */
function endsInBlankLine(text: string): boolean {
  let lineEnds = 0;
  for (let at = text.length - 1; at >= 0 && ' \r\n'.includes(text.charAt(at)); at--) {
    lineEnds += text.charAt(at) === '\n' ? 1 : 0;
    if (lineEnds === 2) {
      return true;
    }
  }
  return false;
}

function openBlocks(above: string): { blocks: OpenBlock[]; pending: Pending | undefined } {
  const blocks: OpenBlock[] = [];
  let node: unknown = parseYaml(above, '').document.contents;
  let path: YamlPath = [];
  for (;;) {
    if ((!isMap(node) && !isSeq(node)) || node.flow === true || !node.range || node.items.length === 0) {
      const last = blocks.at(-1);
      const isEmpty = node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
      return { blocks, pending: isEmpty && last !== undefined ? { path, column: last.column } : undefined };
    }
    const column = node.range[0] - lineStart(above, node.range[0]);
    blocks.push({ role: isMap(node) ? 'key' : 'item', path, column });
    if (isMap(node)) {
      const pair = node.items.at(-1);
      path = [...path, String(isScalar(pair?.key) ? pair.key.value : '')];
      node = pair?.value ?? null;
    } else {
      path = [...path, node.items.length - 1];
      node = node.items.at(-1) ?? null;
    }
  }
}
