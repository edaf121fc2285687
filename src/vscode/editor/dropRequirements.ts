import { DocumentDropEdit, DocumentDropOrPasteEditKind, languages, Position, WorkspaceEdit } from 'vscode';
import type { CancellationToken, DataTransfer, DocumentDropEditProvider, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { draggedIds, droppedMimes } from '../draggedRequirements';
import { projectFile } from '../ids';
import type { Located, Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { annotationsAt } from './annotationAt';

const kind = DocumentDropOrPasteEditKind.Empty.append('segur', 'annotation');

/** Requirements dropped from the tree onto code annotate the code there; onto `segur.yaml`, they are written as ids. One undo takes all back. */
export function registerDropRequirements(sessions: Sessions, reporter: ErrorReporter): Disposable {
  const provider: DocumentDropEditProvider = {
    async provideDocumentDropEdits(
      document: TextDocument,
      position: Position,
      transfer: DataTransfer,
      token: CancellationToken,
    ): Promise<DocumentDropEdit | undefined> {
      const located = sessions.of(document);
      const ids = located === undefined ? [] : await draggedIds(transfer);
      if (located === undefined || ids.length === 0 || token.isCancellationRequested) {
        return undefined;
      }
      try {
        return located.path === projectFile
          ? new DocumentDropEdit(ids.join(', '), t('Insert the id'), kind)
          : await annotationDrop(document, position, located, ids, reporter);
      } catch (error) {
        reporter.show(t('The annotation could not be written'), error);
        return undefined;
      }
    },
  };
  return languages.registerDocumentDropEditProvider({ pattern: '**' }, provider, {
    dropMimeTypes: droppedMimes,
    providedDropEditKinds: [kind],
  });
}

/** `undefined` where no annotation can stand (JSON, say): VS Code then inserts the ids as text, where they were dropped. */
async function annotationDrop(
  document: TextDocument,
  position: Position,
  located: Located,
  ids: readonly string[],
  reporter: ErrorReporter,
): Promise<DocumentDropEdit | undefined> {
  const [result] = await annotationsAt(document, located, { ids, lines: [position.line] });
  if (result === undefined || result.kind === 'no-comment-syntax') {
    return undefined;
  }
  // The annotation has a place of its own: nothing is inserted where the pointer was.
  const drop = new DocumentDropEdit('', t('Annotate the code'), kind);
  if (result.kind === 'insert') {
    const { line, character } = result.insertion.position;
    drop.additionalEdit = new WorkspaceEdit();
    drop.additionalEdit.insert(document.uri, new Position(line, character), result.insertion.newText);
  } else {
    reporter.tell(t('This code is annotated with {0} already.', ids.join(', ')));
  }
  return drop;
}
