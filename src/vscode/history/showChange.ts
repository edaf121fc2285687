import { commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import { contains, type Position } from '../../base/text';
import type { Disposable } from '../../base/ports';
import type { Requirement } from '../../catalog/model';
import type { Link, LinkChange } from '../../trace/model';
import type { PastVersion } from '../../workspace/codePast';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import type { TreeNode } from '../tree/treeNode';
import { ChangeDocuments } from './changeDocuments';
import { keptText } from './keptText';
import { requirementWords } from './requirementWords';

/** A suspect link, and where it stands. */
interface Suspect {
  readonly session: FolderSession;
  readonly link: Link & { readonly change: LinkChange };
}

/** A requirement with another text than was read. */
interface Reworded {
  readonly session: FolderSession;
  readonly id: string;
  /** Absent where nobody accepted one. */
  readonly acceptedText?: string;
}

/** Shows, side by side, what was accepted and what is there now: the code of a suspect link, or the words of its requirement. */
// @segur ST.REV.02
export function registerShowChange(sessions: Sessions, documents: DocumentSync, reporter: ErrorReporter): Disposable {
  const store = new DisposableStore();
  const pages = store.add(new ChangeDocuments());
  store.add(
    commands.registerCommand(Command.ShowChange, async (argument: unknown) => {
      try {
        documents.flush();
        const reworded = rewordedOf(sessions, argument);
        if (reworded !== undefined) {
          await showReworded(reworded, pages);
          return;
        }
        const suspect = await suspectAt(sessions, argument);
        if (suspect === undefined) {
          reporter.tell(t('Put the cursor on a suspect annotation, or choose one in the Requirements view.'));
        } else {
          await show(suspect, pages);
        }
      } catch (error) {
        reporter.show(t('The change could not be shown'), error);
      }
    }),
  );
  return store;
}

async function show(suspect: Suspect, pages: ChangeDocuments): Promise<void> {
  const { session, link } = suspect;
  const { change } = link;
  const shown = await looking((signal) =>
    change.kind === 'code'
      ? showCode(suspect, change, pages, signal)
      : showRequirement({ session, id: link.id, acceptedText: change.acceptedText }, pages, signal),
  );
  if (!shown) {
    await tellWhy(suspect);
  }
}

async function showReworded(reworded: Reworded, pages: ChangeDocuments): Promise<void> {
  if (!(await looking((signal) => showRequirement(reworded, pages, signal)))) {
    void window.showInformationMessage(
      t('Neither git’s history nor a .bak file of a catalogue holds the earlier text of {0}.', reworded.id),
    );
  }
}

/** With progress; to cancel it is no failure. */
function looking(work: (signal: AbortSignal) => Promise<boolean>): Thenable<boolean> {
  const options = {
    location: ProgressLocation.Notification,
    title: t('Looking for what was accepted in git’s history…'),
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    const controller = new AbortController();
    const listener = token.onCancellationRequested(() => controller.abort());
    try {
      return await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) {
        return true;
      }
      throw error;
    } finally {
      listener.dispose();
    }
  });
}

async function showCode(
  { session, link }: Suspect,
  { accepted }: Extract<LinkChange, { kind: 'code' }>,
  pages: ChangeDocuments,
  signal: AbortSignal,
): Promise<boolean> {
  const { ages, marker } = session.files;
  const then = await ages?.past.codeOf(accepted, marker, signal);
  if (then === undefined) {
    return false;
  }
  const now = (await workspace.openTextDocument(session.uriOf(link.file))).getText();
  const name = link.unit?.name ?? link.file;
  await commands.executeCommand(
    'vscode.diff',
    pages.add(accepted.file, linesOf(then.text, then.unit)),
    pages.add(link.file, linesOf(now, link.unit)),
    titleOf(name, then),
  );
  return true;
}

async function showRequirement(
  { session, id, acceptedText }: Reworded,
  pages: ChangeDocuments,
  signal: AbortSignal,
): Promise<boolean> {
  const now = session.catalog.requirement(id);
  if (now === undefined) {
    return false;
  }
  const { ages, catalogFiles } = session.files;
  const ids = [id, ...now.aliases];
  // The files that may have brought or completed it; those that ship have no history here.
  const files = session.catalog.catalogs
    .map(({ file }) => file)
    .filter((file) => !file.startsWith('builtin:'))
    .reverse();
  const open = (then: Requirement, title: string): Thenable<unknown> => {
    const name = `${id.replaceAll('/', ' ')}.md`;
    const [left, right] = [pages.add(name, requirementWords(then)), pages.add(name, requirementWords(now))];
    return commands.executeCommand('vscode.diff', left, right, title);
  };
  for (const file of acceptedText === undefined ? [] : files) {
    const then = await ages?.past.requirementOf(ids, acceptedText ?? '', file, catalogFiles, signal);
    if (then !== undefined) {
      await open(then.requirement, titleOf(id, then));
      return true;
    }
  }
  for (const file of files) {
    const then = await keptText(session, { file, ids, now, ...(acceptedText === undefined ? {} : { acceptedText }) });
    if (then !== undefined) {
      await open(then.requirement, t('{0}: earlier edition ({1}) ↔ now', id, then.name));
      return true;
    }
  }
  return false;
}

