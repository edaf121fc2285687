import type { CodeUnit } from '../annotations/model';
import type { CodeHistory } from './codeHistory';
import type { ReadUnits } from './unitReading';

/** A text of the past under the name by which its language is known. */
export interface FormerFile {
  readonly path: string;
  readonly blob: string;
}

/** What is kept of a text. */
export interface FormerText {
  readonly units: readonly CodeUnit[];
  readonly hashes: ReadonlySet<string>;
  /** With single blanks. */
  readonly flat: string;
}

/** So many are read at once. */
const PORTION = 64;
/** Kept for the next question; then all are forgotten. In UTF-16 units of their texts. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The texts of the past with the units in them, each read once. */
export class FormerTexts {
  readonly #history: CodeHistory;
  readonly #readUnits: ReadUnits;
  readonly #known = new Map<string, FormerText | undefined>();
  #size = 0;

  constructor(history: CodeHistory, readUnits: ReadUnits) {
    this.#history = history;
    this.#readUnits = readUnits;
  }

  /** `undefined` when it was not loaded, or is not to be had. */
  of(file: FormerFile): FormerText | undefined {
    return this.#known.get(keyOf(file));
  }

  /** Makes sure that these are there. Rejects with the signal's reason when it is aborted. @param marker of the annotations */
  async load(files: readonly FormerFile[], marker: string, signal?: AbortSignal): Promise<void> {
    if (this.#size > MOST_KEPT) {
      this.#known.clear();
      this.#size = 0;
    }
    const missing = new Map(files.map((file) => [keyOf(file), file]));
    [...missing.keys()].filter((key) => this.#known.has(key)).forEach((key) => missing.delete(key));
    const waiting = [...missing.values()];
    while (waiting.length > 0) {
      await this.#read(waiting.splice(0, PORTION), marker, signal);
    }
  }

  async #read(files: readonly FormerFile[], marker: string, signal: AbortSignal | undefined): Promise<void> {
    const texts = await this.#history.texts(new Set(files.map(({ blob }) => blob)), signal);
    files.forEach((file) => this.#known.set(keyOf(file), undefined));
    const questions = files.flatMap(({ path, blob }, tag) => {
      const text = texts.get(blob);
      return text === undefined ? [] : [{ file: path, buffer: { text }, places: 'lines' as const, tag }];
    });
    if (questions.length === 0) {
      return;
    }
    await this.#readUnits(
      questions,
      marker,
      (answers) => {
        for (const { tag = -1, units } of answers) {
          const file = files[tag];
          const text = file === undefined ? undefined : texts.get(file.blob);
          if (file !== undefined && text !== undefined && units !== undefined) {
            this.#keep(file, text, units);
          }
        }
      },
      signal,
    );
  }

  #keep(file: FormerFile, text: string, found: readonly (CodeUnit | null)[]): void {
    const units = found.filter((unit) => unit !== null);
    const hashes = new Set(units.flatMap(({ hash }) => (hash === undefined ? [] : [hash])));
    this.#known.set(keyOf(file), { units, hashes, flat: text.replace(/\s+/gu, ' ') });
    this.#size += text.length;
  }
}

function keyOf({ path, blob }: FormerFile): string {
  return `${blob}\0${path}`;
}
