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
