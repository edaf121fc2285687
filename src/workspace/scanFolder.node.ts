import { setImmediate } from 'node:timers/promises';
import { createAnnotator } from './createAnnotator';
import { onlyProblem, tooLarge, unreadable, type FileAnnotator } from './fileAnnotator';
import { FileBytesReader, searchBuffer } from './fileBytes.node';
import { CLAIM_SIZE, type ScanClaims } from './scanClaims';
import type { WalkedFolder, WalkRules } from './folderRules';
import { isGone, walkFolder } from './folderWalk.node';
import { pathFilterOf } from './pathFilter';
import type { Scan, ScanOptions, ScanStats, ScannedFile } from './scanOptions';

/** Results are handed out, and other work of the thread gets its turn, at least this often. In milliseconds. */
const TURN = 30;

/** A scan in this thread: for commands, which have nothing else to do meanwhile. */
export function scanInProcess(root: string): Scan {
  return (options, onBatch, signal) => scanFolder(root, options, createAnnotator(options), onBatch, signal);
}

/**
 * Reads every file of a folder that the rules let through and finds what its annotations say. Files that cannot be read are results with a problem.
 * @param root absolute path of the folder
 * @param claims where other threads read the same folder: only what is claimed is read here
 * @param onTurn is told now and then how many files have been read
 */
export async function scanFolder(
  root: string,
  options: ScanOptions,
  annotator: FileAnnotator,
  onBatch: (batch: readonly ScannedFile[]) => void,
  signal?: AbortSignal,
  claims?: ScanClaims,
  onTurn?: (files: number) => void,
): Promise<ScanStats> {
  const run = new ScanRun(root, annotator, claims);
  let turn = performance.now();
  for (const folder of walkFolder(root, walkRules(options))) {
    run.takeFolder(folder);
    if (performance.now() - turn > TURN) {
      run.handOut(onBatch);
      onTurn?.(run.stats().files);
      await setImmediate();
      signal?.throwIfAborted();
      turn = performance.now();
    }
  }
  run.handOut(onBatch);
  return run.stats();
}

function walkRules(options: ScanOptions): WalkRules {
  const { respectIgnoreFiles, outerIgnoreFiles } = options;
  return { filter: pathFilterOf(options), respectIgnoreFiles, outerIgnoreFiles };
}

/** The reading half of a scan. */
class ScanRun {
  readonly #root: string;
  readonly #annotator: FileAnnotator;
  readonly #claims: ScanClaims | undefined;
  readonly #reader = new FileBytesReader();
  #batch: ScannedFile[] = [];
  #files = 0;
  #bytes = 0;
  #matched = 0;
  #ignored = 0;

  constructor(root: string, annotator: FileAnnotator, claims: ScanClaims | undefined) {
    this.#root = root.endsWith('/') ? root : `${root}/`;
    this.#annotator = annotator;
    this.#claims = claims;
  }

  takeFolder({ folder, names, ignored, error }: WalkedFolder): void {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (let from = 0; from === 0 || from < names.length; from += CLAIM_SIZE) {
      if (this.#claims?.take(folder, from / CLAIM_SIZE) === false) {
        continue;
      }
      if (from === 0) {
        this.#ignored += ignored;
        if (error !== undefined) {
          this.#batch.push({ file: folder, annotations: onlyProblem(unreadable(folder, error)) });
        }
      }
      const to = Math.min(from + CLAIM_SIZE, names.length);
      for (let i = from; i < to; i++) {
        this.#takeFile(prefix + (names[i] ?? ''));
      }
    }
  }

  handOut(onBatch: (batch: readonly ScannedFile[]) => void): void {
    if (this.#batch.length > 0) {
      onBatch(this.#batch);
      this.#batch = [];
    }
  }

  stats(): ScanStats {
    return { files: this.#files, bytes: this.#bytes, matched: this.#matched, ignored: this.#ignored };
  }

  #takeFile(file: string): void {
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
}
