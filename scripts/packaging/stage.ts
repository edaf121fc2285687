import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../host/paths';
import { filesOf, type PackageKind } from './contents';
import { packagedReadme } from './packagedReadme';
import { billFile } from './packages';

type Manifest = Readonly<Record<string, unknown>>;

/** What package.json says to those who work on the extension, and to nobody else. */
const forDevelopers = ['scripts', 'devDependencies'];

/** Of package.json, what npm needs for a command that stands alone. */
const forNpm = ['name', 'version', 'description', 'license', 'private', 'keywords', 'bin', 'engines'];

/** Puts the files of a package into `out/package/KIND`; returns that folder. */
// @segur ST.PKG.01
export function stage(kind: PackageKind): string {
  const folder = join(root, 'out', 'package', kind);
  rmSync(folder, { recursive: true, force: true });
  const files = filesOf(kind);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const file of files.filter((path) => /^README(\.\w+)?\.md$/u.test(path))) {
    const text = packagedReadme(readFileSync(join(root, file), 'utf8'), (path) => files.includes(path));
    writeFileSync(join(folder, file), text);
  }
  cpSync(billFile, join(folder, basename(billFile)));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestOf(kind), null, 2)}\n`);
  return folder;
}

function manifestOf(kind: PackageKind): Manifest {
  const manifest = readJson('package.json');
  if (kind === 'extension') return only(manifest, (key) => !forDevelopers.includes(key));
  const texts = readJson('package.nls.json');
  const { node } = manifest['engines'] as { readonly node: string };
  return {
    ...only(manifest, (key) => forNpm.includes(key)),
    description: texts['extension.description'],
    engines: { node },
  };
}

function only(manifest: Manifest, isWanted: (key: string) => boolean): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => isWanted(key)));
}

function readJson(file: string): Manifest {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
}
