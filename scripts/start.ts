/*
 * npm start: builds, and opens the demonstration in a VS Code with the extension running: the `code` on the PATH, else
 * the one that @vscode/test-electron downloads, else the server build from npm, shown in the browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startCodeServer } from './host/codeServer';
import { downloadedDesktop, installedDesktop } from './host/desktop';
import { cacheFolder, exampleFolder, root } from './host/paths';
import { run, runHere } from './host/processes';
import { quietSettings, writeSettings } from './host/settings';

const dataFolder = join(cacheFolder, 'start');

async function main(): Promise<number> {
  console.log('Building …');
  const built = await runHere(process.execPath, [join(root, 'esbuild.js')], { cwd: root });
  if (built !== 0) return built;

  const installed = await installedDesktop();
  if ('program' in installed) {
    console.log('Opening examples/dossier-patient in the VS Code of this machine.');
    const shell = process.platform === 'win32';
    const args = ['--new-window', `--extensionDevelopmentPath=${root}`, exampleFolder];
    const status = await runHere('code', shell ? args.map((arg) => `"${arg}"`) : args, { shell });
    if (status === 0) return 0;
    console.log(`It ended with status ${status}; looking for another one.`);
  } else {
    console.log(`Not the VS Code of this machine: ${installed.missing}.`);
  }

  const downloaded = await downloadedDesktop();
  if ('program' in downloaded) {
    console.log('Opening examples/dossier-patient in the VS Code that @vscode/test-electron downloads.');
    const data = join(dataFolder, 'desktop');
    await settingsOnce(join(data, 'd'));
    const status = await runHere(downloaded.program, [
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${join(data, 'd')}`,
      `--extensions-dir=${join(data, 'e')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      exampleFolder,
    ]);
    if (status === 0) return 0;
    console.log(`It ended with status ${status}; looking for another one.`);
  } else {
    console.log(`Not the desktop VS Code: ${downloaded.missing}.`);
  }
  return serveInBrowser();
}

async function serveInBrowser(): Promise<number> {
  console.log('Starting the VS Code server from npm …');
  const data = join(dataFolder, 'server');
  await settingsOnce(join(data, 'd'));
  const server = await startCodeServer({
    dataFolder: data,
    extension: 'working tree',
    testDriver: false,
    defaultFolder: exampleFolder,
  });
  console.log(`\n  VS Code with Ségur Trace, on examples/dossier-patient:  ${server.origin}/\n`);
  console.log('Open it in a browser of this machine. It stays until Ctrl-C.');
  await openBrowser(`${server.origin}/`);
  await server.ended;
  console.error('The VS Code server has ended.');
  return 1;
}

/** Settings for a first start; later, they are the person's. */
async function settingsOnce(userDataFolder: string): Promise<void> {
  if (!existsSync(join(userDataFolder, 'User', 'settings.json'))) await writeSettings(userDataFolder, quietSettings);
}

async function openBrowser(address: string): Promise<void> {
  if (process.env['CI'] || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']))
    return;
  if (process.platform === 'win32') await run('cmd', ['/c', 'start', '', address]);
  else await run(process.platform === 'darwin' ? 'open' : 'xdg-open', [address]);
}

void main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
