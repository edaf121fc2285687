import { Range, Selection, TextEditorRevealType, window, workspace, WorkspaceEdit } from 'vscode';
import type { TextDocument } from 'vscode';
import { editBetween } from '../../base/textEdit';
import type { ProjectEdit } from '../../language/fixes/projectEdits';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { exists } from '../support/exists';
import { inTurn } from '../support/inTurn';
import { refuseLeadingOut } from '../support/leadsOut';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { firstProject } from './firstProject';

/** How often an edit is made anew that somebody who typed meanwhile made useless. */
const TRIES = 3;

/**
 * Changes `segur.yaml` in its editor's text, so that one undo brings it back; where there is none, one that explains itself is begun. It is saved unless it held
 * unsaved changes or something is still to be filled in: that is then shown and selected. Two changes at once are made one after the other, each on
 * what the other one left.
 */
export function editProjectFile(session: FolderSession, change: (text: string) => ProjectEdit): Promise<TextDocument> {
  return inTurn(session, () => edited(session, change));
}

async function edited(session: FolderSession, change: (text: string) => ProjectEdit): Promise<TextDocument> {
  await refuseLeadingOut(session, projectFile);
  for (let tries = 1; ; tries++) {
    const before = await projectDocument(session);
    const wasDirty = before?.isDirty === true;
    const { text, select } = change(before?.getText() ?? (await firstProject(session)));
    if (await workspace.applyEdit(editTo(session, before, text))) {
      const document = await workspace.openTextDocument(session.uriOf(projectFile));
      await finish(document, select, wasDirty);
      await session.files.reload();
      return document;
    }
    if (tries === TRIES) {
      throw new Error(t('The file could not be changed.'));
    }
  }
}

/** `undefined` where there is no file yet. */
async function projectDocument(session: FolderSession): Promise<TextDocument | undefined> {
  const uri = session.uriOf(projectFile);
  return (await exists(uri)) ? workspace.openTextDocument(uri) : undefined;
}

function editTo(session: FolderSession, before: TextDocument | undefined, text: string): WorkspaceEdit {
  const uri = session.uriOf(projectFile);
  const edit = new WorkspaceEdit();
  if (before === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  } else {
    const replaced = editBetween(before.getText(), text);
    edit.replace(
      uri,
      replaced === undefined ? new Range(0, 0, 0, 0) : toRange(replaced.range),
      replaced?.newText ?? '',
    );
  }
  return edit;
}

async function finish(document: TextDocument, select: ProjectEdit['select'], wasDirty: boolean): Promise<void> {
  if (select !== undefined) {
    const editor = await window.showTextDocument(document);
    const range = toRange(select);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  } else if (!wasDirty) {
    await document.save();
  }
}
