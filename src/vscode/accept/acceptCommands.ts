import { commands, Uri, window } from 'vscode';
import { contains, type Position } from '../../base/text';
import { LOCK_FILE } from '../../evidence/lock';
import { newsOf, WHOLE, type Accepted, type Selection } from '../../trace/acceptSelection';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Located, Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { pickSession } from '../support/pickSession';
import { t } from '../support/translate';
import type { TreeNode } from '../tree/treeNode';
import { acceptable } from './acceptInFolder';

/** More lines than this are no help in a dialog. */
const MOST_LINES = 12;

/** What a quick fix hands over: the place of an id. */
export interface AcceptPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** « Yes, I have read it »: takes code, requirements and proofs as they are now into `segur.lock.json`. */
export function registerAcceptCommands(sessions: Sessions, documents: DocumentSync, reporter: ErrorReporter) {
  const store = new DisposableStore();
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      documents.flush();
      await work();
    } catch (error) {
      reporter.show(t('It could not be accepted'), error);
    }
  };
  store.add(
    commands.registerCommand(Command.Accept, (argument: unknown) =>
      guarded(async () => {
        const found = await selectionAt(sessions, argument);
        if (found === undefined) {
          reporter.tell(t('Put the cursor on an annotation, or choose something in the Requirements view.'));
        } else {
          await accept(found.session, found.selection);
        }
      }),
    ),
  );
  store.add(
    commands.registerCommand(Command.AcceptFile, () =>
      guarded(async () => {
        const located = activeFile(sessions);
        if (located === undefined) {
          reporter.tell(t('Open a file of the workspace first.'));
          return;
        }
        const { session, path } = located;
        await accept(session, {
          link: ({ file }) => file === path,
          proof: (_, file) => file === path,
          text: () => false,
          whole: false,
        });
      }),
    ),
  );
  store.add(
    commands.registerCommand(Command.AcceptAll, () =>
      guarded(async () => {
        const session = await pickSession(sessions);
        if (session !== undefined) {
          await accept(session, WHOLE, agreesToAll);
        }
      }),
    ),
  );
  return store;
}

/** @param agrees asked before anything is written, where it is given */
async function accept(
  session: FolderSession,
  selection: Selection,
  agrees?: (accepted: Accepted) => Promise<boolean>,
): Promise<void> {
  const { accepted, write } = await acceptable(session, selection);
  if (nothingIn(accepted)) {
    void window.showInformationMessage(t('Nothing there differs from what was accepted.'));
  } else if ((await agrees?.(accepted)) ?? true) {
    tellOf(await write());
  }
}

async function agreesToAll(accepted: Accepted): Promise<boolean> {
  const yes = t('Accept');
  const choice = await window.showWarningMessage(
    t('Take everything as it is now? {0}', countsOf(accepted)),
    { modal: true, detail: detailOf(accepted) },
    yes,
  );
  return choice === yes;
}

function nothingIn(accepted: Accepted): boolean {
  return Object.values(newsOf(accepted)).every((count) => count === 0);
}

function countsOf(accepted: Accepted): string {
  const { added, changed, gone, reworded } = newsOf(accepted);
  return t('{0} new, {1} changed, {2} gone, {3} requirements with another text.', added, changed, gone, reworded);
}

/** What was seen before and is another now comes first: that is what is accepted unread by mistake. */
function detailOf({ links, proofs }: Accepted): string {
  const lines = [
    ...links.changed.map((link) => `~ ${link.id} ${link.file}:${link.range.start.line + 1}`),
    ...links.reworded.map(({ requirement }) => `~ ${t('{0}: another text', requirement.id)}`),
    ...proofs.changed.map((path) => `~ ${t('proof {0}', path)}`),
    ...links.gone.map(({ id, link }) => `- ${id} ${link.file}`),
    ...proofs.gone.map((path) => `- ${t('proof {0}', path)}`),
    ...links.added.map((link) => `+ ${link.id} ${link.file}:${link.range.start.line + 1}`),
    ...proofs.added.map((path) => `+ ${t('proof {0}', path)}`),
  ];
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [t('and {0} more', rest)] : [])].join('\n');
}

function tellOf(accepted: Accepted): void {
  window.setStatusBarMessage(t('Accepted in {0}: {1}', LOCK_FILE, countsOf(accepted)), 8000);
}

interface Chosen {
  readonly session: FolderSession;
  readonly selection: Selection;
}

async function selectionAt(sessions: Sessions, argument: unknown): Promise<Chosen | undefined> {
  if (isNode(argument)) {
    return ofNode(argument);
  }
  if (isPlace(argument)) {
    const located = sessions.locate(Uri.parse(argument.uri));
    return located === undefined ? undefined : ofPlace(located, argument);
  }
  const editor = window.activeTextEditor;
  const located = activeFile(sessions);
  return editor === undefined || located === undefined ? undefined : ofPlace(located, editor.selection.active);
}

/** The id there or, elsewhere in an annotation, all of its ids. */
async function ofPlace({ session, path }: Located, at: Position): Promise<Chosen | undefined> {
  await session.settled();
  const annotation = session.files.annotationsOf(path)?.annotations.find(({ range }) => contains(range, at));
  if (annotation === undefined) {
    return undefined;
  }
  const ids = annotation.ids.filter(({ range }) => contains(range, at));
  const starts = new Set((ids.length > 0 ? ids : annotation.ids).map(({ range: { start } }) => key(start)));
  return {
    session,
    selection: {
      link: ({ file, range }) => file === path && starts.has(key(range.start)),
      proof: () => false,
      text: () => false,
      whole: false,
    },
  };
}

function ofNode(node: TreeNode): Chosen | undefined {
  if (node.kind === 'requirement' || node.kind === 'review') {
    const { session } = node;
    const requirementId = node.kind === 'review' ? node.review.id : node.requirementId;
    const proofs = new Set(session.trace.requirement(requirementId)?.proofs);
    return {
      session,
      selection: {
        link: (_, row) => row.requirement.id === requirementId,
        proof: (proof) => proofs.has(proof),
        text: (row) => row.requirement.id === requirementId,
        whole: false,
      },
    };
  }
  const accepts = node.kind === 'leaf' ? node.leaf.accepts : undefined;
  return accepts === undefined
    ? undefined
    : {
        session: accepts.session,
        selection: {
          link: ({ id, file, range }) =>
            accepts.kind === 'link' &&
            id === accepts.id &&
            file === accepts.file &&
            key(range.start) === key(accepts.at),
          proof: (_, path) => accepts.kind === 'proof' && path === accepts.file,
          text: () => false,
          whole: false,
        },
      };
}

function key({ line, character }: Position): string {
  return `${line}:${character}`;
}

function activeFile(sessions: Sessions): Located | undefined {
  const editor = window.activeTextEditor;
  return editor === undefined ? undefined : sessions.of(editor.document);
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

function isPlace(value: unknown): value is AcceptPlace {
  return typeof value === 'object' && value !== null && 'uri' in value && 'line' in value && 'character' in value;
}
