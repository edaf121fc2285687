import { window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { ProofKind } from '../../catalog/model';
import { proofKindOf } from '../../evidence/proofKindOf';
import { withNewProof } from '../../language/fixes/projectEdits';
import { localDay } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { editProjectFile } from '../project/editProjectFile';
import { t } from '../support/translate';
import { freePlace, isFile, proofFolderOf } from './proofFolder';

/** Lets the user choose the files of a proof, from the folder or from elsewhere. */
export async function chooseProofFilesOf(session: FolderSession, id: string): Promise<void> {
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    defaultUri: session.folder.uri,
    title: t('Files that prove {0}', id),
    openLabel: t('Declare as proofs'),
  });
  if (chosen !== undefined) {
    await addProofFiles(session, id, chosen);
  }
}

/**
 * Declares files as proofs of a requirement: one entry for each kind. Those outside the folder are copied into it when the user agrees; those that
 * are declared for it already are left out.
 */
export async function addProofFiles(session: FolderSession, id: string, uris: readonly Uri[]): Promise<void> {
  const files: Uri[] = [];
  for (const uri of uris) {
    if (await isFile(uri)) {
      files.push(uri);
    }
  }
  const outside = files.filter((uri) => session.pathOf(uri) === undefined);
  const inside = files.filter((uri) => !outside.includes(uri));
  const placed = [...inside, ...(await copied(session, id, outside))];
  const row = session.trace.requirement(id);
  const declared = new Set(row?.proofs.flatMap((proof) => proof.files.map(({ path }) => path.normalize('NFC'))));
  const byKind = new Map<ProofKind, { path: string; day: string }[]>();
  const expected = [
    ...(row?.requirement.proofs ?? []),
    ...(row?.requirement.scenarios ?? []).flatMap(({ proofs }) => proofs),
  ].map(({ kind }) => kind);
  for (const uri of placed) {
    const path = session.pathOf(uri);
    if (path !== undefined && !declared.has(path.normalize('NFC'))) {
      const { mtime } = await workspace.fs.stat(uri);
      const kind = proofKindOf(path, expected);
      byKind.set(kind, [...(byKind.get(kind) ?? []), { path, day: localDay(mtime) }]);
    }
  }
  if (byKind.size === 0) {
    void window.showInformationMessage(t('No file was declared for {0}.', id));
    return;
  }
  await editProjectFile(session, (text) =>
    [...byKind].reduce(
      (edit, [kind, own]) =>
        withNewProof(edit.text, {
          id,
          kind,
          files: own.map(({ path }) => path),
          // A file was established at the latest when it was written last.
          date:
            own
              .map(({ day }) => day)
              .sort()
              .at(-1) ?? localDay(Date.now()),
        }),
      { text },
    ),
  );
}

async function copied(session: FolderSession, id: string, outside: readonly Uri[]): Promise<Uri[]> {
  if (outside.length === 0) {
    return [];
  }
  const folder = await proofFolderOf(session, id);
  const copy = t('Copy');
  const answer = await window.showWarningMessage(
    t('Proofs are kept in the workspace folder, and some of these files are not there: {0}', outside.length),
    { modal: true, detail: t('Copy them to {0}?', session.pathOf(folder) ?? projectFile) },
    copy,
  );
  if (answer !== copy) {
    return [];
  }
  const copies: Uri[] = [];
  for (const uri of outside) {
    const place = await freePlace(folder, uri.path.slice(uri.path.lastIndexOf('/') + 1));
    await workspace.fs.copy(uri, place, { overwrite: false });
    copies.push(place);
  }
  return copies;
}
