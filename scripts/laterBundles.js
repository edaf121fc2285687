/*
 * What the extension and the command ask for with `import()` comes in bundles of its own, so that a start need not read it: in Node alone, since the
 * extension host of browsers loads a single file.
 */
const { join } = require('node:path');

const root = join(__dirname, '..');

/** Entry points, by the name of the bundle in `dist`. */
const later = {
  'later/fillWork': 'src/vscode/fill/fillWork.ts',
  'later/formats': 'src/report/formats.ts',
  'later/faqDocument': 'src/vscode/faq/faqDocument.tsx',
  'later/importFlow': 'src/vscode/import/importFlow.ts',
  'later/mcp': 'src/cli/mcp/serve.ts',
  'later/packWork': 'src/vscode/packWork.node.ts',
  'later/unitsInHost': 'src/vscode/unitsInHost.ts',
};

const bundleOf = new Map(Object.entries(later).map(([name, file]) => [join(root, file), `./${name}.js`]));

/** @type {import('esbuild').Plugin} */
const loadedLater = {
  name: 'loaded-later',
  setup(build) {
    build.onResolve({ filter: /^\./ }, async ({ path, kind, pluginData, ...place }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolving') {
        return undefined;
      }
      const resolved = await build.resolve(path, { ...place, kind, pluginData: 'resolving' });
      const bundle = bundleOf.get(resolved.path);
      if (bundle === undefined) {
        return { errors: [{ text: `${path} is imported later, but is no entry of scripts/laterBundles.js` }] };
      }
      return { path: bundle, external: true };
    });
  },
};

module.exports = { later, loadedLater };
