import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings for a window that shows nothing but the workspace: no welcome page, no chat, no news from outside. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  // Tests make repositories and remove them, which VS Code's own extension for git takes for failures.
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Has a window run the extension in the browser's extension host, by its `browser` entry, though the server could run it on Node. */
export const browserHostSettings: Readonly<Record<string, unknown>> = {
  'remote.extensionKind': { 'segur-trace.segur-trace': ['web'] },
};

/** Writes the user settings of a VS Code with this user-data folder. */
export async function writeSettings(
  userDataFolder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const folder = join(userDataFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}
