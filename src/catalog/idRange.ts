/** A range longer than this is a typing error, or worse. */
const longestRange = 100;

/** One element of `CONF.14-15`, `IE.56/57` or `IE.30-32/IAM.92`, its section written out. */
export interface RangePart {
  readonly first: string;
  /** For a range: the ids between both ends, then the last one. */
  readonly between: readonly string[];
  readonly last?: string;
}

const number = '\\d{1,3}(?:bis|ter|quater)?';
const whole = new RegExp(`^(.+?[\\p{L}\\d]\\.)(${number})((?:[-/](?:\\.|[\\p{L}/.]{1,40}\\.)?${number})+)$`, 'u');
const element = new RegExp(`([-/])(\\.|[\\p{L}/.]{1,40}\\.)?(${number})`, 'gu');

/**
 * Reads a folded id as a list or a range of ids of one section: `-` counts from one number to the next, `/` names another one; the
 * section may be repeated, in full or as a dot. `undefined` when the text has not that form, runs backwards or is too long.
 */
export function splitRange(folded: string): RangePart[] | undefined {
  const match = whole.exec(folded);
  if (match === null) {
    return undefined;
  }
  const [, section = '', start = '', tail = ''] = match;
  const parts: RangePart[] = [{ first: section + start, between: [] }];
  let current = { section, number: start };
  let members = 1;
  for (const [, separator, written, value = ''] of tail.matchAll(element)) {
    const next = sectionNamed(written, [current.section, section]);
    if (separator === '/') {
      parts.push({ first: next + value, between: [] });
      members++;
    } else {
      const last = parts.pop();
      const numbers = next === current.section ? numbersBetween(current.number, value) : undefined;
      if (last === undefined || last.last !== undefined || numbers === undefined) {
        return undefined;
      }
      parts.push({ ...last, between: numbers.map((each) => next + each), last: next + value });
      members += numbers.length + 1;
    }
    current = { section: next, number: value };
    if (members > longestRange) {
      return undefined;
    }
  }
  return parts;
}

/** The section that an element names: the one before it, where it names none; the whole of one that was written before, where it names its end. */
function sectionNamed(written: string | undefined, known: readonly [current: string, first: string]): string {
  // Every section ends in a dot, which alone names the one before.
  return written === undefined ? known[0] : (known.find((section) => section.endsWith(written)) ?? written);
}

/** The numbers strictly between two written ones, zeros in front as in the first; a BIS has no place in a count. */
function numbersBetween(from: string, to: string): string[] | undefined {
  const [start, end] = [Number(from), Number(to)];
  if (!(end > start) || end - start > longestRange) {
    return undefined;
  }
  return Array.from({ length: end - start - 1 }, (_, i) => String(start + 1 + i).padStart(from.length, '0'));
}
