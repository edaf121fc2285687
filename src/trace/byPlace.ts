import { compare, type Range } from '../base/text';

interface Placed {
  readonly file: string;
  readonly range?: Range;
}

const START = { line: 0, character: 0 };

/** Orders by file, compared by code units so that every machine sorts alike, then by place; the whole file comes first. */
export function byPlace(a: Placed, b: Placed): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || compare(a.range?.start ?? START, b.range?.start ?? START);
}

/** Both in order; those of `few` come behind those of `many` at the same place. Costs little more than a copy of the many. */
export function mergeByPlace<T extends Placed>(many: readonly T[], few: readonly T[]): readonly T[] {
  if (few.length === 0) {
    return many;
  }
  const merged: T[][] = [];
  let from = 0;
  for (const one of few) {
    const to = placeOf(one, many, from);
    merged.push(many.slice(from, to), [one]);
    from = to;
  }
  merged.push(many.slice(from));
  return merged.flat();
}

/** Behind those that come before `one` or stand at its place. */
function placeOf(one: Placed, many: readonly Placed[], from: number): number {
  let low = from;
  let high = many.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = many[middle];
    if (other !== undefined && byPlace(other, one) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
