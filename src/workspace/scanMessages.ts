import { packFile, unpackFile, type PackedFile } from './packAnnotations';
import type { ScanOptions, ScanStats, ScannedFile } from './scanOptions';
import type { Segment } from './segments';

/** What a scan worker is started with. */
export interface ScanRequest {
  readonly root: string;
  readonly options: ScanOptions;
  /** Shared with the thread that leads the scan; a worker without it leads the scan itself. */
  readonly claims?: SharedArrayBuffer;
}

/** What a helping worker is told. */
export type HelpMessage = { readonly segment: string } | { readonly finish: true };

/** What a worker says. Batches travel as JSON: for many small objects that is much faster than the structured clone of messages. */
export type ScanMessage = { readonly batch: string } | { readonly stats: ScanStats } | { readonly failure: string };

export function batchMessage(batch: readonly ScannedFile[]): { readonly batch: string } {
  return { batch: JSON.stringify(batch.map(packFile)) };
}

export function filesOf(batch: string): readonly ScannedFile[] {
  return (JSON.parse(batch) as readonly PackedFile[]).map(unpackFile);
}

export function segmentMessage(segment: Segment): HelpMessage {
  return { segment: JSON.stringify(segment) };
}

export function segmentOf(text: string): Segment {
  return JSON.parse(text) as Segment;
}
