import { workspace, WorkspaceEdit } from 'vscode';
import { formerIdOf } from '../../language/fixes/formerId';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** Writes a former id among the aliases of a requirement, into the catalogue that has it. Saved unless it held unsaved changes. */
export async function confirmFormerId(
  session: FolderSession,
  { former, now }: { readonly former: string; readonly now: string },
): Promise<void> {
  // The user's own catalogues complete those that ship.
  const files = session.catalog.catalogs.map(({ file }) => file).filter((file) => !file.startsWith('builtin:'));
  for (const file of files.reverse()) {
    const document = await workspace.openTextDocument(session.uriOf(file));
    const wasDirty = document.isDirty;
    const found = formerIdOf(document.getText(), now, former);
    if (found !== undefined) {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, toRange(found.range), found.newText);
      if (!(await workspace.applyEdit(edit))) {
        throw new Error(t('The file could not be changed.'));
      }
      if (!wasDirty) {
        await document.save();
      }
      return;
    }
  }
  throw new Error(t('No catalogue of this folder that can be changed has {0}.', now));
}
