import { Range, workspace, WorkspaceEdit } from 'vscode';
import type { TextDocument, Uri } from 'vscode';
import { decodeText } from '../../base/decodeText';
import { openDocument } from './openDocument';
import { writeWhole } from './writeWhole';

/**
 * Writes a text file whole or not at all. A file that is open in an editor is changed there and saved, so that the change can be undone
 * and no unsaved text is lost.
 */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const open = openDocument(uri);
  if (open !== undefined && (open.isDirty || (await isAsOnDisk(open)))) {
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
    if (!(await workspace.applyEdit(edit)) || !(await open.save())) {
      throw new Error(uri.fsPath);
    }
    return;
  }
  await writeWhole(uri, new TextEncoder().encode(text));
}

/** VS Code keeps documents that no editor shows any more; one whose file changed or went away since would not be saved over it. */
async function isAsOnDisk(document: TextDocument): Promise<boolean> {
  const bytes = await workspace.fs.readFile(document.uri).then(
    (found) => found,
    () => undefined,
  );
  const decoded = bytes === undefined ? undefined : decodeText(bytes);
  return decoded !== undefined && 'text' in decoded && decoded.text === document.getText();
}
