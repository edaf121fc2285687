import { FileType, Uri, workspace } from 'vscode';
import { loadCatalogFile } from '../catalog/loadCatalog';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import type { Catalog } from '../catalog/model';
import type { BuiltinCatalog, TextFile } from '../workspace/catalogFiles';

const defaultName = 'segur-v2';
const extensionOfFiles = '.yaml';

/** The catalogues that ship with the extension: `builtin:NAME` is `NAME.yaml` and, after it, every `NAME.*.yaml`. */
export function shippedCatalogs(extensionUri: Uri): BuiltinCatalog {
  const folder = Uri.joinPath(extensionUri, 'requirements');
  return async (name) => {
    const names = (await workspace.fs.readDirectory(folder))
      .filter(([file, type]) => type === FileType.File && belongsTo(file, name))
      .map(([file]) => file)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const files = await Promise.all(
      names.map(async (file): Promise<TextFile> => ({
        file: `builtin:${file.slice(0, -extensionOfFiles.length)}`,
        text: new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, file))),
      })),
    );
    return files.length === 0 ? undefined : files;
  };
}

/** For windows without a folder: the FAQ can be read there too. */
export async function defaultCatalog(shipped: BuiltinCatalog): Promise<Catalog> {
  const files = (await shipped(defaultName)) ?? [];
  return mergeCatalogs(files.flatMap(({ file, text }) => loadCatalogFile(text, file).catalog ?? [])).catalog;
}

/** Where a `builtin:` file of a catalogue can be opened; `undefined` for a file of the workspace. */
export function shippedCatalogUri(file: string, extensionUri: Uri): Uri | undefined {
  const name = /^builtin:([\w.-]+)$/u.exec(file)?.[1];
  return name === undefined ? undefined : Uri.joinPath(extensionUri, 'requirements', name + extensionOfFiles);
}

function belongsTo(file: string, name: string): boolean {
  return file.endsWith(extensionOfFiles) && (file === name + extensionOfFiles || file.startsWith(`${name}.`));
}
