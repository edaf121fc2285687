import type { TreeManifest } from './generateTree';

export type Counts = Readonly<Record<string, number>>;

/** @throws when a file has other annotations than were generated: not one may differ. @param who found them */
export function checkCounts(who: string, { annotated, annotations }: TreeManifest, counts: Counts): void {
  const files = new Set([...Object.keys(annotated), ...Object.keys(counts)]);
  const wrong = [...files].filter((file) => (annotated[file] ?? 0) !== (counts[file] ?? 0));
  const [first] = wrong;
  if (first !== undefined) {
    throw new Error(
      `${who}: ${wrong.length} files have other annotations than were generated, such as ${first}: ${counts[first] ?? 0} for ${annotated[first] ?? 0}`,
    );
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all !== annotations) {
    throw new Error(`${who}: ${all} annotations, where ${annotations} were generated`);
  }
}

/** Annotations by file, from what `links --format json` prints: one with several ids has several entries, of one line. */
export function countsOfLinks(json: string): Counts {
  const { links } = JSON.parse(json) as { links: readonly { file: string; line: number }[] };
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of links) {
    const known = lines.get(file) ?? new Set<number>();
    lines.set(file, known.add(line));
  }
  return Object.fromEntries([...lines].map(([file, { size }]) => [file, size]));
}
