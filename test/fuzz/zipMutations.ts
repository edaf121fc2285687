import { unzipSync, zipSync } from 'fflate';
import type { SeededRandom } from '../../scripts/bench/random';
import { asZip64 } from '../support/workbookBuilder';
import { mutateBytes, mutateText, spliced, type TextWords } from './mutations';
import type { Sample } from './reader';

const [CENTRAL, END] = [0x02014b50, 0x06054b50];

/** A mutated archive of the corpus: bytes anywhere, the table of contents, the files in it, or what a file says, packed again. */
export function mutateZipSample(random: SeededRandom, corpus: readonly Sample[], words: TextWords): Sample {
  const { name, bytes } = random.pick(corpus);
  switch (random.below(10)) {
    case 0:
      return { name, bytes: mutateBytes(bytes, random) };
    case 1:
      return { name, bytes: spliced(bytes, random.pick(corpus).bytes, random) };
    case 2:
      return { name, bytes: otherTable(bytes, random) };
    case 3:
      return { name, bytes: Buffer.concat([bytes, bytes.subarray(random.below(bytes.length))]) };
    default:
      return { name, bytes: otherFiles(bytes, random, corpus, words) ?? mutateBytes(bytes, random) };
  }
}

/** Fields of the records that say what is where, at their limits. */
function otherTable(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  const records: number[] = [];
  for (let at = 0; at + 46 <= changed.length; at++) {
    if ([CENTRAL, END].includes(view.getUint32(at, true))) {
      records.push(at);
    }
  }
  for (let left = 1 + random.below(3); left > 0 && records.length > 0; left--) {
    const field = random.pick(records) + 4 + random.below(42);
    if (field + 4 <= changed.length) {
      const value = random.pick([0, 1, 8, 0xff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff, changed.length]);
      if (random.below(2) === 0) {
        view.setUint16(field, value & 0xffff, true);
      } else {
        view.setUint32(field, value, true);
      }
    }
  }
  return changed;
}

function otherFiles(
  bytes: Uint8Array,
  random: SeededRandom,
  corpus: readonly Sample[],
  words: TextWords,
): Uint8Array | undefined {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch {
    return undefined;
  }
  for (let left = 1 + random.below(2); left > 0; left--) {
    const paths = Object.keys(files);
    if (paths.length === 0) {
      return undefined;
    }
    // What a reader looks at first is changed most.
    const telling = paths.filter((path) => /sheet\d|sharedStrings|MANIFEST/u.test(path));
    const path = random.pick(telling.length > 0 && random.below(2) === 0 ? telling : paths);
    const file = files[path] ?? new Uint8Array();
    switch (random.below(12)) {
      case 0:
        files = Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));
        break;
      case 1:
        files[random.pick(['../x', '/x', 'C:\\x', 'xl/', path.toUpperCase(), `${path}/x`, 'constructor', 'a\u0000b'])] =
          file;
        break;
      case 2:
        files[path] = files[random.pick(paths)] ?? file;
        break;
      case 3:
        files[path] = mutateBytes(file, random);
        break;
      case 4:
        files[path] = new Uint8Array(random.pick([0, 1, 1024 * 1024, 6 * 1024 * 1024])).fill(32);
        break;
      default:
        files[path] = Buffer.from(mutateText(Buffer.from(file).toString('utf8'), random, words));
    }
  }
  const zipped = zipSync(files, { level: random.pick([0, 6]), mtime: new Date(2000, 0, 1) });
  return random.below(8) === 0 && Object.keys(files).length > 0 && corpus.length > 0 ? asZip64(zipped) : zipped;
}
