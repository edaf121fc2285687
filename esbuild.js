/* Bundles of the extension (for Node and for browsers), the command and the workers; `--watch` for development, `--production` for packages. */
const esbuild = require('esbuild');
const { copyGrammars } = require('./scripts/grammars');
const { editedPackages } = require('./scripts/editedPackages');
const { writeBuiltinCatalogs } = require('./scripts/builtinCatalogs');
const { later, loadedLater } = require('./scripts/laterBundles');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'node20',
  platform: 'node',
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'info',
  // The ES module builds tree-shake; the CommonJS ones of the same packages do not.
  mainFields: ['module', 'main'],
  // For Node this one offers CommonJS alone; its ES modules, the same code, load in half the time.
  alias: {
    yaml: require.resolve('yaml').replace(/dist[\\/]index\.js$/, 'browser/dist/index.js'),
    'buffer-crc32': require.resolve('./scripts/nativeCrc32'),
  },
  plugins: [editedPackages('node')],
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...common,
    entryPoints: { extension: 'src/vscode/extension.node.ts' },
    outdir: 'dist',
    supported: { 'dynamic-import': false },
    plugins: [...common.plugins, loadedLater],
  },
  { ...common, entryPoints: later, outdir: 'dist' },
  {
    ...common,
    entryPoints: { 'web/extension': 'src/vscode/extension.browser.ts' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    plugins: [editedPackages('browser')],
  },
  { ...common, entryPoints: { 'scan-worker': 'src/workspace/scanWorker.node.ts' }, outdir: 'dist' },
  { ...common, entryPoints: { 'unit-worker': 'src/workspace/unitWorker.node.ts' }, outdir: 'dist' },
  {
    ...common,
    entryPoints: { 'segur-trace': 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    supported: { 'dynamic-import': false },
    plugins: [...common.plugins, loadedLater],
  },
];

/** What the bundles read beside them. */
async function writeData() {
  await writeBuiltinCatalogs();
  copyGrammars();
}

async function main() {
  await writeData();
  if (watch) {
    const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
    await Promise.all(contexts.map((context) => context.watch()));
  } else {
    await Promise.all(builds.map((build) => esbuild.build(build)));
  }
}

module.exports = { builds, writeData };

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
