import { Range, Selection, TextEditorRevealType, window, workspace, WorkspaceEdit } from 'vscode';
import type { TextDocument } from 'vscode';
import { editBetween } from '../../base/textEdit';
import type { ProjectEdit } from '../../language/fixes/projectEdits';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/**
 * Changes `segur.yaml` in its editor's text, so that one undo brings it back; the file is created where there is none. It is saved unless it held
 * unsaved changes or something is still to be filled in: that is then shown and selected.
 */
export async function editProjectFile(
  session: FolderSession,
  change: (text: string) => ProjectEdit,
): Promise<TextDocument> {
  const uri = session.uriOf(projectFile);
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const before = exists ? await workspace.openTextDocument(uri) : undefined;
  const wasDirty = before?.isDirty === true;
  const { text, select } = change(before?.getText() ?? '');
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
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(t('The file could not be changed.'));
  }
  const document = await workspace.openTextDocument(uri);
  if (select !== undefined) {
    const editor = await window.showTextDocument(document);
    const range = toRange(select);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  } else if (!wasDirty) {
    await document.save();
  }
  await session.files.reload();
  return document;
}
