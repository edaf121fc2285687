import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './paths';
import { run } from './processes';

const hour = 3_600_000;

/**
 * Installs one npm package, with no install script run, in a folder of the cache, once.
 *
 * The work is done in a folder beside it, renamed at the end: an interrupted install leaves nothing half done, and of
 * two at the same time the first one to finish stays.
 * @param finish what to do in the new folder before it counts as installed
 * @returns the folder that holds `node_modules`
 */
export async function installInCache(
  name: string,
  version: string,
  finish: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const target = join(cacheFolder, 'npm', `${name.replaceAll('/', '+')}-${version}`);
  if (existsSync(target)) return target;
  const parent = join(cacheFolder, 'npm');
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);

  console.log(`Installing ${name} ${version} from npm into .vscode-test (once) …`);
  const started = Date.now();
  const work = await mkdtemp(join(parent, 'installing-'));
  try {
    await writeFile(join(work, 'package.json'), '{ "private": true }\n');
    await npmInstall(work, [`${name}@${version}`]);
    await finish(work);
    await rename(work, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log(`Installed ${name} ${version} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  return target;
}

/**
 * `npm install` in a folder, production dependencies only, no scripts.
 * @throws Error with npm's last lines when it fails
 */
export async function npmInstall(folder: string, packages: readonly string[] = []): Promise<void> {
  const args = [
    'install',
    ...packages,
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
  ];
  const result = await runNpm([...args, '--loglevel=error'], folder);
  if (result.status !== 0) {
    const lines = result.output.trim().split('\n').slice(-12).join('\n');
    throw new Error(`npm could not install ${packages.join(' ') || `the dependencies in ${folder}`}:\n${lines}`);
  }
}

/** npm with these arguments, the one that runs this script if one does. */
export function runNpm(args: readonly string[], cwd: string): ReturnType<typeof run> {
  const environment = withoutOuterNpm(process.env);
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], { cwd, env: environment });
  return run('npm', args, { cwd, env: environment, shell: process.platform === 'win32' });
}

/**
 * The environment without what an outer `npm run` says about its own project, which an inner npm would obey
 * (prefix, omit, workspaces, …). How registries are reached (registry, proxy, certificates, cache) stays.
 */
export function withoutOuterNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept =
    /^npm_config_(.*registry|.*proxy|cafile|ca|cert|key|strict_ssl|cache|userconfig|globalconfig|fetch_.*|offline|prefer_o.*)$/i;
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) =>
        !(/^npm_/i.test(name) && !kept.test(name)) && !['NODE_ENV', 'INIT_CWD', 'NODE_OPTIONS'].includes(name),
    ),
  );
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = join(parent, name);
    if (name.startsWith('installing-') && Date.now() - (await stat(folder)).mtimeMs > hour) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
