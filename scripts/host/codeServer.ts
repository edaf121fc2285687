import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import { builtInsFolder, type BuiltIns } from './builtIns';
import { environmentFor, nodeForTools } from './nodeForTools';
import { installInCache, npmInstall } from './npmInstall';
import { root } from './paths';
import { endGroup, run, startGroup } from './processes';
import * as versions from './versions';

/** A running VS Code server, reachable on the loopback only. */
export interface CodeServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Its user data: settings, state, language packs. */
  readonly userDataFolder: string;
  /** Where extensions are installed. */
  readonly extensionsFolder: string;
  readonly stop: () => Promise<void>;
  /** Resolves when the server has ended by itself or by {@link stop}. */
  readonly ended: Promise<void>;
}

export interface CodeServerOptions {
  /** Folder for its user data and state, created if needed. */
  readonly dataFolder: string;
  /** The extension to have installed: this working tree, or the path of a .vsix; none if left out. */
  readonly extension?: 'working tree' | { readonly vsix: string };
  /** Accept the extension to test from the page's address; it also hides all notifications. */
  readonly testDriver: boolean;
  /** Folder that a window opens which names none. */
  readonly defaultFolder?: string;
  /** The newest VS Code if left out. */
  readonly age?: 'newest' | 'oldest';
  /** Leave it to the settings whether a window asks for trust in a folder; off if left out. */
  readonly workspaceTrust?: boolean;
  /** Which of VS Code's own extensions are there: all of them if left out. */
  readonly builtIns?: BuiltIns;
}

const startTimeout = 120_000;

/** Where the VS Code server is, installed from npm if need be: the newest, or the oldest that the extension supports. */
export async function installCodeServer(age: CodeServerOptions['age'] = 'newest'): Promise<string> {
  const inPackage = join('node_modules', 'code-server', 'lib', 'vscode');
  const version = age === 'newest' ? versions.codeServer : versions.oldestCodeServer;
  const folder = await installInCache('code-server', version, async (work) => {
    await npmInstall(join(work, inPackage));
    // The built-in extensions' one dependency: the TypeScript that TypeScript files are understood with.
    await npmInstall(join(work, inPackage, 'extensions'));
    if (age === 'oldest') await giveRipgrep(join(work, inPackage));
  });
  return join(folder, inPackage);
}

/** A VS Code of that time has an install script fetch its search program. */
async function giveRipgrep(folder: string): Promise<void> {
  const wanted = join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin', basename(rgPath));
  await mkdir(dirname(wanted), { recursive: true });
  await copyFile(rgPath, wanted);
}

/** Starts a VS Code server and waits until it answers. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const node = await nodeForTools(options.age === 'oldest' ? versions.oldestNodeMajor : versions.nodeMajor);
  const folder = await installCodeServer(options.age);
  const userDataFolder = join(options.dataFolder, 'd');
  const extensionsFolder = join(options.dataFolder, 'e');
  await mkdir(join(userDataFolder, 'User'), { recursive: true });
  await mkdir(extensionsFolder, { recursive: true });
  await offerFrench(userDataFolder);

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const program = [
    join(folder, 'out', 'server-main.js'),
    ...['--server-data-dir', join(options.dataFolder, 's'), '--user-data-dir', userDataFolder],
    ...['--extensions-dir', extensionsFolder, '--accept-server-license-terms', '--disable-telemetry'],
  ];
  const { builtIns: which = 'whole' } = options;
  if (which !== 'whole') {
    const builtIns = join(options.dataFolder, 'b');
    await builtInsFolder(join(folder, 'extensions'), builtIns, which);
    program.push('--builtin-extensions-dir', builtIns);
  }
  if (options.extension === 'working tree') await linkExtension(extensionsFolder);
  else if (options.extension) await installExtension(node, program, options.extension.vsix);

  const args = [
    ...program,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.defaultFolder === undefined ? [] : ['--default-folder', options.defaultFolder]),
  ];
  const child = startGroup(node, args, { env: environmentFor(node), stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const remember = (data: Buffer) => (log = (log + data.toString()).slice(-20_000));
  child.stdout?.on('data', remember);
  child.stderr?.on('data', remember);
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve());
  });

  const deadline = Date.now() + startTimeout;
  while (!(await answers(`${origin}/version`))) {
    const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
    if (running && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    await endGroup(child);
    throw new Error(`The VS Code server did not start. Its last words:\n${log.trim()}`);
  }
  return { origin, userDataFolder, extensionsFolder, ended, stop: () => endGroup(child) };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function installExtension(node: string, program: readonly string[], vsix: string): Promise<void> {
  const result = await run(node, [...program, '--install-extension', vsix], { env: environmentFor(node) });
  if (result.status !== 0) throw new Error(`${vsix} could not be installed:\n${result.output}`);
}

async function linkExtension(extensionsFolder: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const link = join(extensionsFolder, `${publisher}.${name}-${version}`);
  if (!existsSync(link)) await symlink(root, link, 'junction');
}

/**
 * Makes French known to the server as a language of VS Code, so that a browser that asks for French (header or cookie
 * `vscode.nls.locale`) gets it. VS Code's own texts stay English for want of a real language pack; the extension's turn French.
 */
async function offerFrench(userDataFolder: string): Promise<void> {
  const translations = join(userDataFolder, 'french.i18n.json');
  await writeFile(translations, JSON.stringify({ '': ['x'], version: '1.0.0', contents: {} }));
  const french = {
    hash: 'x',
    label: 'français',
    extensions: [{ extensionIdentifier: { id: 'x.fr' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ fr: french }));
  // Without this file the server takes the language for settled, as English.
  await writeFile(join(userDataFolder, 'User', 'argv.json'), '{}');
}
