import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { withNewProof } from '../../language/fixes/projectEdits';
import { withRenewal } from '../../language/fixes/renewal';
import { scaffold, scaffoldKinds, type ScaffoldKind } from '../../report/scaffold/scaffold';
import { localClock } from '../../workspace/localClock';
import type { FolderSession } from '../folderSession';
import { editProjectFile } from '../project/editProjectFile';
import { isFile } from '../support/exists';
import { t } from '../support/translate';
import { writableProofFolder } from './proofFolder';

const KINDS: readonly ScaffoldKind[] = ['documentation', 'attestation', 'capture'];

/**
 * Begins a proof document beside the requirement's other proofs, declares it and opens it. One that is there already is opened as it is. The list of
 * captures is a help and no proof, so it is not declared.
 * @param asked without it the user chooses
 * @param index of the entry of `proofs` whose file it becomes; without it, the document gets an entry of its own
 */
export async function createProofDocument(
  session: FolderSession,
  id: string,
  asked: unknown,
  index?: number,
): Promise<void> {
  const row = session.trace.requirement(id);
  const kind =
    row === undefined ? undefined : (KINDS.find((one) => one === asked) ?? (await chooseKind(id, scaffoldKinds(row))));
  if (row === undefined || kind === undefined) {
    return;
  }
  const { product, proofs } = session.files.project;
  const authors = new Set(proofs.flatMap(({ author }) => author ?? []));
  const [author] = authors.size === 1 ? authors : [];
  const today = localClock.today();
  const { name, text } = scaffold(row, kind, { product, today, ...(author === undefined ? {} : { author }) });
  const uri = Uri.joinPath(await writableProofFolder(session, id), name);
  const isThere = await isFile(uri);
  if (isThere) {
    void window.showInformationMessage(t('{0} exists already: it was left as it is.', name));
  } else {
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { contents: new TextEncoder().encode(text) });
    if (!(await workspace.applyEdit(edit))) {
      throw new Error(t('The file could not be written.'));
    }
  }
  const path = session.pathOf(uri);
  if (path !== undefined && index !== undefined) {
    await editProjectFile(session, (before) => withRenewal(before, index, { date: today, files: [path] }));
  } else if (path !== undefined && !isThere && kind !== 'capture') {
    await editProjectFile(session, (before) =>
      withNewProof(before, {
        id,
        kind,
        files: [path],
        date: today,
        ...(author === undefined ? {} : { author }),
        ...(product.version === undefined ? {} : { version: product.version }),
      }),
    );
  }
  await window.showTextDocument(uri);
}

async function chooseKind(id: string, usual: readonly ScaffoldKind[]): Promise<ScaffoldKind | undefined> {
  const labels: Readonly<Record<ScaffoldKind, string>> = {
    documentation: t('Documentation: a heading for each point of the checklist'),
    attestation: t('Attestation'),
    capture: t('List of the screenshots and videos to take'),
  };
  const kinds = [...usual, ...KINDS.filter((kind) => !usual.includes(kind))];
  const choice = await window.showQuickPick(
    kinds.map((name) => ({ label: labels[name], description: usual.includes(name) ? t('expected') : '', name })),
    { title: t('Create a proof document for {0}', id), placeHolder: t('Which kind of document?') },
  );
  return choice?.name;
}
