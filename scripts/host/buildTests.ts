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

/** Bundles the tests that run inside VS Code, one file for each, into `out/test/vscode`; returns the entry file. */
export async function buildVscodeTests(): Promise<string> {
  const target = join(root, 'out', 'test', 'vscode');
  await rm(target, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: [join(source, 'index.ts'), ...testsIn(source)],
    outdir: target,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return join(target, 'index.js');
}

/** Bundles the same tests for the browser's extension host, and those of `test/web`, into one file, which it returns. */
export async function buildWebTests(): Promise<string> {
  const outfile = join(root, 'out', 'test', 'web', 'index.js');
  // Those of the browser first: they compare with what the command said of the folder as it was.
  const suites = [join(root, 'test', 'web'), source].flatMap(testsIn).filter((file) => !file.endsWith('.node.test.ts'));
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
