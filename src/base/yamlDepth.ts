import { Parser, type CST } from 'yaml';

/** Our formats nest some eight levels deep. */
export const mostLevels = 60;

/** Whether a text must not be handed to what comes after the parser. */
export function isTooDeep(text: string): boolean {
  return offsetTooDeep([...new Parser().parse(text)], mostLevels) !== undefined;
}

/**
 * The offset at which tokens of the YAML parser nest deeper than `most` levels, if they do. Everything after the parser descends
 * by recursion, and V8 ends the whole process when its stack runs out inside a regular expression: such a text must not get there.
 */
export function offsetTooDeep(tokens: readonly CST.Token[], most: number): number | undefined {
  let level = tokens.flatMap((token) => (token.type === 'document' ? [token.value] : []));
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((token) =>
      token !== undefined && 'items' in token ? token.items.flatMap((item) => [item.key ?? undefined, item.value]) : [],
    );
    if (level.length === 0) {
      return undefined;
    }
  }
  return level.find((token) => token !== undefined)?.offset ?? undefined;
}
