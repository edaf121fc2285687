import { isAbsolute, relative, sep } from 'node:path';

/**
 * The path of a place inside a folder, with `/`, as far as names tell: links are not followed.
 * @param folder absolute, as is `place`
 * @returns `''` for the folder itself, `undefined` for what is outside of it
 */
export function pathIn(folder: string, place: string): string | undefined {
  const path = relative(folder, place);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
