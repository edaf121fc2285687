import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';
import type { Bundle } from './productionBundles';

/** Someone else's work that goes along. */
export interface BundledPackage {
  readonly name: string;
  /** Left out where it is not known. */
  readonly version?: string;
  /** By its SPDX identifier. */
  readonly licence: string;
  readonly licenceText: string;
  /** Bundles in which something of it is. */
  readonly bundles: readonly string[];
  /** The package of npm that brings it, if it is not one itself. */
  readonly within?: string;
}

/** Licences that ask for no more than to be named. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Apache-2.0']);

const grammars = '@vscode/tree-sitter-wasm';

/** What the bundles hold of other people's packages, and the parsers that stand beside them, by name. */
export function bundledPackages(bundles: readonly Bundle[]): BundledPackage[] {
  const bundlesOf = new Map<string, Set<string>>();
  for (const { name, sources } of bundles) {
    for (const source of sources) {
      const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(source) ?? [];
      if (folder !== undefined) bundlesOf.set(folder, (bundlesOf.get(folder) ?? new Set()).add(name));
    }
  }
  const packages = [...bundlesOf].map(([folder, names]) => packageIn(folder, [...names].sort()));
  const users = packages.find(({ name }) => name === grammars)?.bundles ?? [];
  const all = [...packages, ...parsers(users)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const refused = all.filter(({ licence }) => !allowed.has(licence));
  if (refused.length > 0) {
    throw new Error(
      `Not a licence we accept: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    );
  }
  return all;
}

function packageIn(folder: string, bundles: readonly string[]): BundledPackage {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, string>;
  const { name = '', version = '', license = '' } = manifest;
  const file = readdirSync(join(root, folder)).find((each) => /^(licen[cs]e|copying)/iu.test(each));
  const licenceText = file === undefined ? keptText(name) : readFileSync(join(root, folder, file), 'utf8');
  return { name, version, licence: license, licenceText, bundles };
}

/** The runtime and the grammars are works of their own; the package that has them compiled brings its own licence alone. */
function parsers(bundles: readonly string[]): BundledPackage[] {
  const files = readdirSync(join(root, 'dist', 'grammars')).filter((file) => file.endsWith('.wasm'));
  const names = files
    .map((file) => file.slice(0, -'.wasm'.length))
    .map((name) => name.replace(/-tsx$/u, '-typescript'));
  return [...new Set(names)].map((name) => ({
    name,
    licence: 'MIT',
    licenceText: keptText(name),
    bundles,
    within: grammars,
  }));
}

/** A text that the package does not bring along: from another version of it, or from npm's package of the grammar. */
function keptText(name: string): string {
  const file = join(__dirname, 'licences', `${name}.txt`);
  if (!existsSync(file)) throw new Error(`${name} brings no licence text: put it into ${file}`);
  return readFileSync(file, 'utf8');
}
