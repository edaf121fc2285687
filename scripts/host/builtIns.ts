import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** VS Code's own extensions that no test of this one looks at: the manifests alone take every window time to read. */
const unseen = new Set([
  'copilot',
  'emmet',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'jake',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'npm',
  'php-language-features',
  'terminal-suggest',
]);

/** Those whose contributions windows show, and whose programs cost every window seconds. */
const seen = new Set(['debug-auto-launch', 'git', 'git-base', 'merge-conflict', 'typescript-language-features']);

const ofProgram = new Set(['main', 'browser', 'activationEvents']);

/**
 * - `whole`: all of VS Code's own extensions, as they are;
 * - `resting`: those that cost most have no program; what they contribute, their default keys and settings among it, is there all the same;
 * - `few`: of those, the ones that no window shows are not there at all.
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
    const { name } = entry;
    const isUnseen = unseen.has(name);
    if (!entry.isDirectory() || (which === 'few' && isUnseen)) continue;
    if (isUnseen || seen.has(name)) await withoutProgram(join(folder, name), join(into, name));
    else await symlink(join(folder, name), join(into, name), 'junction');
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
