import { Uri, workspace } from 'vscode';
import type { CatalogFile } from '../catalog/loadCatalog';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import type { Catalog } from '../catalog/model';
import type { BuiltinCatalog } from '../workspace/catalogFiles';

const defaultName = 'segur-v2';
const extensionOfFiles = '.yaml';

/** The catalogues that ship with the extension: `builtin:NAME` is `NAME.yaml` and every `NAME.*.yaml`, read at build time. */
export function shippedCatalogs(extensionUri: Uri): BuiltinCatalog {
  const file = Uri.joinPath(extensionUri, 'dist', 'builtin-catalogs.json');
  let read: Promise<Partial<Record<string, readonly CatalogFile[]>>> | undefined;
  return async (name) => {
    read ??= Promise.resolve(workspace.fs.readFile(file)).then(
      (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<string, readonly CatalogFile[]>>,
    );
    return (await read)[name];
  };
}

/** For windows without a folder: the FAQ can be read there too. */
export async function defaultCatalog(shipped: BuiltinCatalog): Promise<Catalog> {
  const files = (await shipped(defaultName)) ?? [];
  return mergeCatalogs(files.flatMap((file) => ('text' in file ? [] : [file]))).catalog;
}

/** Where a `builtin:` file of a catalogue can be opened; `undefined` for a file of the workspace. */
export function shippedCatalogUri(file: string, extensionUri: Uri): Uri | undefined {
  const name = /^builtin:([\w.-]+)$/u.exec(file)?.[1];
  return name === undefined ? undefined : Uri.joinPath(extensionUri, 'requirements', name + extensionOfFiles);
}
