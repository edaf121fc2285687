import { setImmediate } from 'node:timers/promises';
import { createAnnotator } from './createAnnotator';
import { FileReading } from './fileReading.node';
import { walkRulesOf } from './folderRules';
import { walkFolder } from './folderWalk.node';
import type { Scan, ScanOptions, ScanStats, ScannedFile } from './scanOptions';
import { ChunkClaims, SegmentChunks, segmentsOf, type Segment } from './segments';

/** Results are handed out, and other work of the thread gets its turn, at least this often. In milliseconds. */
const TURN = 30;

/**
 * Folders with fewer files are read sooner by one thread: a second one has to start, to compile the same code and to hand over what it found, which
 * costs it some 0.4 s, more than it saves on fifty thousand files.
 */
const HELP_FROM = 100_000;

/** Another thread that reads along. */
export interface ScanHelper {
  /** Reads the chunks of a segment that it is the first to take. */
  help(segment: Segment): void;
  /** Resolves once it has read all that it took. */
  finish(): Promise<ScanStats>;
}

/** Called when a folder turns out to be larger than one segment. */
export type CallHelper = (claims: ChunkClaims) => ScanHelper | undefined;

/** A scan in this thread alone. */
export function scanInProcess(root: string): Scan {
  return (options, onBatch, signal) => scanFolder(root, options, onBatch, signal);
}

/**
 * Reads every file of a folder that the rules let through and finds what its annotations say. Files that cannot be read are results with a problem.
 * One thread walks; in large folders another one reads along, from the same lists.
 * @param root absolute path of the folder
 * @param helpFrom in files: from how many on the helper is called
 */
// @segur ST.SCN.02
export async function scanFolder(
  root: string,
  options: ScanOptions,
  onBatch: (batch: readonly ScannedFile[]) => void,
  signal?: AbortSignal,
  callHelper?: CallHelper,
  helpFrom = HELP_FROM,
): Promise<ScanStats> {
  signal?.throwIfAborted();
  const reading = new FileReading(root, createAnnotator(options));
  const claims = new ChunkClaims();
  const segments = segmentsOf(walkFolder(root, walkRulesOf(options)), ({ folder, ignored, error }) =>
    reading.noteFolder(folder, ignored, error),
  );
  let helper: ScanHelper | undefined;
  let files = 0;
  for (const segment of segments) {
    files += segment.folders.reduce((sum, { names }) => sum + names.length, 0);
    if (files >= helpFrom) {
      helper ??= callHelper?.(claims);
    }
    helper?.help(segment);
    for await (const batch of readSegment(segment, reading, claims)) {
      handOut(batch, onBatch);
      signal?.throwIfAborted();
    }
  }
  handOut(reading.takeBatch(), onBatch);
  return helper === undefined ? reading.stats() : sumOf([reading.stats(), await helper.finish()]);
}

/** Reads what nobody else takes of a segment; a batch comes after each turn. */
export async function* readSegment(
  segment: Segment,
  reading: FileReading,
  claims: ChunkClaims,
): AsyncGenerator<readonly ScannedFile[]> {
  const chunks = new SegmentChunks(segment);
  const take = (path: string): void => reading.take(path);
  let turn = performance.now();
  for (let chunk = claims.take(segment.index); chunk < chunks.count; chunk = claims.take(segment.index)) {
    chunks.forEachPath(chunk, take);
    if (performance.now() - turn > TURN) {
      yield reading.takeBatch();
      await setImmediate();
      turn = performance.now();
    }
  }
}

function handOut(batch: readonly ScannedFile[], onBatch: (batch: readonly ScannedFile[]) => void): void {
  if (batch.length > 0) {
    onBatch(batch);
  }
}

function sumOf(shares: readonly ScanStats[]): ScanStats {
  const total = (count: (stats: ScanStats) => number): number => shares.reduce((all, share) => all + count(share), 0);
  return {
    files: total(({ files }) => files),
    bytes: total(({ bytes }) => bytes),
    matched: total(({ matched }) => matched),
    ignored: total(({ ignored }) => ignored),
  };
}
