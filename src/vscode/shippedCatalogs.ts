import { FileSystemError, Uri, workspace } from 'vscode';
import type { TextDocumentContentProvider } from 'vscode';
import type { CatalogFile } from '../catalog/loadCatalog';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import type { Catalog } from '../catalog/model';
import type { BuiltinCatalog } from '../workspace/catalogFiles';
import { catalogScheme } from './ids';

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

/** Where a `builtin:` file of a catalogue can be read; `undefined` for a file of the workspace. */
export function shippedCatalogUri(file: string): Uri | undefined {
  const name = SHIPPED.exec(file)?.[1];
  return name === undefined ? undefined : Uri.from({ scheme: catalogScheme, path: `/${name}${extensionOfFiles}` });
}

/** The `builtin:` file that is read at such a place; `undefined` for any other. */
export function shippedCatalogFile({ scheme, path }: Uri): string | undefined {
  const file = `builtin:${path.slice(1, -extensionOfFiles.length)}`;
  return scheme === catalogScheme && path.endsWith(extensionOfFiles) && SHIPPED.test(file) ? file : undefined;
}

const SHIPPED = /^builtin:([\w-][\w.-]*)$/u;

/** The texts of the catalogues that ship: as documents that nobody can change, since a change would have no effect. */
export class ShippedCatalogTexts implements TextDocumentContentProvider {
  readonly #folder: Uri;

  constructor(extensionUri: Uri) {
    this.#folder = Uri.joinPath(extensionUri, 'requirements');
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const file = shippedCatalogFile(uri);
    if (file === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    const name = file.slice('builtin:'.length) + extensionOfFiles;
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, name)));
  }
}
