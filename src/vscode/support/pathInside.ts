import type { Uri } from 'vscode';

type Place = Pick<Uri, 'scheme' | 'authority' | 'path'>;

/** The path of a place inside a folder, with `/`; `undefined` for what is not inside it, and for the folder itself. */
export function pathInside(root: Place, uri: Place): string | undefined {
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  if (uri.scheme !== root.scheme || uri.authority !== root.authority || !uri.path.startsWith(prefix)) {
    return undefined;
  }
  const path = uri.path.slice(prefix.length).replace(/\/$/u, '');
  return path === '' ? undefined : path;
}
