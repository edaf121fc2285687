import { window, workspace, WorkspaceEdit } from 'vscode';
import type { Uri } from 'vscode';
import { render } from '../../base/message';
import { editBetween, type TextEdit } from '../../base/textEdit';
import { LOCK_FILE } from '../../evidence/lock';
import { DEFAULT_NAMING, parseNaming, type NamingRule } from '../../evidence/proofNaming';
import { filesOfEntry, planProofRenaming } from '../../language/fixes/proofRenaming';
import { lockPathEdits, type FileRename } from '../../language/rename/lockPathEdits';
import { editableText } from '../editor/rename/editableText';
import type { FolderSession } from '../folderSession';
import { projectFile, Setting } from '../ids';
import type { ErrorReporter } from '../support/errorReporter';
import { inTurn } from '../support/inTurn';
import { refuseLeadingOut } from '../support/leadsOut';
import { openDocument } from '../support/openDocument';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { indexIn, type ProofInText } from './proofAt';

/** The project's rule for names of proofs. Throws when the setting is no rule. */
export function namingRule(session: FolderSession): NamingRule {
  const written = workspace.getConfiguration(undefined, session.folder).get<unknown>(Setting.ProofNaming);
  const rule = parseNaming(typeof written === 'string' ? written : DEFAULT_NAMING);
  if (rule === undefined) {
    throw new Error(t('{0} is no rule for names: {1}', Setting.ProofNaming, String(written)));
  }
  return rule;
}

/**
 * Gives the files of a proof the names of the project's rule; `segur.yaml` and `segur.lock.json` follow. All of it is one edit of the workspace, which
 * one undo takes back.
 */
export function renameProofFiles(proof: ProofInText, reporter: ErrorReporter): Promise<void> {
  return inTurn(proof.session, () => renamed(proof, reporter));
}

async function renamed(proof: ProofInText, reporter: ErrorReporter): Promise<void> {
  const { session, entry } = proof;
  // News of the disk may still be on their way.
  await session.files.reload();
  const text = (await workspace.openTextDocument(session.uriOf(projectFile))).getText();
  const index = indexIn(text, proof);
  const proofFiles = [...new Set(session.files.proofs.flatMap(({ files }) => files.map(({ path }) => path)))];
  const plan = planProofRenaming({
    text,
    index,
    rule: namingRule(session),
    catalog: session.catalog,
    product: session.trace.product,
    proofFiles,
    present: await neighbours(session, filesOfEntry(entry, proofFiles)),
  });
  switch (plan.kind) {
    case 'refused':
      reporter.tell(render(t, plan.why));
      return;
    case 'named':
      void window.showInformationMessage(t('Its files follow the naming rule already.'));
      return;
    case 'planned':
      await carryOut(session, plan.renames, editBetween(text, plan.text));
      window.setStatusBarMessage(t('Files renamed: {0}', plan.renames.length), 8000);
  }
}

/** All that stands in the folders of some files. */
async function neighbours(session: FolderSession, files: readonly string[]): Promise<string[]> {
  const folders = new Set(files.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const found = await Promise.all(
    [...folders].map(async (folder) => {
      await refuseLeadingOut(session, folder.replace(/\/$/u, ''));
      const entries = await workspace.fs.readDirectory(folder === '' ? session.folder.uri : session.uriOf(folder));
      return entries.map(([name]) => `${folder}${name}`);
    }),
  );
  return found.flat();
}

async function carryOut(session: FolderSession, renames: readonly FileRename[], change: TextEdit | undefined) {
  const project = session.uriOf(projectFile);
  const lock = session.uriOf(LOCK_FILE);
  const locked = await editableText(lock);
  const lockEdits = typeof locked === 'string' ? [] : lockPathEdits(locked.text, renames);
  const texts: readonly (readonly [Uri, readonly TextEdit[]])[] = [
    [project, change === undefined ? [] : [change]],
    [lock, lockEdits],
  ];
  const edit = new WorkspaceEdit();
  for (const { from, to } of renames) {
    edit.renameFile(session.uriOf(from), session.uriOf(to), { overwrite: false });
  }
  for (const [uri, edits] of texts) {
    edits.forEach(({ range, newText }) => edit.replace(uri, toRange(range), newText));
  }
  // What held unsaved changes is left for its author to save.
  const saved = texts.filter(([uri, edits]) => edits.length > 0 && openDocument(uri)?.isDirty !== true);
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(t('The files could not be renamed.'));
  }
  for (const [uri] of saved) {
    await (await workspace.openTextDocument(uri)).save();
  }
  await session.files.reload();
}
