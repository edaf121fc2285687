import type { Uri } from 'vscode';

/** The path of a place inside a folder, with `/`; `undefined` for what is not inside it, and for the folder itself. */
export function pathInside(root: Uri, uri: Uri): string | undefined {
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  if (uri.scheme !== root.scheme || uri.authority !== root.authority || !uri.path.startsWith(prefix)) {
    return undefined;
  }
  const path = uri.path.slice(prefix.length).replace(/\/$/u, '');
  return path === '' ? undefined : path;
}
