import { IgnoreLevels, type OuterIgnoreFile } from './ignoreFile';
import { pathFilterOf, type PathFilter } from './pathFilter';
import type { ScanOptions } from './scanOptions';

export const IGNORE_FILE = '.gitignore';

/** What a listing says of one name in a folder. A symbolic link is neither a file nor a folder: nobody follows it. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}

export interface WalkRules {
  readonly filter: PathFilter;
  readonly respectIgnoreFiles: boolean;
  readonly outerIgnoreFiles: readonly OuterIgnoreFile[];
}

/** The rules of a scan. */
export function walkRulesOf(options: ScanOptions): WalkRules {
  const { respectIgnoreFiles, outerIgnoreFiles } = options;
  return { filter: pathFilterOf(options), respectIgnoreFiles, outerIgnoreFiles };
}

/** A folder that the rules let in, before it is listed. Its path is relative to the root, `''` for the root. */
export interface WaitingFolder {
  readonly folder: string;
  /** The ignore files of the folders above it. */
  readonly levels: IgnoreLevels;
}

/** A folder that was entered, with the files in it that the rules let through. */
export interface WalkedFolder {
  readonly folder: string;
  readonly names: readonly string[];
  /** How many entries the rules left out. */
  readonly ignored: number;
  /** Why the folder could not be listed. */
  readonly error?: unknown;
}

/** Where every walk starts. */
export function rootFolder({ respectIgnoreFiles, outerIgnoreFiles }: WalkRules): WaitingFolder {
  return { folder: '', levels: respectIgnoreFiles ? IgnoreLevels.outer(outerIgnoreFiles) : IgnoreLevels.none };
}

/** Whether the folder's own ignore file has to be read before {@link sortEntries}. */
export function hasIgnoreFile(entries: readonly FolderEntry[], rules: WalkRules): boolean {
  return rules.respectIgnoreFiles && entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile());
}

/**
 * Puts a folder's entries to the rules: the one place where a walk decides, whoever lists for it.
 * @param ignoreText the folder's own ignore file, if it has one
 * @param waiting gets the folders that are to be entered next
 */
export function sortEntries(
  { folder, levels: outside }: WaitingFolder,
  entries: readonly FolderEntry[],
  ignoreText: string | undefined,
  { filter }: WalkRules,
  waiting: WaitingFolder[],
): WalkedFolder {
  const levels = ignoreText === undefined ? outside : outside.with(folder, ignoreText);
  const prefix = folder === '' ? '' : `${folder}/`;
  const names: string[] = [];
  let ignored = 0;
  for (const entry of entries) {
    const { name } = entry;
    const path = prefix + name;
    if (entry.isFile()) {
      if (filter.takesFile(path, name) && !levels.ignoresFile(path, name)) {
        names.push(name);
      } else {
        ignored++;
      }
    } else if (entry.isDirectory()) {
      const inside = filter.entersFolder(path, name) ? levels.enter(path, name) : undefined;
      if (inside === undefined) {
        ignored++;
      } else {
        waiting.push({ folder: path, levels: inside });
      }
    }
  }
  return { folder, names, ignored };
}
