import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const directory = join(__dirname, 'fixtures');

/** Code of one language, each of its annotations with a note that says where it stands. */
export interface Fixture {
  readonly path: string;
  readonly text: string;
  /** `note => kind name first-last`, lines from 1. */
  readonly expected: readonly string[];
}

/** The files `<path>.txt` with what is expected of them in `<path>.units`; the ending keeps formatters and compilers off. */
export const fixtures: readonly Fixture[] = readdirSync(directory)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const path = name.slice(0, -'.txt'.length);
    return {
      path,
      text: readFileSync(join(directory, name), 'utf8'),
      expected: readFileSync(join(directory, `${path}.units`), 'utf8')
        .trimEnd()
        .split('\n'),
    };
  });

/** The notes of the annotations that a fixture expects something of, in their order. */
export function notesOf({ expected }: Fixture): string[] {
  return expected.map((line) => line.slice(0, line.indexOf(' => ')));
}
