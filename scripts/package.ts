/* npm run package: the extension as a .vsix and the command as a tarball for npm, of production bundles, in `out/`, with a bill of what is in them. */
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFor, nodeForTools } from './host/nodeForTools';
import { installInCache, runNpm } from './host/npmInstall';
import { root } from './host/paths';
import { runHere } from './host/processes';
import { vsce } from './host/versions';
import { billOfMaterials } from './packaging/billOfMaterials';
import { bundledPackages } from './packaging/bundledPackages';
import { largestPackage } from './packaging/contents';
import { billFile, commandPackage, extensionPackage } from './packaging/packages';
import { productionBundles, writeBundles } from './packaging/productionBundles';
import { stage } from './packaging/stage';

async function main(): Promise<number> {
  const bundles = await productionBundles();
  await writeBundles(bundles);
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(billFile, billOfMaterials(bundledPackages(bundles)));
  return (await packExtension()) || (await packCommand());
}

async function packExtension(): Promise<number> {
  const node = await nodeForTools();
  const packager = join(await installInCache('@vscode/vsce', vsce), 'node_modules', '@vscode', 'vsce', 'vsce');
  // Everything is bundled, so no dependency goes along; there is no public repository yet for links to be completed with.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [packager, 'package', ...options, '--out', extensionPackage];
  const status = await runHere(node, args, { cwd: stage('extension'), env: environmentFor(node) });
  return status || weigh(extensionPackage);
}

async function packCommand(): Promise<number> {
  const folder = stage('command');
  const { status, output } = await runNpm(['pack', '--ignore-scripts', '--loglevel=error'], folder);
  const [tarball] = await tarballs(folder);
  if (status !== 0 || tarball === undefined) {
    console.error(output);
    return status || 1;
  }
  await rename(join(folder, tarball), commandPackage);
  return weigh(commandPackage);
}

async function tarballs(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
}

async function weigh(file: string): Promise<number> {
  const { size } = await stat(file);
  console.log(`${file}: ${(size / 1000).toFixed(0)} kB`);
  if (size <= largestPackage) return 0;
  console.error(`${file} has more than ${largestPackage / 1_000_000} MB. See scripts/packaging/contents.ts.`);
  return 1;
}

void main().then((status) => process.exit(status));
