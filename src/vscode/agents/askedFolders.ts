import { Uri } from 'vscode';
import type { AskedFolder } from '../../language/answers/answer';
import type { FolderSession } from '../folderSession';

export interface SessionFolder extends AskedFolder {
  readonly session: FolderSession;
}

/**
 * The folders of the window as the answers see them.
 * @param ownerOf the session whose file it is, among nested folders
 */
export function askedFolders(
  sessions: readonly FolderSession[],
  ownerOf: (uri: Uri) => FolderSession | undefined,
  signal: AbortSignal,
): readonly SessionFolder[] {
  const names = sessions.map(({ folder }) => folder.name);
  return sessions.map((session) => {
    const { folder } = session;
    return {
      session,
      name: names.filter((name) => name === folder.name).length > 1 ? folder.uri.path : folder.name,
      get trace() {
        return session.trace;
      },
      get catalog() {
        return session.catalog;
      },
      nameCode: (files) => session.files.resolveUnits(files, signal),
      pathOf: (written) => pathIn(session, sessions, ownerOf, written.trim()),
    };
  });
}

/** Agents write paths as the editor shows them: absolute, from the folder, or from its name where there are several folders. */
function pathIn(
  session: FolderSession,
  sessions: readonly FolderSession[],
  ownerOf: (uri: Uri) => FolderSession | undefined,
  written: string,
): string | undefined {
  const absolute = absoluteUri(written);
  if (absolute !== undefined) {
    const uri =
      absolute.scheme === session.folder.uri.scheme ? absolute : session.folder.uri.with({ path: absolute.path });
    return ownerOf(uri) === session ? session.pathOf(uri) : undefined;
  }
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
  const first = path.slice(0, path.indexOf('/'));
  const isNamed = sessions.length > 1 && sessions.some(({ folder }) => folder.name === first);
  if (isNamed && session.folder.name !== first) {
    return undefined;
  }
  // `..` is resolved here: what leads out of the folder is not in it.
  const uri = Uri.joinPath(session.folder.uri, isNamed ? path.slice(first.length + 1) : path);
  return session.pathOf(uri);
}

function absoluteUri(written: string): Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(written)) {
    return Uri.parse(written);
  }
  // A browser on Windows writes the path on another machine so.
  const path = /^\\(?!\\)/u.test(written) ? written.replaceAll('\\', '/') : written;
  return /^(?:\/|\\\\|[a-z]:[\\/])/iu.test(path) ? Uri.file(path) : undefined;
}
