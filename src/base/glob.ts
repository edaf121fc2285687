import { Minimatch, braceExpand, type MinimatchOptions } from 'minimatch';
import type { FileSystem } from './ports';

/** Longer ones are not paths that anybody meant. */
const MAX_LENGTH = 1000;
/** How many patterns the braces of one glob may stand for. */
const MAX_EXPANSIONS = 100;

/** The same on every platform; `é` matches in either of its Unicode forms, since macOS writes file names decomposed. */
const OPTIONS: MinimatchOptions = {
  dot: true,
  nonegate: true,
  nocomment: true,
  normalize: true,
  platform: 'linux',
  braceExpandMax: MAX_EXPANSIONS + 1,
};

/** Why a glob is refused. */
export type GlobFault = 'empty' | 'too-long' | 'too-many-alternatives' | 'backslash' | 'outside';

/** A compiled glob over paths relative to the workspace folder, with `/`. */
export interface Glob {
  readonly pattern: string;
  matches(path: string): boolean;
  /** Leading folders without wildcards, in every alternative: nothing outside them can match. Empty for the whole folder. */
  readonly base: string;
  /** The last segment of every alternative of the braces: what a file's name has to match. */
  readonly names: readonly string[];
}

/** Compiles a glob of minimatch's syntax (dot files included), or says why not. Matching takes polynomial time whatever the pattern. */
// @segur ST.TRU.01
export function compileGlob(pattern: string): Glob | GlobFault {
  const fault = faultOf(pattern);
  if (fault !== undefined) {
    return fault;
  }
  const trimmed = pattern.replace(/^(?:\.\/+)+/u, '').replace(/\/+$/u, '/**');
  const alternatives = braceExpand(trimmed, OPTIONS);
  if (alternatives.length > MAX_EXPANSIONS) {
    return 'too-many-alternatives';
  }
  if (alternatives.some(leavesFolder)) {
    return 'outside';
  }
  // Most globs of a folder are asked about no path: their first letters or extensions rule it out.
  let compiled: Minimatch | undefined;
  return {
    pattern: trimmed,
    matches: trimmed === '**' ? () => true : (path) => (compiled ??= new Minimatch(trimmed, OPTIONS)).match(path),
    base: commonFolder(alternatives.map(literalFolder)),
    names: alternatives.map((alternative) => alternative.slice(alternative.lastIndexOf('/') + 1)),
  };
}

/** A glob that matches a path: characters that mean something in globs stand for any character, as braces have no escape that every syntax knows. */
export function globOf(path: string): string {
  return path.replace(/[*?[\](){}!+@\\]/gu, '?');
}

/** Every file under a folder, whatever characters its name has. */
export async function filesUnder(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const files = await fs.glob(`${globOf(folder)}/**`);
  return files.filter((file) => file.startsWith(`${folder}/`));
}

function faultOf(pattern: string): GlobFault | undefined {
  if (pattern.trim() === '') {
    return 'empty';
  }
  if (pattern.length > MAX_LENGTH) {
    return 'too-long';
  }
  if (/^[a-z]:[\\/]|^\\\\/iu.test(pattern) || leavesFolder(pattern)) {
    return 'outside';
  }
  return pattern.includes('\\') ? 'backslash' : undefined;
}

function leavesFolder(path: string): boolean {
  return path.startsWith('/') || path.startsWith('~/') || path.split(/[\\/]/u).includes('..') || path.includes('\0');
}

/** Stops at the first segment that is not plain ASCII: on disk the same name may have another Unicode form. */
function literalFolder(pattern: string): string[] {
  const folders = pattern.split('/').slice(0, -1);
  const magic = folders.findIndex((segment) => /[*?[\](){}!+@]|[^ -~]/u.test(segment));
  return magic === -1 ? folders : folders.slice(0, magic);
}

function commonFolder(folders: readonly (readonly string[])[]): string {
  const [first = [], ...others] = folders;
  const differs = first.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  return (differs === -1 ? first : first.slice(0, differs)).join('/');
}
