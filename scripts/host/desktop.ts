import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { cacheFolder, root } from './paths';
import { run } from './processes';
import { desktopVscode } from './versions';

/** A desktop VS Code, or why there is none. */
export type Desktop = { readonly program: string } | { readonly missing: string };

const oldest = [1, 110];

/** The `code` on the PATH, if it answers and is recent enough. */
export async function installedDesktop(): Promise<Desktop> {
  const { status, output } = await run('code', ['--version'], { shell: process.platform === 'win32' });
  if (status === 127) return { missing: 'no `code` on the PATH' };
  const version = /^(\d+)\.(\d+)\.\d+/m.exec(output);
  if (status !== 0 || !version) return { missing: `\`code --version\` failed: ${firstLine(output)}` };
  const [major, minor] = [Number(version[1]), Number(version[2])];
  const fits = major > oldest[0]! || (major === oldest[0] && minor >= oldest[1]!);
  return fits ? { program: 'code' } : { missing: `\`code\` is ${version[0]}, ${oldest.join('.')} or later is needed` };
}

/** The desktop VS Code that `@vscode/test-electron` downloads, if it can be reached and could open a window. */
export async function downloadedDesktop(): Promise<Desktop> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { missing: 'no display for the desktop VS Code' };
  }
  try {
    return {
      program: await downloadAndUnzipVSCode({
        version: desktopVscode,
        cachePath: cacheFolder,
        reporter: new SilentReporter(),
        timeout: 15_000,
      }),
    };
  } catch (error) {
    return { missing: `the download of the desktop VS Code cannot be reached (${firstLine(String(error))})` };
  }
}

/**
 * Runs the tests inside a desktop VS Code.
 * @returns the status it ended with, 0 when all passed
 */
export async function runDesktopTests(
  program: string,
  tests: string,
  workspace: string,
  dataFolder: string,
  environment: Record<string, string>,
): Promise<number> {
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: environment,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${join(dataFolder, 'd')}`,
        `--extensions-dir=${join(dataFolder, 'e')}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } catch (error) {
    console.error(String(error));
    return 1;
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
