import type { Translate } from '../base/message';
import { withFolded } from './requirementItems';
import type { Suggestion } from './yamlSuggestion';

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A folder that has to be listed before paths can be suggested. */
export interface PathQuestion {
  /** Relative to the workspace folder; empty for that itself, else with a `/` at the end. */
  readonly folder: string;
  /** Of the files that may be named; absent: of any kind. */
  readonly extensions?: readonly string[];
  /** Whole folders are named, by `folder/**`. */
  readonly wholeFolders: boolean;
}

const YAML = ['.yaml', '.yml'];

/** More than anybody looks through; the rest comes as more is typed. */
const MOST_ENTRIES = 1000;
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The folder whose paths a value may name, where `segur.yaml` names paths; `undefined` elsewhere, and for what leaves the workspace folder. */
export function pathQuestion(names: string, typed: string): PathQuestion | undefined {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  if (folder.startsWith('/') || /[*?{}[\]!\\:]|(?:^|\/)\.{1,2}\//u.test(folder)) {
    return undefined;
  }
  switch (names) {
    case 'proofs.files':
      return { folder, wholeFolders: false };
    case 'catalogs':
      return { folder, extensions: YAML, wholeFolders: false };
    case 'results':
      return { folder, extensions: ['.xml'], wholeFolders: false };
    case 'traces':
      return { folder, extensions: ['.json'], wholeFolders: false };
    case 'scan.include':
    case 'scan.exclude':
    case 'scan.tests':
    case 'scan.sensitive':
      return { folder, wholeFolders: true };
    default:
      return undefined;
  }
}

/** Folders to go into, files, and a glob where several files are of one kind. */
export function pathValues(
  { folder, extensions, wholeFolders }: PathQuestion,
  entries: readonly FolderEntry[],
  siblings: readonly string[],
  t: Translate,
): Suggestion[] {
  const shown = entries
    .filter(({ name, isFolder }) => !LEFT_OUT.has(name) && isOneLine(name) && (isFolder || fits(name, extensions)))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_ENTRIES);
  const folders = shown.filter(({ isFolder }) => isFolder);
  const files = shown.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  const suggest = (kind: 'file' | 'folder', value: string, description = ''): Suggestion => ({
    kind,
    value,
    description,
    filterText: withFolded(value),
    sortText: `${kind === 'folder' ? 0 : value.includes('*') ? 2 : 1}${value}`,
    goesOn: value.endsWith('/'),
  });
  return [
    ...folders.map(({ name }) => suggest('folder', `${folder}${name}/`)),
    ...(wholeFolders
      ? folders.map(({ name }) => suggest('folder', `${folder}${name}/**`, t('everything in it')))
      : globsOf(files).map(({ glob, count }) => suggest('file', `${folder}${glob}`, t('{0} files', count)))),
    ...files.map((name) => suggest('file', `${folder}${name}`)),
  ].filter(({ value }) => !siblings.includes(value));
}

function globsOf(files: readonly string[]): { glob: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of files) {
    const extension = /[^.](\.[\p{L}\p{N}]+)$/u.exec(name)?.[1];
    if (extension !== undefined) {
      counts.set(extension, (counts.get(extension) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count > 1).map(([extension, count]) => ({ glob: `*${extension}`, count }));
}

function rankOf({ name, isFolder }: FolderEntry): number {
  return (name.startsWith('.') ? 2 : 0) + (isFolder ? 0 : 1);
}

function fits(name: string, extensions: readonly string[] | undefined): boolean {
  return extensions === undefined || extensions.some((extension) => name.toLowerCase().endsWith(extension));
}

/** What could not stand in one line of a file, or would be read as a glob, is left out. */
function isOneLine(name: string): boolean {
  return !/[\p{Cc}\u2028\u2029*?{}[\]\\]/u.test(name);
}