function titleOf(name: string, { day, commit }: PastVersion): string {
  return t('{0}: as accepted ({1}, commit {2}) ↔ now', name, day, commit.slice(0, 8));
}

/** The lines of a unit, or the whole text where there is none. */
function linesOf(text: string, unit: Link['unit']): string {
  const lines = text.split(/\r\n?|\n/u);
  return unit === undefined ? lines.join('\n') : `${lines.slice(unit.startLine, unit.endLine + 1).join('\n')}\n`;
}

async function tellWhy({ session, link: { file, change, id } }: Suspect): Promise<void> {
  const reason =
    session.files.ages === undefined || !workspace.isTrusted
      ? t('What was accepted is known by its fingerprint alone, and here is no git history to find it in.')
      : change.kind === 'code'
        ? t(
            'No commit of {0} holds the code as it was accepted: it was accepted before it was committed, or the history begins later.',
            file,
          )
        : t(
            'No commit holds the text of {0} as it was accepted: its catalogue ships with the extension, or its history begins later.',
            id,
          );
  const timeline = t('Show the file’s history');
  const choice = await window.showInformationMessage(reason, ...(change.kind === 'code' ? [timeline] : []));
  if (choice === timeline) {
    await window.showTextDocument(session.uriOf(file));
    await commands.executeCommand('timeline.focus');
  }
}

/** What the list of what is to review hands over, or a row of it. */
function rewordedOf(sessions: Sessions, argument: unknown): Reworded | undefined {
  const asked =
    isNode(argument) && argument.kind === 'review'
      ? { session: argument.session, id: argument.review.id }
      : isRequirement(argument)
        ? { session: sessions.all.find(({ key }) => key === argument.folder), id: argument.requirement }
        : undefined;
  if (asked?.session === undefined) {
    return undefined;
  }
  const { session, id } = asked;
  const acceptedText = session.trace.requirement(id)?.news?.reworded?.acceptedText;
  return { session, id, ...(acceptedText === undefined ? {} : { acceptedText }) };
}

function isRequirement(value: unknown): value is { readonly folder: string; readonly requirement: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'folder' in value &&
    typeof value.folder === 'string' &&
    'requirement' in value &&
    typeof value.requirement === 'string'
  );
}

async function suspectAt(sessions: Sessions, argument: unknown): Promise<Suspect | undefined> {
  if (isNode(argument)) {
    const accepts = argument.kind === 'leaf' ? argument.leaf.accepts : undefined;
    return accepts?.kind === 'link'
      ? suspectOf(
          accepts.session,
          (link) => link.id === accepts.id && link.file === accepts.file && isAt(link, accepts.at),
        )
      : undefined;
  }
  const editor = window.activeTextEditor;
  const place = isPlace(argument)
    ? { uri: Uri.parse(argument.uri), at: argument }
    : editor === undefined
      ? undefined
      : { uri: editor.document.uri, at: editor.selection.active };
  const located = place === undefined ? undefined : sessions.locate(place.uri);
  if (place === undefined || located === undefined) {
    return undefined;
  }
  const { session, path } = located;
  await session.settledWithUnits();
  const inFile = (link: Link): boolean => link.file === path;
  const annotation = session.files.annotationsOf(path)?.annotations.find(({ range }) => contains(range, place.at));
  return (
    suspectOf(session, (link) => inFile(link) && contains(link.range, place.at)) ??
    suspectOf(session, (link) => inFile(link) && annotation?.ids.some(({ range }) => isAt(link, range.start)) === true)
  );
}

function suspectOf(session: FolderSession, isMeant: (link: Link) => boolean): Suspect | undefined {
  for (const { links } of session.trace.requirements) {
    for (const link of links) {
      const { change } = link;
      if (change !== undefined && isMeant(link)) {
        return { session, link: { ...link, change } };
      }
    }
  }
  return undefined;
}

function isAt({ range: { start } }: Link, { line, character }: Position): boolean {
  return start.line === line && start.character === character;
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

function isPlace(value: unknown): value is { uri: string } & Position {
  return typeof value === 'object' && value !== null && 'uri' in value && 'line' in value && 'character' in value;
}
