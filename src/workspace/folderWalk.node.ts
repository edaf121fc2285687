import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  hasIgnoreFile,
  IGNORE_FILE,
  rootFolder,
  sortEntries,
  type WaitingFolder,
  type WalkedFolder,
  type WalkRules,
} from './folderRules';
import type { OuterIgnoreFile } from './ignoreFile';
import { PathFilter } from './pathFilter';

/**
 * Lists a folder and those below it, depth first. Synchronous: in a worker that is several times as fast as promises. Symbolic links are not
 * followed, so there is no loop and no way out of the folder; what they point to inside it is listed where it stands.
 * @param root absolute path of the folder
 */
export function* walkFolder(root: string, rules: WalkRules): Generator<WalkedFolder> {
  const waiting = [rootFolder(rules)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield listFolder(root, next, rules, waiting);
  }
}

function listFolder(root: string, next: WaitingFolder, rules: WalkRules, waiting: WaitingFolder[]): WalkedFolder {
  const { folder } = next;
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    return isGone(error) ? { folder, names: [], ignored: 0 } : { folder, names: [], ignored: 0, error };
  }
  const text = hasIgnoreFile(entries, rules) ? readIgnoreFile(join(root, folder, IGNORE_FILE)) : undefined;
  return sortEntries(next, entries, text, rules, waiting);
}

/**
 * Every file under a folder, whatever ignore files say; `.git`, `node_modules` and the like are left out. Symbolic links come apart: whether they may
 * be followed is for the caller to find out, those to folders never are. Paths are relative to the root.
 */
export function listFiles(root: string, folder: string): { files: string[]; links: string[] } {
  const filter = new PathFilter([], []);
  const files: string[] = [];
  const links: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const prefix = next === '' ? '' : `${next}/`;
    for (const entry of entriesOf(join(root, next))) {
      const path = prefix + entry.name;
      if (entry.isFile()) {
        files.push(path);
      } else if (entry.isSymbolicLink()) {
        links.push(path);
      } else if (entry.isDirectory() && filter.entersFolder(path, entry.name)) {
        waiting.push(path);
      }
    }
  }
  return { files, links };
}

/** None where the folder cannot be listed: a proof in it counts as missing, which the user is told. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The ignore files of the folders above, up to the root of the git repository that holds the folder; outermost first. */
export function outerIgnoreFiles(root: string): OuterIgnoreFile[] {
  const found: OuterIgnoreFile[] = [];
  let prefix = '';
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) {
      const text = readIgnoreFile(join(folder, IGNORE_FILE));
      if (text !== '') {
        found.unshift({ prefix, text });
      }
    }
    if (exists(join(folder, '.git'))) {
      const text = readIgnoreFile(join(folder, '.git', 'info', 'exclude'));
      return text === '' ? found : [{ prefix, text }, ...found];
    }
    const parent = dirname(folder);
    if (parent === folder) {
      return [];
    }
    prefix = `${folder.slice(parent.length).replace(/^[\\/]/u, '')}/${prefix}`;
  }
}

function readIgnoreFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // An ignore file that cannot be read ignores nothing: better to read too much than to miss annotations.
    return '';
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** There is nothing at that path: it never was, it was deleted in the meantime, or its link leads round in a circle. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(error.code));
}
