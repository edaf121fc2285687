import type { AnnotationIndex } from './annotationIndex';
import type { Scan, ScanOptions, ScanStats } from './scanOptions';
import type { UnitResolver } from './unitResolver';

/** Where the annotations that a scan finds go. */
export interface ScanTarget {
  readonly index: AnnotationIndex;
  readonly units: UnitResolver | undefined;
}

/**
 * Reads all files of a folder into the index, and drops from it what is no longer there.
 * @returns `undefined` when it was aborted: whoever did so asked for another scan, or for none any more
 */
export async function scanIntoIndex(
  { index, units }: ScanTarget,
  scan: Scan,
  options: ScanOptions,
  signal: AbortSignal,
): Promise<ScanStats | undefined> {
  const seen = new Set<string>();
  try {
    const stats = await scan(
      options,
      (batch) => {
        batch.forEach(({ file }) => seen.add(file));
        const news = batch.filter(({ unchanged }) => unchanged !== true);
        index.updateAll(news.map(({ file, annotations }) => [file, annotations]));
        units?.touch(news.map(({ file }) => file));
      },
      signal,
    );
    const gone = index.filesOnDisk().filter((file) => !seen.has(file));
    index.updateAll(gone.map((file) => [file, undefined]));
    return stats;
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}
