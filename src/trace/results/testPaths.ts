import type { TestCase } from '../../evidence/testCase';

/** A qualified name in its parts. */
interface DottedName {
  readonly parts: readonly string[];
  /** Which part is the class that a file is named after: others may stand in it, a package around it. */
  readonly type: number;
}

/** What a result says of the file that its test is written in. */
export interface FileHint {
  /** Folders and name of a file, from the outermost. */
  readonly path?: readonly string[];
  /** From the root of some file system: its first folders are those of a machine. */
  readonly isAbsolute: boolean;
  /** `fr.x.LoginTest` in its parts. */
  readonly dotted: readonly DottedName[];
  /** A package by its path, as Go has it. */
  readonly package?: readonly string[];
}

/** How well a file fits: `no` when the result says that its test is in another one, else by how many names of folders and files they share. */
export type FileFit = number | 'no';

/** A source file by the parts of its path. */
export interface SourcePath {
  readonly path: string;
  readonly segments: readonly string[];
  readonly name: string;
  /** Without its ending: `LoginTest`, `login.test`. */
  readonly stem: string;
}

export function sourcePath(path: string): SourcePath {
  const segments = fold(path).split('/');
  const name = segments.at(-1) ?? '';
  return { path, segments, name, stem: stemOf(name) };
}

/** Nothing is known of the file, and nothing speaks against it. */
export const UNKNOWN: FileFit = 0;

/** A path that only ends alike has to share its folder too: one name alone is in many folders. */
const SHARED_AT_LEAST = 2;

/** @param isName whether some file that matters has that name */
export function fileHint({ file, className, suites }: TestCase, isName: (name: string) => boolean): FileHint {
  const words = [className, ...[...suites].reverse()].filter((word) => word !== undefined);
  const written = file ?? words.find((word) => isPathTo(word, isName));
  const paths = words.filter((word) => word.includes('/') && !word.includes(' '));
  const isPackage = (word: string): boolean => word !== written && !isPathTo(word, isName);
  const ofPackage = paths.find(isPackage);
  return {
    ...(written === undefined ? {} : { path: partsOf(written) }),
    isAbsolute: written !== undefined && /^(?:file:\/\/|[\\/]|[A-Za-z]:[\\/])/u.test(written),
    dotted: words.filter((word) => !/[\s/]/u.test(word)).map((word) => dottedName(fold(word))),
    ...(ofPackage === undefined ? {} : { package: partsOf(ofPackage) }),
  };
}

export function fitOf(hint: FileHint, source: SourcePath): FileFit {
  if (hint.path !== undefined) {
    return fitOfPath(hint.path, hint.isAbsolute, source);
  }
  const dotted = Math.max(0, ...hint.dotted.map((name) => fitOfDotted(name, source)));
  if (dotted > 0) {
    return dotted;
  }
  return hint.package !== undefined && source.name.endsWith('.go') ? fitOfPackage(hint.package, source) : UNKNOWN;
}

/**
 * The same path under another root: one ends with the other. Where both differ in their first folders (a container mounts a part of the repository
 * elsewhere), the file's folder has to agree at least.
 */
function fitOfPath(path: readonly string[], isAbsolute: boolean, { segments }: SourcePath): FileFit {
  const shared = sharedEnd(path, segments);
  const isWhole = shared === segments.length || (shared === path.length && !isAbsolute);
  if (isWhole) {
    // Before any that only ends alike.
    return shared + 1000;
  }
  return isAbsolute && shared >= SHARED_AT_LEAST ? shared : 'no';
}

/** Languages whose files are named after a class; in Python's the module is a part of the name before the class. */
const OF_TYPES = /\.(?:java|kt|groovy|scala|cs|fs|vb|php|swift)$/u;

function dottedName(word: string): DottedName {
  const packages = word.split(/[.\\:]+/u);
  return { parts: [...packages.slice(0, -1), ...(packages.at(-1) ?? '').split(/[$+]/u)], type: packages.length - 1 };
}

/** `fr.x.LoginTest` in `src/test/java/fr/x/LoginTest.java`; `tests.test_a.TestA` in `tests/test_a.py`. */
function fitOfDotted({ parts, type }: DottedName, { segments, name, stem }: SourcePath): number {
  const stemParts = stem.split('.');
  const isAt = (i: number): boolean => stemParts.every((one, j) => parts[i + j] === one);
  const at = OF_TYPES.test(name) ? (isAt(type) ? type : -1) : parts.findIndex((_, i) => isAt(i));
  return at === -1 ? 0 : 1 + sharedEnd(parts.slice(0, at), segments.slice(0, -1));
}

function fitOfPackage(path: readonly string[], { segments }: SourcePath): FileFit {
  const folder = segments.slice(0, -1);
  const shared = sharedEnd(path, folder);
  return shared > 0 ? 1 + shared : folder.length === 0 ? UNKNOWN : 'no';
}

/** How many parts are the same, from the last one on. */
function sharedEnd(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) {
    count++;
  }
  return count;
}

/** How many folders are the same, from the first one on. */
export function sharedStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length) - 1;
  let count = 0;
  while (count < most && a[count] === b[count]) {
    count++;
  }
  return count;
}

function isPathTo(word: string, isName: (name: string) => boolean): boolean {
  const parts = partsOf(word);
  return isName(parts.at(-1) ?? '');
}

export function partsOf(path: string): string[] {
  return fold(path)
    .replace(/^file:\/\//u, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/u.test(part));
}

/** What a file of JavaScript may have been called before it was compiled: `login.test.js` was `login.test.ts`. */
export function sourceNamesOf(name: string): readonly string[] {
  const stem = /^(?<stem>.+)\.[cm]?js$/u.exec(name)?.groups?.['stem'];
  return stem === undefined ? [] : ['ts', 'tsx', 'mts', 'cts', 'jsx'].map((ending) => `${stem}.${ending}`);
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

/** macOS writes file names decomposed. */
function fold(text: string): string {
  return text.normalize('NFC');
}
