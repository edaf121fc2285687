import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies?: object;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown;
const { packages, lockfileVersion } = read('package-lock.json') as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const others = Object.entries(packages).filter(([path]) => path !== '');

/** Packages whose install script may run: none of them is bundled. */
const installs = ['esbuild', 'fsevents'];

describe('package-lock.json', () => {
  it('pins every package by the hash of what npm serves', () => {
    assert.ok(lockfileVersion >= 3 && others.length > 100);
    for (const [path, { version, integrity, link, inBundle }] of others) {
      assert.match(version ?? '', /^\d+\.\d+\.\d+/u, path);
      assert.ok(inBundle === true || /^sha512-[A-Za-z0-9+/]{86}==$/u.test(integrity ?? ''), path);
      assert.equal(link, undefined, path);
    }
  });

  it('takes none from anywhere but a registry', () => {
    for (const [path, { resolved = '' }] of others) {
      assert.doesNotMatch(resolved, /^(git|http:|file:)|github|gitlab|bitbucket/u, path);
    }
    const { dependencies, devDependencies } = read('package.json') as Manifest;
    assert.equal(dependencies, undefined, 'everything is bundled');
    for (const [name, range] of Object.entries(devDependencies)) assert.match(range, /^[\^~]?\d+(\.\d+)*$/u, name);
  });

  it('names all that have something run when they are installed', () => {
    const scripts = others.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript === true ? [path.replace(/^.*node_modules\//u, '')] : [],
    );
    assert.deepEqual(
      [...new Set(scripts)].sort().filter((name) => !installs.includes(name)),
      [],
    );
  });
});
