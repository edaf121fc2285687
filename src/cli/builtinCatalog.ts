import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogFile } from '../catalog/loadCatalog';
import type { BuiltinCatalog } from '../workspace/catalogFiles';

let shipped: Promise<Partial<Record<string, readonly CatalogFile[]>>> | undefined;

/** The catalogues that ship stand beside the bundle, read at build time. */
export const builtinCatalog: BuiltinCatalog = async (name) => {
  shipped ??= readFile(join(__dirname, 'builtin-catalogs.json'), 'utf8').then(
    (text) => JSON.parse(text) as Partial<Record<string, readonly CatalogFile[]>>,
  );
  return (await shipped)[name];
};
