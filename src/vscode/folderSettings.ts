import { workspace } from 'vscode';
import type { WorkspaceFolder } from 'vscode';
import type { Disposable } from '../base/ports';
import type { FolderSettings } from '../workspace/folderSettings';
import { Setting } from './ids';

/** VS Code's own settings of what to leave out; a search there and a scan here then see the same files. */
const excludeSettings = ['files.exclude', 'search.exclude'];

/** What the user's settings say of how a folder is read. */
export function folderSettings(folder: WorkspaceFolder): FolderSettings {
  const configuration = workspace.getConfiguration(undefined, folder);
  const marker = configuration.get<unknown>(Setting.Marker);
  const exclude = excludeSettings.flatMap((id) => {
    const globs = configuration.get<unknown>(id);
    // A glob may also depend on a sibling file (`{ "when": … }`): such a file may well be source code, so it is read.
    return typeof globs === 'object' && globs !== null
      ? Object.entries(globs).flatMap(([glob, on]) => (on === true ? [glob] : []))
      : [];
  });
  return { ...(isMarker(marker) ? { marker } : {}), exclude: [...new Set(exclude)].sort() };
}

export function onDidChangeFolderSettings(folder: WorkspaceFolder, listener: () => void): Disposable {
  let before = JSON.stringify(folderSettings(folder));
  return workspace.onDidChangeConfiguration((event) => {
    if ([Setting.Marker, ...excludeSettings].some((id) => event.affectsConfiguration(id, folder))) {
      const now = JSON.stringify(folderSettings(folder));
      if (now !== before) {
        before = now;
        listener();
      }
    }
  });
}

/** Bounded, since the scan searches for it everywhere. */
function isMarker(value: unknown): value is string {
  return typeof value === 'string' && /^\S{2,40}$/u.test(value);
}
