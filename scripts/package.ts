/* npm run package: the extension as a .vsix, of production bundles, in `out/`. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFor, nodeForTools } from './host/node24';
import { installInCache } from './host/npmInstall';
import { root } from './host/paths';
import { runHere } from './host/processes';
import { vsce } from './host/versions';

async function main(): Promise<number> {
  const built = await runHere(process.execPath, [join(root, 'esbuild.js'), '--production'], { cwd: root });
  if (built !== 0) return built;
  const node = await nodeForTools();
  const packager = join(await installInCache('@vscode/vsce', vsce), 'node_modules', '@vscode', 'vsce', 'vsce');
  const file = join(root, 'out', 'segur-trace.vsix');
  await mkdir(join(root, 'out'), { recursive: true });
  // Everything is bundled, so no dependency goes along; there is no public repository yet for links to be completed with.
  const args = [
    packager,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const status = await runHere(node, args, { cwd: root, env: environmentFor(node) });
  if (status !== 0) return status;
  console.log(`out/segur-trace.vsix: ${((await stat(file)).size / 1024).toFixed(0)} KB`);
  return 0;
}

void main().then((status) => process.exit(status));
