import { onlyProblem, tooLarge, unreadable, type FileAnnotator } from './fileAnnotator';
import { FileBytesReader, searchBuffer } from './fileBytes.node';
import { isGone } from './folderWalk.node';
import type { ScanStats, ScannedFile } from './scanOptions';

/** One thread's share of the reading: files go in, those that say something come out in batches. */
export class FileReading {
  readonly #root: string;
  readonly #annotator: FileAnnotator;
  readonly #reader = new FileBytesReader();
  #batch: ScannedFile[] = [];
  #files = 0;
  #bytes = 0;
  #matched = 0;
  #ignored = 0;

  /** @param root absolute path of the folder */
  constructor(root: string, annotator: FileAnnotator) {
    this.#root = root.endsWith('/') ? root : `${root}/`;
    this.#annotator = annotator;
  }

  /** Of a folder that was listed: how many entries were left out, or why it could not be. */
  noteFolder(folder: string, ignored: number, error: unknown): void {
    this.#ignored += ignored;
    if (error !== undefined) {
      this.#batch.push({ file: folder, annotations: onlyProblem(unreadable(folder, error)) });
    }
  }

  take(file: string): void {
    let read;
    try {
      read = this.#reader.read(this.#root + file, this.#annotator.needles);
    } catch (error) {
      if (!isGone(error)) {
        this.#batch.push({ file, annotations: onlyProblem(unreadable(file, error)) });
      }
      return;
    }
    this.#files++;
    if ('size' in read) {
      this.#bytes += read.size;
      if (read.concerned) {
        this.#matched++;
        this.#batch.push({ file, annotations: onlyProblem(tooLarge(file, read.size)) });
      }
      return;
    }
    this.#bytes += read.bytes.length;
    const annotations = this.#annotator.annotateBytes(file, read.bytes, searchBuffer);
    if (annotations !== undefined) {
      this.#matched++;
      this.#batch.push({ file, annotations });
    }
  }

  /** What came out since the last call. */
  takeBatch(): readonly ScannedFile[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  stats(): ScanStats {
    return { files: this.#files, bytes: this.#bytes, matched: this.#matched, ignored: this.#ignored };
  }
}
