import { foldId, withoutPrefix } from '../../catalog/requirementId';

/** Whether two spellings are of one id whatever a catalogue knows: case, dashes, blanks, a dash for a dot, the ANS prefix on one side or not. */
export function sameId(a: string, b: string): boolean {
  const [first, second] = [key(a), key(b)];
  return first === second || withoutPrefix(first) === second || first === withoutPrefix(second);
}

/**
 * What follows the id in the id of something below it, dot included: `.01` in `SSI/GEN.18.01` below `SC.SSI/GEN.18`; empty for the id itself,
 * `undefined` where it is neither.
 */
export function tailBelow(item: string, id: string): string | undefined {
  return splitsOf(item).find(({ head }) => sameId(head, id))?.tail;
}

/** Every way to read an id as one with levels below it; the whole comes first. */
export function splitsOf(raw: string): { readonly head: string; readonly tail: string }[] {
  const splits = [{ head: raw, tail: '' }];
  for (let dot = raw.lastIndexOf('.'); dot > 0; dot = raw.lastIndexOf('.', dot - 1)) {
    const tail = raw.slice(dot);
    if (!LEVELS.test(tail)) {
      break;
    }
    splits.push({ head: raw.slice(0, dot), tail });
  }
  return splits;
}

/** Numbers of a scenario and a proof, or a range of them. */
const LEVELS = /^\.\d{1,3}(?:[-/.]\d{1,3}){0,9}$/u;

function key(raw: string): string {
  return foldId(raw).replace(/(\p{L})-(?=\d)/u, '$1.');
}
