import type { Range } from '../base/text';
import type { ParsedYaml, YamlPath } from '../base/yaml';

/** Any value of a file that nobody checked yet, and where it stands. */
export interface YamlValue {
  readonly value: unknown;
  readonly path: YamlPath;
}

/** The value under a key of a mapping; a value of another kind has none. */
export function child({ value, path }: YamlValue, key: string): YamlValue {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  return {
    value: isMapping ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
    path: [...path, key],
  };
}

/** The items of a list; of a single value, as many keys allow one in place of a list, that one. */
export function items({ value, path }: YamlValue): YamlValue[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
  }
  return value === undefined || value === null ? [] : [{ value, path }];
}

/** As people read it: texts and numbers; of anything else nothing. */
export function words({ value }: YamlValue): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The text of a scalar without its quotes; `undefined` where it does not stand on one line. */
export function textRange({ rangeOf, nodeAt }: ParsedYaml, path: YamlPath): Range | undefined {
  const range = rangeOf(path);
  const node = nodeAt(path);
  if (range?.start.line !== range?.end.line || range === undefined || node === undefined) {
    return undefined;
  }
  const type = 'type' in node ? node.type : undefined;
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    return undefined;
  }
  const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
  const start = { line: range.start.line, character: range.start.character + quotes };
  const end = { line: range.end.line, character: Math.max(start.character, range.end.character - quotes) };
  return { start, end };
}
