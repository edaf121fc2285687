import { Range, workspace, WorkspaceEdit } from 'vscode';
import type { Uri } from 'vscode';
import { writeWhole } from './writeWhole';

/**
 * Writes a text file whole or not at all. A file that is open in an editor is changed there and saved, so that the change can be undone
 * and no unsaved text is lost.
 */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) {
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
    if (!(await workspace.applyEdit(edit)) || !(await open.save())) {
      throw new Error(uri.fsPath);
    }
    return;
  }
  await writeWhole(uri, new TextEncoder().encode(text));
}
