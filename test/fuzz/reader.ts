import type { SeededRandom } from '../../scripts/bench/random';

/** A file as somebody might hand it to a reader. */
export interface Sample {
  /** Its name tells readers what it is, as it does for users. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that reads files which anybody may have written, and what must hold whatever they are. */
export interface Reader {
  /** For `--reader`, and of its folder in the corpus. */
  readonly name: string;
  /** So many mutated samples are read in the unit tests. */
  readonly iterations: number;
  /** Whole files to begin with. */
  corpus(): Promise<readonly Sample[]>;
  /** Another file, much like one of the corpus. */
  mutate(random: SeededRandom, corpus: readonly Sample[]): Sample;
  /** Reads a sample. Throws when something does not hold. */
  check(sample: Sample): Promise<void>;
}
