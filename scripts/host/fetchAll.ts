/* Brings everything that tests and packaging need from npm into `.vscode-test/`, one after the other, while something else goes on. */
import { findChromium } from './chromium';
import { installCodeServer } from './codeServer';
import { installInCache } from './npmInstall';
import { nodeForTools } from './nodeForTools';
import { oldestNodeMajor, vsce } from './versions';

async function main(): Promise<void> {
  await nodeForTools();
  await installInCache('@vscode/vsce', vsce);
  await installCodeServer();
  await findChromium();
  await nodeForTools(oldestNodeMajor);
  await installCodeServer('oldest');
}

main().catch((error: unknown) => {
  // Whoever needs it tries again, and fails if need be.
  console.error(error instanceof Error ? error.message : String(error));
});
