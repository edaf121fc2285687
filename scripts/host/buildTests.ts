import { readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { root } from './paths';

const source = join(root, 'test', 'vscode');

const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  logLevel: 'warning',
};

/**
 * Bundles tests that run inside VS Code, one file for each, into `out/test`; returns the entry file.
 * @param folder `vscode`, on the demonstration, or `several`, on a workspace of several folders
 */
export async function buildVscodeTests(folder: 'vscode' | 'several' = 'vscode'): Promise<string> {
  const target = join(root, 'out', 'test', folder);
  await rm(target, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: [join(source, 'index.ts'), ...testsIn(join(root, 'test', folder))],
    outdir: target,
    entryNames: '[name]',
    platform: 'node',
    // What some packages have for Node asks for its parts in a way that cannot be bundled.
    mainFields: ['module', 'main'],
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return join(target, 'index.js');
}

/** Bundles tests for the browser's extension host, in the order of these folders of `test`, into one file, which it returns. */
export async function buildWebTests(...folders: readonly ('web' | 'vscode' | 'several')[]): Promise<string> {
  const outfile = join(root, 'out', 'test', `web-${folders.join('-')}`, 'index.js');
  const suites = folders
    .flatMap((folder) => testsIn(join(root, 'test', folder)))
    .filter((file) => !file.endsWith('.node.test.ts'));
  const required = suites.map((file) => `require(${JSON.stringify(file)});`).join('\n');
  await build({
    ...common,
    stdin: {
      contents: `import { runSuites } from './test/web/run';\nexport const run = () => runSuites(() => {\n${required}\n});`,
      resolveDir: root,
    },
    outfile,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [forBrowsers],
  });
  return outfile;
}

/** Files that end in `.node.test.ts` need Node: they stay out of the browser. */
function testsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

const forBrowsers: Plugin = {
  name: 'for-browsers',
  setup(build) {
    build.onResolve({ filter: /^node:assert\/strict$/ }, () => ({
      path: join(root, 'test', 'support', 'browserAssert.ts'),
    }));
    // Mocha's build for browsers would take our module for its own, and its `run` for ours.
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var module, exports, define;\n${await readFile(path, 'utf8')}`,
    }));
  },
};
