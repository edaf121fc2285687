import { isBinary } from '../base/decodeText';
import type { FileSystem } from '../base/ports';

/** Where the common test runners write JUnit XML. */
const PLACES = [
  '**/surefire-reports/*.xml',
  '**/failsafe-reports/*.xml',
  '**/test-results/**/*.xml',
  '**/TestResults/**/*.xml',
  '**/junit/**/*.xml',
  '**/*junit*.xml',
  '**/TEST-*.xml',
];

/** So many files of a place are looked at: one that is JUnit XML will do. */
const LOOKS = 5;

/** Longer files are not looked at. In bytes. */
const MAX_SIZE = 16 * 1024 * 1024;

/** How much of a file tells what it is. In bytes. */
const HEAD = 2048;

/** Globs of the test results that a folder holds: of places that are known for them, and of which a file really is JUnit XML. */
export async function guessResults(fs: FileSystem): Promise<string[]> {
  const globs: string[] = [];
  const covered = new Set<string>();
  for (const glob of PLACES) {
    const fresh = (await fs.glob(glob)).filter((file) => !covered.has(file));
    if (await someIsJunit(fs, fresh.slice(0, LOOKS))) {
      globs.push(glob);
      fresh.forEach((file) => covered.add(file));
    }
  }
  return globs;
}

async function someIsJunit(fs: FileSystem, files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (await isJunit(fs, file)) {
      return true;
    }
  }
  return false;
}

async function isJunit(fs: FileSystem, file: string): Promise<boolean> {
  try {
    const size = (await fs.stat(file))?.size ?? Infinity;
    const head = size > MAX_SIZE ? undefined : (await fs.read(file))?.subarray(0, HEAD);
    return head !== undefined && !isBinary(head) && /<testsuites?[\s/>]/u.test(new TextDecoder().decode(head));
  } catch {
    return false;
  }
}
