import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { installInCache } from './npmInstall';
import { environmentFor, nodeForTools } from './nodeForTools';
import { run } from './processes';
import * as versions from './versions';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => [
    `${process.env[variable] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env[variable] ?? ''}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
];

// The last ones keep the browser away from the network: everything that it shows is on the loopback.
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Program {
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts a headless Chromium: the one named by `CHROME_PATH`, else the system's, else npm's. */
export async function startChromium(): Promise<Browser> {
  const { path, environment } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, args: flags, env: definedOnly(environment) });
  console.log(`Browser: Chromium ${browser.version()} (${path})`);
  return browser;
}

/** Starts one whose pages share what it has compiled: a large page that is opened again is there in two thirds of the time. */
export async function startChromiumProfile(
  folder: string,
  options: Pick<BrowserContextOptions, 'locale' | 'permissions'>,
): Promise<BrowserContext> {
  const { path, environment } = await findChromium();
  return chromium.launchPersistentContext(folder, {
    executablePath: path,
    args: flags,
    env: definedOnly(environment),
    ...options,
  });
}

/** The Chromium of this machine, else npm’s, installed if need be. */
export async function findChromium(): Promise<Program> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`CHROME_PATH is ${named}, which is not a program.`);
    return { path: named, environment: process.env };
  }
  const installed = [...onPath(commands), ...programs].find(isProgram);
  if (installed !== undefined) return { path: installed, environment: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  throw new Error('No Chromium or Chrome found: install one, or name it in CHROME_PATH.');
}

/** All places where a command of one of these names would be looked for. */
function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) =>
    names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** npm's build of Chromium unpacks itself in the folder for temporary files: there, we hand it one in the cache. */
async function chromiumFromNpm(): Promise<Program> {
  const folder = await installInCache('@sparticuz/chromium', versions.chromium, async (work) => {
    const node = await nodeForTools();
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    const script = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
    const result = await run(node, ['-e', script], {
      cwd: work,
      // The variable has it unpack its shared libraries too.
      env: { ...environmentFor(node), TMPDIR: unpacked, AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${versions.nodeMajor}.x` },
    });
    if (result.status !== 0) throw new Error(`Chromium from npm did not unpack:\n${result.output}`);
  });
  const unpacked = join(folder, 'unpacked');
  const path = join(unpacked, 'chromium');
  const environment = { ...process.env, ...(await fontSettings(unpacked)) };
  if ((await run(path, ['--version'], { env: environment })).status === 0) return { path, environment };

  const withLibraries = { ...environment, LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') };
  const second = await run(path, ['--version'], { env: withLibraries });
  if (second.status !== 0) throw new Error(`Chromium from npm does not start here:\n${second.output}`);
  return { path, environment: withLibraries };
}

/** On a machine with no font set-up at all, points at the font that comes with npm's Chromium. */
async function fontSettings(unpacked: string): Promise<NodeJS.ProcessEnv> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = join(unpacked, 'fonts-here.conf');
  const folder = join(unpacked, 'fonts');
  await writeFile(
    file,
    `<fontconfig><dir>${folder}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
