import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium';
import { startCodeServer } from './codeServer';
import { root } from './paths';
import { scratchFolder } from './scratch';
import { browserHostSettings, quietSettings, writeSettings } from './settings';

const timeLimit = 10 * 60_000;

/** Where the console of the extension host and of the window goes. */
export const hostLog = join(root, 'out', 'results', 'vscode-console.log');

const userAgents = {
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
  windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
} as const;
const engine = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export interface HostedTests {
  /** The bundled file whose `run` runs the tests. */
  readonly tests: string;
  /** A folder, or a `.code-workspace` file. */
  readonly workspace: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Which extension host: the server's, on Node, or the browser's. */
  readonly host: 'server' | 'browser';
  /** What the window takes its machine for, by which VS Code chooses its default keys: what it is if left out. */
  readonly platform?: keyof typeof userAgents;
}

/**
 * Runs tests inside an extension host of a VS Code server, with its window in a headless Chromium.
 * @returns the status it ended with, 0 when all passed
 */
export async function runServerTests(hosted: HostedTests): Promise<number> {
  const dataFolder = scratchFolder();
  await writeSettings(join(dataFolder, 'd'), {
    ...quietSettings,
    // As on the desktop: in a browser, VS Code saves what is typed a second later.
    'files.autoSave': 'off',
    ...(hosted.host === 'browser' ? browserHostSettings : {}),
  });
  await mkdir(dirname(hostLog), { recursive: true });
  await writeFile(hostLog, '');
  const server = await startCodeServer({ dataFolder, testDriver: true, builtIns: 'resting' });
  const browser = await startChromium();
  try {
    const page = await browser.newPage(
      hosted.platform === undefined ? {} : { userAgent: `${userAgents[hosted.platform]} ${engine}` },
    );
    // Both must be there before the window loads: it calls them when it likes.
    await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) =>
      appendFile(hostLog, `[${type}] ${values.map(String).join(' ')}\n`),
    );
    const finished = new Promise<number>((resolve, reject) => {
      page.once('crash', () => reject(new Error('The window crashed.')));
      void server.ended.then(() => reject(new Error('The VS Code server ended during the tests.')));
      setTimeout(() => reject(new Error('The tests inside VS Code took more than 10 minutes.')), timeLimit).unref();
      void page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => page.goto(address(server.origin, hosted)), reject);
    });
    return await finished;
  } finally {
    await browser.close();
    await server.stop();
  }
}

function address(origin: string, { tests, workspace, environment = {} }: HostedTests): string {
  const remote = (path: string) => `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(tests)],
    ['extensionEnvironment', JSON.stringify(environment)],
    ['skipWelcome', 'true'],
  ];
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: pathToFileURL(workspace).pathname, payload: JSON.stringify(payload) });
  return `${origin}/?${query.toString()}`;
}
