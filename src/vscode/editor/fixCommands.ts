import { commands, Selection, window, workspace, RelativePattern, Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { ProofKind } from '../../catalog/model';
import { proofKinds } from '../../catalog/catalogSchema';
import { dayNumber } from '../../evidence/calendar';
import type { FixTask } from '../../language/fixes/fix';
import { withDay, withProof, withProofFiles, withTestFile } from '../../language/fixes/projectEdits';
import { localClock } from '../../workspace/localClock';
import { chooseRequirement, namedRequirement, type Chosen } from '../commands/requirementCommands';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command, projectFile } from '../ids';
import { confirmFormerId } from '../project/confirmFormerId';
import { editProjectFile } from '../project/editProjectFile';
import { addProofFiles, chooseProofFilesOf } from '../proofs/addProofFiles';
import { createProofDocument } from '../proofs/createProofDocument';
import { decide } from '../proofs/decide';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import type { Renames } from './rename/rename';

type Task = FixTask | { readonly kind: 'suggest'; readonly at: { readonly line: number; readonly character: number } };

/** What fixes leave to the editor, and the same of a requirement that the user names: proofs and decisions of `segur.yaml`. */
export function registerFixCommands(
  sessions: Sessions,
  documents: DocumentSync,
  renames: Renames,
  reporter: ErrorReporter,
): Disposable {
  const store = new DisposableStore();
  const guarded = async (
    work: () => Promise<void>,
    doing = t('{0} could not be changed', projectFile),
  ): Promise<void> => {
    try {
      await work();
    } catch (error) {
      reporter.show(doing, error);
    }
  };
  const about = (argument: unknown, work: (chosen: Chosen) => Promise<void>): Promise<void> =>
    guarded(async () => {
      const chosen = namedRequirement(sessions, argument) ?? (await chooseRequirement(sessions));
      if (chosen !== undefined) {
        await work(chosen);
      }
    });
  store.add(
    commands.registerCommand(Command.AddProof, (argument: unknown, files: unknown) =>
      about(argument, ({ session, id }) =>
        isFiles(files) ? addProofFiles(session, id, files) : chooseProofFilesOf(session, id),
      ),
    ),
  );
  store.add(
    commands.registerCommand(Command.CreateProofDocument, (argument: unknown, kind: unknown) =>
      about(argument, ({ session, id }) => createProofDocument(session, id, kind)),
    ),
  );
  store.add(
    commands.registerCommand(Command.DeclareNotApplicable, (argument: unknown) =>
      about(argument, ({ session, id }) => decide(session, id, 'not-applicable')),
    ),
  );
  store.add(
    commands.registerCommand(Command.AcceptGap, (argument: unknown) =>
      about(argument, ({ session, id }) => decide(session, id, 'accepted-gap')),
    ),
  );
  store.add(
    commands.registerCommand(Command.CarryOutFix, (uri: unknown, task: unknown) =>
      guarded(
        async () => {
          const located = typeof uri === 'string' ? sessions.locate(Uri.parse(uri)) : undefined;
          if (isTask(task)) {
            documents.flush();
            await carryOut(task, located?.session ?? sessions.all[0], uri, renames);
          }
        },
        isTask(task) ? failureOf(task) : undefined,
      ),
    ),
  );
  return store;
}

/** A menu of the tree gives the selected rows instead. */
function isFiles(value: unknown): value is Uri[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof Uri);
}

/** Only our own fixes call the command; others get nothing out of it. */
function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

