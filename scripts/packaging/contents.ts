/* What goes into the packages: only what is named here, and each for a reason. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { minimatch } from 'minimatch';
import { root } from '../host/paths';

/** A package may not be larger, in bytes. */
export const largestPackage = 5_000_000;

const both = [
  'LICENSE',
  'README.md',
  'README.fr.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/segur-trace.js',
  'dist/scan-worker.js',
  'dist/unit-worker.js',
  'dist/builtin-catalogs.json',
  'dist/grammars/*',
  // For other editors and for scripts, which read these formats too.
  'schemas/*.json',
];

const contents = {
  /** The extension, the command included. */
  extension: [
    ...both,
    'package.nls.json',
    'package.nls.fr.json',
    'dist/extension.js',
    'dist/web/extension.js',
    'dist/later/*.js',
    'l10n/*.json',
    'media/icon.png',
    'media/segur-trace.svg',
    'media/*.{css,js}',
    'media/walkthrough/**',
    // Shown by commands: the catalogue's source, the pages of the problems, the demonstration.
    'requirements/*.yaml',
    'docs/problems*.md',
    'examples/dossier-patient/**',
  ],
  /** The command alone. */
  command: [...both, 'dist/later/{fillWork,formats,mcp}.js'],
} as const;

/** One of the two packages: a .vsix, and a tarball for npm. */
export type PackageKind = keyof typeof contents;

/** What working with the demonstration leaves in it. */
const leftovers = ['examples/*/build/**', '**/__pycache__/**', '**/node_modules/**'];

/** Paths of the files of a package, in this repository and in the package alike; `package.json` is made. */
export function filesOf(kind: PackageKind): string[] {
  const options = { dot: true };
  const folders = ['.', 'dist', 'docs', 'examples', 'l10n', 'media', 'requirements', 'schemas'];
  return folders
    .flatMap(filesIn)
    .filter((path) => contents[kind].some((pattern) => minimatch(path, pattern, options)))
    .filter((path) => !leftovers.some((pattern) => minimatch(path, pattern, options)))
    .sort();
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: folder !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}
