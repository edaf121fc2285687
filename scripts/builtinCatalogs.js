/* Reads the catalogues that ship at build time, so that no start of the extension or of the command parses their YAML. */
const { readdirSync, readFileSync, mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const Module = require('node:module');
const esbuild = require('esbuild');

const root = join(__dirname, '..');

/** Writes `dist/builtin-catalogs.json`: for each `NAME.yaml` in requirements/, it and every `NAME.*.yaml`, as `loadCatalogFile` reads them. */
async function writeBuiltinCatalogs() {
  const loadCatalogFile = await loader();
  const files = readdirSync(join(root, 'requirements')).filter((file) => file.endsWith('.yaml'));
  const names = files.map((file) => file.slice(0, -'.yaml'.length)).filter((name) => !name.includes('.'));
  const catalogs = Object.fromEntries(
    names.map((name) => [
      name,
      files
        .filter((file) => file === `${name}.yaml` || file.startsWith(`${name}.`))
        .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
        .map((file) => read(loadCatalogFile, file)),
    ]),
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'builtin-catalogs.json'), JSON.stringify(catalogs));
}

function read(loadCatalogFile, file) {
  const name = `builtin:${file.slice(0, -'.yaml'.length)}`;
  const { catalog, problems } = loadCatalogFile(readFileSync(join(root, 'requirements', file), 'utf8'), name);
  if (catalog === undefined || problems.length > 0) {
    throw new Error(`requirements/${file}: ${JSON.stringify(problems[0])}`);
  }
  return catalog;
}

/** The loader itself is TypeScript: it is bundled and run in memory. */
async function loader() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src/catalog/loadCatalog.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  });
  const loaded = new Module('loadCatalog');
  loaded._compile(outputFiles[0].text, join(root, 'loadCatalog.js'));
  return loaded.exports.loadCatalogFile;
}

module.exports = { writeBuiltinCatalogs };
