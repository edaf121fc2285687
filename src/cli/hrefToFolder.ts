import { dirname, resolve } from 'node:path';
import { baseHrefOf } from '../report/baseHref';

/** The way from a file to a folder, for links; `undefined` when they are on two drives. */
export function hrefToFolder(file: string, folder: string): string | undefined {
  return baseHrefOf(forward(dirname(resolve(file))), forward(folder));
}

function forward(path: string): string {
  return path.replaceAll('\\', '/');
}
