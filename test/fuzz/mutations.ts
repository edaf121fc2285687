import type { SeededRandom } from '../../scripts/bench/random';
import type { Sample } from './reader';

/** Larger files would only be slower. In bytes. */
const LARGEST = 64 * 1024;

/** Characters that tell good readers from others. */
const ODD = [
  '\u0000', '\uFEFF', '\r', '\r\n', '\n\n', '\t', '\u00A0', '\u2028', '\u200B', '\u202E', 'é', 'e\u0301', 'İ', 'ß', '𝒳', '\u001B', '\\', '"', "'", '`',
]; // prettier-ignore

const NUMBERS = [
  '0',
  '-1',
  '1e309',
  '-0',
  '0x1F',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
  '1.5',
  'NaN',
  '00',
  '1_000',
];

export interface TextWords {
  /** What the format is made of. */
  readonly words: readonly string[];
  /** What opens and closes a level. */
  readonly nesting?: readonly (readonly [open: string, close: string])[];
}

type Mutation = (text: string, random: SeededRandom, words: TextWords) => string;

const mutations: readonly Mutation[] = [
  // Cut short, from either side.
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(Math.min(text.length, 40) + 1)),
  // A stretch is lost, doubled, moved or repeated many times.
  (text, random) => around(text, random, () => ''),
  (text, random) => around(text, random, (part) => part + part),
  (text, random) => around(text, random, (part) => part.repeat(2 + random.below(random.pick([4, 40, 400])))),
  (text, random) => around(text, random, (part) => part.split('').reverse().join('')),
  (text, random) => {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(80));
    return insertAt(text, random.below(text.length + 1), text.slice(from, to));
  },
  // Something is put in.
  (text, random, { words }) => insertAt(text, random.below(text.length + 1), random.pick(words)),
  (text, random, { words }) => insertAt(text, random.below(text.length + 1), random.pick(words)),
  (text, random) => insertAt(text, random.below(text.length + 1), random.pick(ODD)),
  (text, random) =>
    insertAt(
      text,
      random.below(text.length + 1),
      random.pick(ODD).repeat(1 + random.below(random.pick([4, 40, 3000]))),
    ),
  // A character is another.
  (text, random) => {
    const at = random.below(text.length + 1);
    return `${text.slice(0, at)}${String.fromCharCode(random.below(0x180))}${text.slice(at + 1)}`;
  },
  // A word of the format in the place of another.
  (text, random, { words }) => text.replace(random.pick(words), () => random.pick(words)),
  (text, random) => {
    const numbers = [...text.matchAll(/\d+/gu)];
    const one = numbers[random.below(numbers.length)];
    return one === undefined
      ? text
      : text.slice(0, one.index) + random.pick(NUMBERS) + text.slice(one.index + one[0].length);
  },
  // Lines.
  (text, random) => {
    const lines = text.split('\n');
    const [from, to] = [random.below(lines.length), random.below(lines.length)];
    lines.splice(to, 0, ...lines.splice(from, 1 + random.below(3)));
    return lines.join('\n');
  },
  (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines[at] = ' '.repeat(random.below(6)) + (lines[at] ?? '').trimStart();
    return lines.join('\n');
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  // Levels without end.
  (text, random, { nesting = [['[', ']']] }) => {
    const [open, close] = random.pick(nesting);
    const depth = 1 + random.below(random.pick([8, 100, 3000]));
    const closed = random.below(2) === 0 ? close.repeat(depth) : '';
    return insertAt(text, random.below(text.length + 1), open.repeat(depth) + closed);
  },
];

function insertAt(text: string, at: number, part: string): string {
  return text.slice(0, at) + part + text.slice(at);
}

function around(text: string, random: SeededRandom, change: (part: string) => string): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + random.below(random.below(4) === 0 ? 400 : 12));
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

/** The text after one to five changes. */
export function mutateText(text: string, random: SeededRandom, words: TextWords): string {
  let changed = text;
  for (let left = 1 + random.below(5); left > 0; left--) {
    changed = random.pick(mutations)(changed, random, words).slice(0, LARGEST);
  }
  return changed;
}

/** The bytes with some of them changed, lost, or put in. */
export function mutateBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let left = 1 + random.below(8); left > 0 && changed.length > 0; left--) {
    const at = random.below(changed.length);
    switch (random.below(6)) {
      case 0:
        changed[at] = random.below(256);
        break;
      case 1:
        changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 2:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + 1 + random.below(20))]);
        break;
      case 3:
        changed = Buffer.concat([changed.subarray(0, at), Buffer.alloc(1 + random.below(20)), changed.subarray(at)]);
        break;
      case 4:
        // A field of four bytes at its limits.
        changed.fill(random.pick([0x00, 0xff, 0x7f]), at, Math.min(changed.length, at + random.pick([1, 2, 4, 8])));
        break;
      default:
        changed = random.below(4) === 0 ? changed.subarray(0, at) : changed;
    }
  }
  return changed;
}

/** The start of one file and the end of another. */
export function spliced(first: Uint8Array, second: Uint8Array, random: SeededRandom): Uint8Array {
  const start = first.subarray(0, random.below(first.length + 1));
  return Buffer.concat([start, second.subarray(random.below(second.length + 1))]).subarray(0, LARGEST);
}

/** A mutated text file of the corpus. Most changes are made to the text, some to its bytes or its encoding. */
export function mutateTextSample(random: SeededRandom, corpus: readonly Sample[], words: TextWords): Sample {
  const { name, bytes } = random.pick(corpus);
  const kind = random.below(20);
  if (kind < 2) {
    return { name, bytes: mutateBytes(bytes, random) };
  }
  if (kind < 5) {
    return { name, bytes: spliced(bytes, random.pick(corpus).bytes, random) };
  }
  const text = mutateText(Buffer.from(bytes).toString('utf8'), random, words);
  if (kind === 5) {
    return { name, bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') };
  }
  return { name, bytes: Buffer.from(text, kind === 6 ? 'latin1' : 'utf8') };
}
