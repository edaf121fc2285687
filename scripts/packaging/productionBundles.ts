import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../host/paths';

/** A bundle as it is published. */
export interface Bundle {
  /** Path in `dist`. */
  readonly name: string;
  readonly text: string;
  /** Modules that it asks its host for. */
  readonly imports: readonly string[];
  /** Files of which something is in it. */
  readonly sources: readonly string[];
  readonly platform: BuildOptions['platform'];
}

const { builds, writeData } = createRequire(__filename)('../../esbuild.js') as {
  readonly builds: readonly BuildOptions[];
  readonly writeData: () => Promise<void>;
};

/** Builds everything as it is published, in memory. */
export async function productionBundles(): Promise<readonly Bundle[]> {
  return (await Promise.all(builds.map(bundlesOf))).flat();
}

/** Puts what was built, and the data that it reads, into `dist`. */
export async function writeBundles(bundles: readonly Bundle[]): Promise<void> {
  await writeData();
  for (const { name, text } of bundles) {
    const file = join(root, 'dist', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

async function bundlesOf(options: BuildOptions): Promise<Bundle[]> {
  const outdir = join(root, 'dist');
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    outdir,
    write: false,
    metafile: true,
    sourcemap: false,
    minify: true,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => {
    const { imports = [], inputs = {} } = metafile.outputs[relative(root, path).replaceAll('\\', '/')] ?? {};
    return {
      name: relative(outdir, path).replaceAll('\\', '/'),
      text,
      imports: imports.map((each) => each.path),
      sources: Object.entries(inputs).flatMap(([source, { bytesInOutput }]) => (bytesInOutput > 0 ? [source] : [])),
      platform: options.platform,
    };
  });
}
