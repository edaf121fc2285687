import { compileGlob } from '../base/glob';
import type { FileStat, FileSystem } from '../base/ports';

/** A folder's files as the user sees them: the text of an editor that is not saved comes before what is on disk. */
export class UnsavedTexts implements FileSystem {
  readonly #disk: FileSystem;
  readonly #texts = new Map<string, { readonly text: string; readonly bytes: Uint8Array }>();

  constructor(disk: FileSystem) {
    this.#disk = disk;
  }

  /** Whether an editor holds a text of that file that is not on disk. */
  has(path: string): boolean {
    return this.#texts.has(path);
  }

  /** @returns whether that changes what the file says */
  set(path: string, text: string): boolean {
    const differs = this.#texts.get(path)?.text !== text;
    if (differs) {
      this.#texts.set(path, { text, bytes: new TextEncoder().encode(text) });
    }
    return differs;
  }

  /** What is on disk counts again. @returns whether there was an unsaved text */
  delete(path: string): boolean {
    return this.#texts.delete(path);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    const unsaved = this.#texts.get(path);
    return unsaved === undefined ? this.#disk.read(path) : Promise.resolve(unsaved.bytes);
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const stat = await this.#disk.stat(path);
    const unsaved = this.#texts.get(path);
    return unsaved === undefined ? stat : { size: unsaved.bytes.length, modified: stat?.modified ?? 0 };
  }

  async glob(pattern: string): Promise<readonly string[]> {
    const paths = await this.#disk.glob(pattern);
    const glob = compileGlob(pattern);
    const more =
      typeof glob === 'string'
        ? []
        : [...this.#texts.keys()].filter((path) => glob.matches(path) && !paths.includes(path));
    return more.length === 0 ? paths : [...paths, ...more].sort();
  }
}
