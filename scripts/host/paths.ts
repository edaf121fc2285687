import { join } from 'node:path';

/** The top folder of this repository. */
export const root = join(__dirname, '..', '..');

/** Folder of what running and testing fetch; never committed, safe to delete at any time. */
export const cacheFolder = join(root, '.vscode-test');

/** A workspace of several folders, for tests. */
export const severalFolders = join(root, 'test', 'fixtures', 'several');

/** The demonstration application. */
export const exampleFolder = join(root, 'examples', 'dossier-patient');
