import { encodeSegment } from './href';

/**
 * The way from the folder of a document to the folder that was traced, for links to places in the code.
 * Both are absolute paths with `/`; on another drive there is no such way, and the result is `undefined`.
 */
export function baseHrefOf(documentFolder: string, tracedFolder: string): string | undefined {
  const from = segments(documentFolder);
  const to = segments(tracedFolder);
  if (/^[A-Za-z]:$/u.test(from[0] ?? '') && !sameName(from[0], to[0])) {
    return undefined;
  }
  let shared = 0;
  while (shared < from.length && shared < to.length && sameName(from[shared], to[shared])) {
    shared++;
  }
  const down = to.slice(shared).map((name) => `${encodeSegment(name)}/`);
  return `${'../'.repeat(from.length - shared)}${down.join('')}` || './';
}

function segments(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** Drive letters know no case. */
function sameName(a: string | undefined, b: string | undefined): boolean {
  return a === b || (/^[A-Za-z]:$/u.test(a ?? '') && a?.toLowerCase() === b?.toLowerCase());
}
