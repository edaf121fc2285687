import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** VS Code's own extensions that no test of this one looks at: the manifests alone take every window time to read. */
const unseen = [
  'copilot',
  'emmet',
  'github',
  'github-authentication',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'npm',
  'terminal-suggest',
];
const alsoUnseen = ['grunt', 'gulp', 'jake', 'ms-vscode.vscode-js-profile-table', 'php-language-features'];

/** Those whose programs cost every window seconds, for what tests of this extension never look at. */
const resting = new Set([
  ...unseen,
  'debug-auto-launch',
  'git',
  'git-base',
  'merge-conflict',
  'typescript-language-features',
]);
const absent = new Set([...unseen, ...alsoUnseen]);

const ofProgram = new Set(['main', 'browser', 'activationEvents']);

/**
 * - `whole`: all of VS Code's own extensions, as they are;
 * - `resting`: some have no program; what they contribute, their default keys and settings among it, is there all the same;
 * - `few`: most of those are not there at all.
 */
export type BuiltIns = 'whole' | 'resting' | 'few';

/**
 * A folder of VS Code's own extensions.
 * @param folder where that VS Code has its extensions
 * @param into an empty folder, or one to be made
 */
export async function builtInsFolder(folder: string, into: string, which: Exclude<BuiltIns, 'whole'>): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || (which === 'few' && absent.has(entry.name))) continue;
    if (resting.has(entry.name)) await withoutProgram(join(folder, entry.name), join(into, entry.name));
    else await symlink(join(folder, entry.name), join(into, entry.name), 'junction');
  }
}

async function withoutProgram(extension: string, into: string): Promise<void> {
  await mkdir(into);
  for (const entry of await readdir(extension, { withFileTypes: true })) {
    const path = join(extension, entry.name);
    if (entry.name !== 'package.json') {
      await symlink(path, join(into, entry.name), entry.isDirectory() ? 'junction' : 'file');
      continue;
    }
    const manifest = Object.entries(JSON.parse(await readFile(path, 'utf8')) as object);
    const rest = Object.fromEntries(manifest.filter(([key]) => !ofProgram.has(key)));
    await writeFile(join(into, entry.name), JSON.stringify(rest));
  }
}
