/*
 * npm run look -- SCRIPT.ts: builds, then runs the script's default export with a real VS Code at hand through
 * test/ui/workbench.ts, and closes everything. With no script: a picture of the demonstration in each theme.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeHost, openWindow, openWindows } from '../test/ui/workbench';
import { root } from './host/paths';
import { runHere } from './host/processes';

async function allThemes(): Promise<void> {
  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const) {
    const window = await openWindow({ theme });
    await window.openContainer('Ségur Trace');
    await window.page.waitForTimeout(2000);
    console.log(await window.screenshot(`look-${theme}`));
    await window.close();
  }
}

async function main(): Promise<number> {
  const built = await runHere(process.execPath, [join(root, 'esbuild.js')], { cwd: root });
  if (built !== 0) return built;
  const script = process.argv[2];
  try {
    if (script === undefined) {
      await allThemes();
    } else {
      const loaded = (await import(pathToFileURL(resolve(script)).href)) as { default: unknown };
      // A module built as CommonJS arrives wrapped once more.
      const inner = loaded.default as { default?: unknown };
      const look = (typeof inner === 'function' ? inner : inner.default) as () => Promise<void>;
      await look();
    }
    return 0;
  } catch (error) {
    console.error(error);
    for (const window of openWindows()) console.error(`picture: ${await window.screenshot('look-failed')}`);
    return 1;
  } finally {
    await closeHost();
  }
}

void main().then((status) => process.exit(status));
