import { dirname, join, delimiter } from 'node:path';
import { existsSync } from 'node:fs';
import { installInCache, withoutOuterNpm } from './npmInstall';
import { nodeMajor, nodePackages } from './versions';

/**
 * The Node that the VS Code server and the packager need: the running one if it fits, else npm's.
 * @returns path of the binary
 */
export async function nodeForTools(major = nodeMajor): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = nodePackages[`${major}-${platform}`];
  if (!wanted)
    throw new Error(`No Node ${major} of npm is known for ${platform}: run this with Node ${major} installed.`);
  const folder = join(await installInCache(wanted.name, wanted.version), 'node_modules', wanted.name, 'bin');
  const binary = [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path));
  if (binary === undefined) throw new Error(`${wanted.name} ${wanted.version} holds no Node binary.`);
  return binary;
}

/** This process's environment with that Node first on the PATH, and no trace of an outer npm. */
export function environmentFor(node: string): NodeJS.ProcessEnv {
  const environment = withoutOuterNpm(process.env);
  return { ...environment, PATH: `${dirname(node)}${delimiter}${environment['PATH'] ?? ''}` };
}
