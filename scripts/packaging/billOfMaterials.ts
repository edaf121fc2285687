import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';
import type { BundledPackage } from './bundledPackages';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/** What is bundled, as a CycloneDX document: the same bytes for the same packages, so without a time or a number of its own. */
export function billOfMaterials(packages: readonly BundledPackage[]): string {
  const { name, version, license } = readJson('package.json') as Readonly<Record<string, string>>;
  const { packages: locked } = readJson('package-lock.json') as LockFile;
  const ours = `pkg:npm/${name ?? ''}@${version ?? ''}`;
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': ours, name, version, purl: ours, ...licences(license ?? '') },
    },
    components: packages.map((each) => componentOf(each, locked)),
    dependencies: [{ ref: ours, dependsOn: packages.map(refOf).sort() }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function componentOf(each: BundledPackage, locked: LockFile['packages']) {
  const { name, version, licence, bundles, within } = each;
  const [, group, rest = name] = /^(@[^/]+)\/(.+)$/u.exec(name) ?? [];
  const integrity = Object.entries(locked).find(
    ([path, lock]) => path.endsWith(`node_modules/${name}`) && lock.version === version,
  )?.[1].integrity;
  return {
    type: 'library',
    'bom-ref': refOf(each),
    ...(group === undefined ? {} : { group }),
    name: rest,
    ...(version === undefined ? {} : { version }),
    ...licences(licence),
    ...(within === undefined ? { purl: refOf(each) } : {}),
    ...(integrity?.startsWith('sha512-') === true
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] }
      : {}),
    properties: [
      ...(within === undefined ? [] : [{ name: 'segur-trace:within', value: within }]),
      ...bundles.map((bundle) => ({ name: 'segur-trace:bundle', value: `dist/${bundle}` })),
    ],
  };
}

function refOf({ name, version }: BundledPackage): string {
  return version === undefined ? `parser:${name}` : `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licences(id: string) {
  return { licenses: [{ license: { id } }] };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
