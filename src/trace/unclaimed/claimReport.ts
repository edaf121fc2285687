import { pushTo } from '../../base/pushTo';
import type { Link, Trace } from '../model';
import { fileClaims, sumOf } from './fileClaims';
import type { ClaimReport, FileOutline, FolderClaims, PlacedUnit } from './model';

/** @param outlines of the files that the globs take, in any order */
export function claimReport(
  outlines: readonly FileOutline[],
  trace: Pick<Trace, 'requirements'>,
  globs: readonly string[],
): ClaimReport {
  const links = new Map<string, Link[]>(outlines.map(({ file }) => [file, []]));
  for (const row of trace.requirements) {
    row.links.forEach((link) => links.get(link.file)?.push(link));
  }
  const byFolder = new Map<string, FileOutline[]>();
  for (const outline of outlines) {
    pushTo(byFolder, folderOf(outline.file), outline);
  }
  const folders = [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, own]): FolderClaims[] => {
      const files = [...own]
        .sort((a, b) => (a.file < b.file ? -1 : 1))
        .flatMap((outline) => fileClaims(outline, links.get(outline.file) ?? []) ?? []);
      return files.length === 0 ? [] : [{ folder, figures: sumOf(files.map(({ figures }) => figures)), files }];
    });
  return { globs, figures: sumOf(folders.map(({ figures }) => figures)), folders };
}

/** Every unit that no requirement claims, one by one. */
export function unclaimedUnits({ folders }: ClaimReport): PlacedUnit[] {
  return folders.flatMap(({ files }) => files.flatMap(({ file, each }) => each.map((unit) => ({ file, unit }))));
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
