import { sep } from 'node:path';

/** A path of this machine as reports and answers write it, with `/`. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}
