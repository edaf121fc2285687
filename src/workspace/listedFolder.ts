import type { FolderEntry } from './folderRules';
import { PathFilter } from './pathFilter';
import { workOff } from './workOff';

/** Questions that may wait for an answer at the same time: enough to hide the way to a server and back, few enough for any server. */
export const WIDTH = 16;

/**
 * A folder that can only be asked, one question a call: behind an extension host's messages or a network. Paths come from its own listings,
 * so they never lead through a symbolic link. Every answer is `undefined` for what is no longer there, and rejects for what cannot be read.
 */
export interface ListedFolder {
  /** What is in a folder, `''` being the root. */
  list(folder: string): Promise<readonly FolderEntry[] | undefined>;
  /** Of a file, in bytes. */
  sizeOf(path: string): Promise<number | undefined>;
  bytesOf(path: string): Promise<Uint8Array | undefined>;
}

/**
 * Every file under a folder, whatever ignore files say, sorted; `.git`, `node_modules` and the like are left out, as are symbolic links. A folder
 * that cannot be listed is left out: a proof in it counts as missing, which the user is told.
 */
export async function listFilesOf(files: ListedFolder, folder: string): Promise<string[]> {
  const filter = new PathFilter([], []);
  const found: string[] = [];
  await workOff([folder], WIDTH, async (next, add) => {
    const entries = await files.list(next).catch(() => undefined);
    const prefix = next === '' ? '' : `${next}/`;
    for (const entry of entries ?? []) {
      const path = prefix + entry.name;
      if (entry.isFile()) {
        found.push(path);
      } else if (entry.isDirectory() && filter.entersFolder(path, entry.name)) {
        add([path]);
      }
    }
  });
  return found.sort();
}
