import { window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { pushTo } from '../../base/pushTo';
import type { ProofKind } from '../../catalog/model';
import { proofKindOf } from '../../evidence/proofKindOf';
import { withNewProof } from '../../language/fixes/projectEdits';
import { dayWritten } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { editProjectFile } from '../project/editProjectFile';
import { t } from '../support/translate';
import { askName } from './author';
import { copied, filesToKeep } from './filesToKeep';

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
 * are declared for it already are left out, as are links that lead out of the folder.
 */
export async function addProofFiles(session: FolderSession, id: string, uris: readonly Uri[]): Promise<void> {
  const declared = new Set(
    session.trace.requirement(id)?.proofs.flatMap((proof) => proof.files.map(({ path }) => path.normalize('NFC'))),
  );
  const isNew = (uri: Uri): boolean => !declared.has((session.pathOf(uri) ?? uri.toString()).normalize('NFC'));
  const { inside, outside, linked } = await filesToKeep(session, id, uris.filter(isNew));
  if (inside.length + outside.length === 0) {
    if (linked.length === 0) {
      void window.showInformationMessage(t('No file was declared for {0}.', id));
    }
    return;
  }
  const author = await askName(session, {
    title: t('Proof of {0}', id),
    prompt: t('Who established it'),
    usual: session.files.project.proofs.findLast((proof) => proof.author !== undefined)?.author,
  });
  if (author !== undefined) {
    await declareProofs(session, id, [...inside, ...(await copied(session, id, outside))], author);
  }
}

async function declareProofs(session: FolderSession, id: string, files: readonly Uri[], author: string): Promise<void> {
  const { proofs = [], scenarios = [] } = session.trace.requirement(id)?.requirement ?? {};
  const expected = [...proofs, ...scenarios.flatMap((scenario) => scenario.proofs)].map(({ kind }) => kind);
  const byKind = new Map<ProofKind, { path: string; time: number }[]>();
  for (const uri of files) {
    const path = session.pathOf(uri);
    if (path !== undefined) {
      const { mtime } = await workspace.fs.stat(uri);
      pushTo(byKind, proofKindOf(path, expected), { path, time: mtime });
    }
  }
  await editProjectFile(session, (text) =>
    [...byKind].reduce(
      (edit, [kind, own]) =>
        withNewProof(edit.text, {
          id,
          kind,
          files: own.map(({ path }) => path),
          // A file was established at the latest when it was written last.
          date: dayWritten(
            own.map(({ time }) => time),
            Date.now(),
          ),
          ...(author === '' ? {} : { author }),
        }),
      { text },
    ),
  );
}
