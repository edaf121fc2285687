import type { Uri } from 'vscode';
import { baseHrefOf } from '../../report/baseHref';

/** The way from a file to a folder, for links; only files of one file system have a way between them. */
export function hrefToFolder(file: Uri, folder: Uri): string | undefined {
  const sameSystem = file.scheme === folder.scheme && file.authority === folder.authority;
  return sameSystem ? baseHrefOf(file.path.slice(0, file.path.lastIndexOf('/')), folder.path) : undefined;
}
