import type { Link } from '../trace/model';

/** `src/a.ts:12`: what terminals and editors turn into a link. */
export function placeOf(link: Pick<Link, 'file' | 'range'>): string {
  return `${link.file}:${link.range.start.line + 1}`;
}
