import { FileSystemError, workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { IdsOfFile } from '../../language/occurrences/definition';
import { yamlIds, type YamlFileKind, type YamlId } from '../../language/yamlIds';
import { decodeText } from '../../base/decodeText';
import type { FolderSession } from '../folderSession';
import { catalogScheme, projectFile } from '../ids';
import { ShippedCatalogTexts, shippedCatalogUri } from '../shippedCatalogs';
import { openDocument } from '../support/openDocument';
import { yamlIdsOf } from './yamlFiles';

/** The ids of a YAML file of a folder, with its place in VS Code. */
export interface YamlText extends IdsOfFile {
  readonly uri: Uri;
  readonly kind: YamlFileKind;
  /** It comes with the extension: nobody can change it. */
  readonly shipped: boolean;
}

/**
 * The catalogues and the project files of folders, as they stand: the text of an editor before what is on disk, the catalogues that ship as read-only
 * documents. A text is read for its ids again when it is another.
 */
export class YamlTexts implements Disposable {
  readonly #shipped: ShippedCatalogTexts;
  readonly #provider: Disposable;
  readonly #known = new Map<string, { readonly text: string; readonly ids: readonly YamlId[] }>();

  constructor(extensionUri: Uri) {
    this.#shipped = new ShippedCatalogTexts(extensionUri);
    this.#provider = workspace.registerTextDocumentContentProvider(catalogScheme, this.#shipped);
  }

  /** In the folder's order, the later ones complete the earlier ones; those that cannot be read are left out. */
  async catalogsOf(session: FolderSession): Promise<readonly YamlText[]> {
    const files = session.catalog.catalogs.map(({ file }) => file);
    const texts = await Promise.all(
      files.map((file) => {
        const shipped = shippedCatalogUri(file);
        return this.#read(file, shipped ?? session.uriOf(file), 'catalog', shipped !== undefined);
      }),
    );
    return texts.filter((text) => text !== undefined);
  }

  async projectOf(session: FolderSession): Promise<YamlText | undefined> {
    return session.files.hasProjectFile
      ? this.#read(projectFile, session.uriOf(projectFile), 'project', false)
      : undefined;
  }

  dispose(): void {
    this.#provider.dispose();
    this.#known.clear();
  }

  async #read(file: string, uri: Uri, kind: YamlFileKind, shipped: boolean): Promise<YamlText | undefined> {
    const open = openDocument(uri);
    if (open !== undefined) {
      return { file, uri, kind, shipped, ids: yamlIdsOf(open, kind) };
    }
    const key = uri.toString();
    const before = this.#known.get(key);
    // What ships stays as it is.
    if (shipped && before !== undefined) {
      return { file, uri, kind, shipped, ids: before.ids };
    }
    const text = shipped ? await this.#shipped.provideTextDocumentContent(uri) : await textOf(uri);
    if (text === undefined) {
      this.#known.delete(key);
      return undefined;
    }
    const ids = before?.text === text ? before.ids : yamlIds(text, kind);
    this.#known.set(key, { text, ids });
    return { file, uri, kind, shipped, ids };
  }
}

async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    const decoded = decodeText(await workspace.fs.readFile(uri));
    return 'text' in decoded ? decoded.text : undefined;
  } catch (error) {
    // Gone in the meantime, or closed to us: the problems of the folder say so.
    if (error instanceof FileSystemError) {
      return undefined;
    }
    throw error;
  }
}
