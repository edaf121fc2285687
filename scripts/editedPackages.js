/* What is taken out of packages as they are bundled: a bundle asks for nothing over a network, and makes no code out of text. */
const { readFileSync } = require('node:fs');

/** No such function: an error, should it ever be called after all. */
const none = 'notInThisBundle';

const edits = [
  {
    // The runtime is given its bytes and needs to fetch none; our grammars bring no JavaScript to be evaluated.
    filter: /tree-sitter-wasm[\\/]wasm[\\/]tree-sitter\.js$/,
    replace: [
      [/\bfetch\b(?=\(| ==)/g, none],
      [/\bXMLHttpRequest\b/g, none],
      [/\beval\(/g, `${none}(`],
    ],
    // It asks Node for its files, or the page for its own address, and fails in a worker that is neither.
    inBrowsers: [
      [/throw new Error\('Unable to determine script URL'\)/g, "return ''"],
      [/\bawait import\("[^"]+"\)/g, '{}'],
      [/\brequire\(/g, `${none}(`],
    ],
  },
  {
    // It can download what it reads.
    filter: /papaparse[\\/]papaparse(\.min)?\.js$/,
    replace: [[/\bXMLHttpRequest\b/g, none]],
  },
  {
    // It writes code that checks faster, where it may.
    filter: /zod[\\/]v4[\\/]core[\\/](util|doc)\.js$/,
    replace: [[/\bconst F = Function;/g, `const F = ${none};`]],
  },
  {
    // A command may have programs of their own as its subcommands; ours has none.
    filter: /commander[\\/]lib[\\/]command\.js$/,
    replace: [
      [/\brequire\('node:child_process'\)/g, '{}'],
      [/\bchildProcess\.spawn\(/g, `${none}(`],
    ],
  },
];

/**
 * @param {'node' | 'browser'} platform
 * @returns {import('esbuild').Plugin}
 */
// @segur ST.TRU.04
function editedPackages(platform) {
  return {
    name: 'edited-packages',
    setup(build) {
      for (const { filter, replace, inBrowsers = [] } of edits) {
        build.onLoad({ filter }, ({ path }) => {
          const wanted = [...replace, ...(platform === 'browser' ? inBrowsers : [])];
          return { contents: wanted.reduce((text, edit) => edited(path, text, edit), readFileSync(path, 'utf8')) };
        });
      }
      // Checks answers to questions that our server for agents never asks, with code that it writes itself.
      build.onResolve({ filter: /\/ajv-provider\.js$/ }, () => ({ path: require.resolve('./noSchemaValidator') }));
    },
  };
}

/** What a new version of a package words otherwise must be looked at again. */
function edited(path, text, [pattern, replacement]) {
  if (text.search(pattern) < 0) throw new Error(`${path} no longer holds ${pattern}: see scripts/editedPackages.js`);
  return text.replace(pattern, replacement);
}

module.exports = { editedPackages };
