import type { FileAnnotations } from '../annotations/model';
import { filesUnder } from '../base/glob';
import type { FileSystem } from '../base/ports';
import { onlyProblem, unreadable, type FileAnnotator } from './fileAnnotator';
import type { Fate } from './pendingWork';
import type { ScanScope } from './scanScope';

/** What is read is handed out at least this often. In milliseconds. */
const TURN = 50;

export type FileUpdate = readonly [file: string, annotations: FileAnnotations | undefined];

/** What reading files anew goes by. */
export interface FileRules {
  readonly fs: FileSystem;
  readonly scope: ScanScope;
  readonly annotator: FileAnnotator;
}

/**
 * Reads the files that changed on disk since they were read last; a branch switch changes thousands at once, so they are handed out together.
 * @param known files that said something, among which those of a deleted folder are looked for
 * @param onUpdates gets a few updates at a time
 * @returns the files of folders that came: they have to be read too
 */
export async function readChangedFiles(
  files: ReadonlyMap<string, Fate>,
  known: readonly string[],
  { fs, scope, annotator }: FileRules,
  onUpdates: (updates: readonly FileUpdate[]) => void,
): Promise<readonly string[]> {
  const deleted = new Set([...files].flatMap(([path, fate]) => (fate === 'deleted' ? [path] : [])));
  let updates: FileUpdate[] = gone(known, deleted);
  const came: string[] = [];
  let turn = performance.now();
  for (const [path, fate] of files) {
    if (fate === 'deleted' || !(await scope.includes(path))) {
      continue;
    }
    try {
      const bytes = await fs.read(path);
      updates.push([path, bytes === undefined ? undefined : annotator.annotateBytes(path, bytes)]);
      if (bytes === undefined) {
        came.push(...(await filesUnder(fs, path)));
      }
    } catch (error) {
      updates.push([path, onlyProblem(unreadable(path, error))]);
    }
    if (performance.now() - turn > TURN) {
      onUpdates(updates);
      updates = [];
      turn = performance.now();
    }
  }
  onUpdates(updates);
  return came;
}

/** Those that were deleted, and those in a folder that was. */
function gone(known: readonly string[], deleted: ReadonlySet<string>): FileUpdate[] {
  if (deleted.size === 0) {
    return [];
  }
  const isGone = (path: string): boolean => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (deleted.has(path.slice(0, end))) {
        return true;
      }
    }
    return false;
  };
  return known.filter(isGone).map((file) => [file, undefined]);
}
