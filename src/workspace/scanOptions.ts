import type { FileAnnotations } from '../annotations/model';
import type { OuterIgnoreFile } from './ignoreFile';

/** What a scan has to know. Plain data: it travels to a worker thread. */
export interface ScanOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `false`: read what ignore files leave out too, as well as `node_modules`. */
  readonly respectIgnoreFiles: boolean;
  /** Paths of the folders that are traced by themselves: their files are theirs. */
  readonly innerFolders?: readonly string[];
  readonly outerIgnoreFiles: readonly OuterIgnoreFile[];
  readonly marker: string;
  /** Ids to find without the marker; none turns mentions off. */
  readonly mentions: readonly string[];
}

/** A file that says something: annotations, mentions, or a problem with the file itself. */
export interface ScannedFile {
  readonly file: string;
  readonly annotations: FileAnnotations;
  /** Its text is the one that the scan before read. */
  readonly unchanged?: boolean;
}

export interface ScanStats {
  /** Files read. */
  readonly files: number;
  readonly bytes: number;
  /** Files with the marker or a mention in them. */
  readonly matched: number;
  /** Files and folders left out by rules. */
  readonly ignored: number;
}

/** Reads a whole folder; batches come while it goes on. Rejects with the signal's reason when it is aborted. */
export type Scan = (
  options: ScanOptions,
  onBatch: (batch: readonly ScannedFile[]) => void,
  signal?: AbortSignal,
) => Promise<ScanStats>;