async function carryOut(task: Task, session: FolderSession | undefined, uri: unknown, renames: Renames): Promise<void> {
  if (task.kind === 'suggest') {
    await suggestAt(task.at);
    return;
  }
  if (session === undefined) {
    return;
  }
  switch (task.kind) {
    case 'add-proof':
      return addProof(
        session,
        task.id,
        proofKinds.find((kind) => kind === task.proofKind),
      );
    case 'decide':
      return decide(session, task.id, task.status);
    case 'show-change':
      await commands.executeCommand(Command.ShowChange, { uri, ...task.at });
      return;
    case 'accept':
      await commands.executeCommand(Command.Accept, { uri, ...task.at });
      return;
    case 'add-test-file':
      await editProjectFile(session, (text) => withTestFile(text, task.path, session.files.project.scan.tests));
      return;
    case 'replace-former-id':
      return renames.replaceFormerId(session, task);
    case 'confirm-former-id':
      return confirmFormerId(session, task);
    case 'choose-proof-files':
      return chooseProofFiles(session, task.index);
    case 'change-day':
      return changeDay(session, task);
    case 'create-proof-document':
      return createProofDocument(session, task.id, task.documentKind, task.index);
    case 'paste-proof':
      await commands.executeCommand(Command.PasteProof, task.id);
      return;
    case 'rename-proof-files':
      await commands.executeCommand(Command.RenameProofFiles, { uri, index: task.index });
      return;
    case 'renew-proof':
      await commands.executeCommand(Command.RenewProof, { uri, index: task.index });
      return;
  }
}

function failureOf({ kind }: Task): string | undefined {
  switch (kind) {
    case 'replace-former-id':
      return t('The former id could not be replaced');
    case 'confirm-former-id':
      return t('The former id could not be written');
    default:
      return undefined;
  }
}

async function suggestAt(at: { readonly line: number; readonly character: number }): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor !== undefined) {
    const { start } = toRange({ start: at, end: at });
    editor.selection = new Selection(start, start);
    await commands.executeCommand('editor.action.triggerSuggest');
  }
}

/** The kind that the catalogue expects, where the caller knows none. */
async function addProof(session: FolderSession, id: string, kind?: ProofKind): Promise<void> {
  const requirement = session.catalog.requirement(id);
  const [expected] = [
    ...(requirement?.proofs ?? []),
    ...(requirement?.scenarios ?? []).flatMap(({ proofs }) => proofs),
  ];
  await editProjectFile(session, (text) => withProof(text, id, kind ?? expected?.kind ?? 'documentation'));
}

/** More are not read through. */
const MOST_FILES = 5000;
/** What documents, pictures and recordings are kept in. */
const DOCUMENT = /\.(?:pdf|docx?|odt|xlsx?|ods|csv|pptx?|odp|md|html?|png|jpe?g|webp|mp4|webm|mov|zip|xml|json|txt)$/iu;

async function chooseProofFiles(session: FolderSession, index: number): Promise<void> {
  const found = await workspace.findFiles(
    new RelativePattern(session.folder, '**/*'),
    '**/node_modules/**',
    MOST_FILES,
  );
  const folder = folderOfProofs(session);
  const rank = (path: string): number => (path.startsWith(folder) ? 0 : DOCUMENT.test(path) ? 1 : 2);
  const paths = found.flatMap((uri) => session.pathOf(uri) ?? []).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const chosen = await window.showQuickPick(paths, {
    canPickMany: true,
    title: t('Files of the proof'),
    placeHolder: t('Choose one file or several'),
  });
  if (chosen !== undefined && chosen.length > 0) {
    await editProjectFile(session, (text) => withProofFiles(text, index, chosen));
  }
}

function folderOfProofs(session: FolderSession): string {
  const [file] = session.files.project.proofs.flatMap(({ files = [] }) => files);
  return file?.includes('/') === true ? file.slice(0, file.indexOf('/') + 1) : 'preuves/';
}

async function changeDay(session: FolderSession, task: Extract<Task, { kind: 'change-day' }>): Promise<void> {
  const today = localClock.today();
  const isEnd = task.at.at(-1) === 'expires';
  const day = await window.showInputBox({
    title: isEnd ? t('Last day on which it counts') : t('Day on which it was established'),
    prompt: t('Year, month and day: {0}', today),
    value: task.suggested,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (dayNumber(value.trim()) === undefined) {
        return t('Year, month and day: {0}', today);
      }
      return isEnd && value.trim() < today ? t('This day is past.') : undefined;
    },
  });
  if (day !== undefined) {
    await editProjectFile(session, (text) => withDay(text, task.at, day.trim()));
  }
}
