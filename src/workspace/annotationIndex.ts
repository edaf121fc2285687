import equal from 'fast-deep-equal';
import { Emitter, type Event } from '../base/emitter';
import type { Disposable } from '../base/ports';
import type { FileAnnotations } from '../annotations/model';
import { withCarriedUnits } from './carriedUnits';

/**
 * What the annotations of every file say. Text in an editor comes before the file on disk, until it is closed. Pure bookkeeping: what is put in
 * comes out, and only a difference is an event. Units that were found stay until others are, for the annotations that stay.
 */
export class AnnotationIndex implements Disposable {
  readonly #disk = new Map<string, FileAnnotations>();
  readonly #overlays = new Map<string, FileAnnotations | undefined>();
  readonly #changes: Emitter<ReadonlySet<string>>;

  constructor(onError: (error: unknown) => void) {
    this.#changes = new Emitter(onError);
  }

  /** The files whose annotations are no longer what they were. */
  get onDidChange(): Event<ReadonlySet<string>> {
    return this.#changes.event;
  }

  /** `undefined` for a file without anything to say. */
  get(file: string): FileAnnotations | undefined {
    return this.#overlays.has(file) ? this.#overlays.get(file) : this.#disk.get(file);
  }

  /** Files on disk that say something, in no order. */
  filesOnDisk(): string[] {
    return [...this.#disk.keys()];
  }

  /** Files that say something, on disk or in an editor, in no order. */
  files(): string[] {
    return [...new Set([...this.#disk.keys(), ...this.#overlays.keys()])];
  }

  hasOverlay(file: string): boolean {
    return this.#overlays.has(file);
  }

  update(file: string, annotations: FileAnnotations | undefined): void {
    this.updateAll([[file, annotations]]);
  }

  /** Several files, one event. */
  updateAll(entries: Iterable<readonly [file: string, annotations: FileAnnotations | undefined]>): void {
    this.#change(() => {
      const files: string[] = [];
      for (const [file, annotations] of entries) {
        const carried = annotations === undefined ? undefined : withCarriedUnits(annotations, this.#disk.get(file));
        if (setOrDelete(this.#disk, file, carried) && !this.#overlays.has(file)) {
          files.push(file);
        }
      }
      return files;
    });
  }

  setOverlay(file: string, annotations: FileAnnotations | undefined): void {
    this.#change(() => {
      const before = this.get(file);
      const carried = annotations === undefined ? undefined : withCarriedUnits(annotations, before);
      this.#overlays.set(file, carried);
      return equal(before, carried) ? [] : [file];
    });
  }

  clearOverlay(file: string): void {
    this.#change(() => {
      const before = this.get(file);
      this.#overlays.delete(file);
      return equal(before, this.get(file)) ? [] : [file];
    });
  }

  /** More about what files say, that the editor or the disk still holds. */
  replaceAll(entries: Iterable<readonly [file: string, annotations: FileAnnotations]>): void {
    this.#change(() => {
      const files: string[] = [];
      for (const [file, annotations] of entries) {
        if (!equal(this.get(file), annotations)) {
          (this.#overlays.has(file) ? this.#overlays : this.#disk).set(file, annotations);
          files.push(file);
        }
      }
      return files;
    });
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #change(edit: () => string[]): void {
    const files = edit();
    if (files.length > 0) {
      this.#changes.fire(new Set(files));
    }
  }
}

/** Whether the map changed. */
function setOrDelete(
  map: Map<string, FileAnnotations>,
  file: string,
  annotations: FileAnnotations | undefined,
): boolean {
  if (annotations === undefined) {
    return map.delete(file);
  }
  if (equal(map.get(file), annotations)) {
    return false;
  }
  map.set(file, annotations);
  return true;
}
