import { packFile, unpackFile, type PackedFile } from './packAnnotations';
import type { ScanOptions, ScanStats, ScannedFile } from './scanOptions';

/** What the scan worker is started with. */
export interface ScanRequest {
  readonly root: string;
  readonly options: ScanOptions;
  /** Shared with the other threads of the same scan. */
  readonly claims: SharedArrayBuffer;
  readonly me: number;
}

/** What it says. Batches travel as JSON: for many small objects that is much faster than the structured clone of messages. */
export type ScanMessage = { readonly batch: string } | { readonly stats: ScanStats } | { readonly failure: string };

export function batchMessage(batch: readonly ScannedFile[]): ScanMessage {
  return { batch: JSON.stringify(batch.map(packFile)) };
}

export function filesOf(batch: string): readonly ScannedFile[] {
  return (JSON.parse(batch) as readonly PackedFile[]).map(unpackFile);
}
