import { workspace } from 'vscode';
import type { NotebookDocument, Position, TextDocument } from 'vscode';
import { askedInCode, askedInYaml, type AskedId } from '../../language/occurrences/askedId';
import type { TextIds } from '../../language/occurrences/highlights';
import { idAt } from '../../language/yamlIds';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { shippedCatalogFile } from '../shippedCatalogs';
import { yamlFileOf, yamlIdsOf } from './yamlFiles';

/** The id at a place of a document, with the folder that it is asked in and all that the document says. */
export interface AskedAt {
  readonly session: FolderSession;
  readonly asked: AskedId;
  readonly text: TextIds;
}

/** `undefined` where no id of ours stands; at once in files that say nothing. */
export function askedAt(
  sessions: Sessions,
  documents: DocumentSync,
  document: TextDocument,
  position: Position,
): AskedAt | undefined {
  const read = textIdsOf(sessions, documents, document);
  if (read === undefined) {
    return undefined;
  }
  const { session, text } = read;
  const { catalog } = session;
  const yaml = idAt(text.yaml, position);
  const asked =
    yaml === undefined
      ? text.annotations && askedInCode(text.annotations, position, catalog)
      : askedInYaml(yaml, catalog);
  return asked === undefined ? undefined : { session, asked, text };
}

function textIdsOf(
  sessions: Sessions,
  documents: DocumentSync,
  document: TextDocument,
): { readonly session: FolderSession; readonly text: TextIds } | undefined {
  const shipped = shippedCatalogFile(document.uri);
  if (shipped !== undefined) {
    const session = sessions.all.find(({ catalog }) => catalog.catalogs.some(({ file }) => file === shipped));
    return session && { session, text: { annotations: undefined, yaml: yamlIdsOf(document, 'catalog') } };
  }
  const notebook = notebookOf(document);
  const located = notebook === undefined ? sessions.of(document) : sessions.locate(notebook.uri);
  const file = yamlFileOf(sessions, document);
  const yaml = file === undefined ? [] : yamlIdsOf(document, file.kind);
  if (located === undefined) {
    return file && { session: file.session, text: { annotations: undefined, yaml } };
  }
  const { session, path } = located;
  documents.flush();
  const annotations =
    notebook === undefined
      ? session.files.annotationsOf(path)
      : session.files.annotationsIn(path, document.getText(), document.languageId);
  return annotations === undefined && file === undefined
    ? undefined
    : { session: file?.session ?? session, text: { annotations, yaml } };
}

/** A cell of a notebook is a document of its own, in the place of its notebook. */
function notebookOf(document: TextDocument): NotebookDocument | undefined {
  return document.uri.scheme === 'vscode-notebook-cell'
    ? workspace.notebookDocuments.find((one) => one.getCells().some((cell) => cell.document === document))
    : undefined;
}
