import { languages, workspace, WorkspaceEdit } from 'vscode';
import type { Position, RenameProvider, TextDocument, Uri, WorkspaceEditEntryMetadata } from 'vscode';
import { render } from '../../../base/message';
import type { Disposable } from '../../../base/ports';
import { definersOf, spellingOf, subjectOf, type Subject } from '../../../language/rename/subject';
import { refusal } from '../../../language/rename/plan';
import type { EditGroup } from '../../../language/rename/renameEdits';
import type { DocumentSync } from '../../documentSync';
import type { FolderSession } from '../../folderSession';
import type { Sessions } from '../../sessions';
import type { ErrorReporter } from '../../support/errorReporter';
import { t } from '../../support/translate';
import { toRange } from '../../tree/openPlace';
import { askedAt, type AskedAt } from '../askedAt';
import type { YamlTexts } from '../yamlTexts';
import { planIn, renameIn, type Renamed } from './renameEverywhere';

/** *Rename* of an id in every file of every folder that has it. */
export function registerRename(renames: Renames): Disposable {
  const provider: RenameProvider = {
    prepareRename: (document, position) => renames.prepare(document, position),
    provideRenameEdits: (document, position, newName) => renames.editsAt(document, position, newName),
  };
  return languages.registerRenameProvider({ pattern: '**' }, provider);
}

/** Its errors are what the editor tells the user, and why it asks the next provider. */
export class Renames {
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;
  readonly #yaml: YamlTexts;
  readonly #reporter: ErrorReporter;

  constructor(sessions: Sessions, documents: DocumentSync, yaml: YamlTexts, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#yaml = yaml;
    this.#reporter = reporter;
  }

  async prepare(document: TextDocument, position: Position) {
    const { subject, at } = this.#subjectAt(document, position);
    const why = refusal(subject, definersOf(subject, await this.#yaml.catalogsOf(at.session)));
    if (why !== undefined) {
      throw new Error(render(t, why));
    }
    return { range: toRange(at.asked.range), placeholder: spellingOf(subject) };
  }

  async editsAt(document: TextDocument, position: Position, typed: string): Promise<WorkspaceEdit> {
    const { subject, at } = this.#subjectAt(document, position);
    await this.#sessions.settled();
    return this.edits(subject, typed, [at.session, ...this.#sessions.all.filter((other) => other !== at.session)]);
  }

  /** @param folders the first of them is the one that is asked. @throws an error that tells the user why it cannot be */
  async edits(subject: Subject, typed: string, folders: readonly FolderSession[]): Promise<WorkspaceEdit> {
    const found: Renamed[] = [];
    for (const [at, session] of folders.entries()) {
      const folder = await planIn(session, subject, typed, this.#yaml, at === 0);
      if (folder?.plan.kind === 'refused') {
        throw new Error(
          at === 0 ? render(t, folder.plan.why) : t('{0}: {1}', session.folder.name, render(t, folder.plan.why)),
        );
      }
      if (folder !== undefined) {
        found.push(await renameIn(session, folder.plan, this.#yaml));
      }
    }
    this.#tellLeftOut(found.flatMap(({ leftOut }) => leftOut));
    return workspaceEdit(found, spellingOf(subject));
  }

  /** In one folder, at once: its quick fix names what it does, and one undo takes it back. */
  async replaceFormerId(session: FolderSession, { raw, formerOf }: { raw: string; formerOf: string }): Promise<void> {
    await session.settled();
    const edit = await this.edits({ kind: 'written', raw, formerOf }, formerOf, [session]);
    if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) {
      throw new Error(t('The file could not be changed.'));
    }
  }

  #subjectAt(document: TextDocument, position: Position): { subject: Subject; at: AskedAt } {
    const at = askedAt(this.#sessions, this.#documents, document, position);
    if (at === undefined) {
      throw new Error(t('No requirement’s id stands here.'));
    }
    const subject = subjectOf(at.asked);
    if ('template' in subject) {
      throw new Error(render(t, subject));
    }
    return { subject, at };
  }

  #tellLeftOut(files: readonly Uri[]): void {
    if (files.length > 0) {
      const names = files.map((uri) => workspace.asRelativePath(uri));
      this.#reporter.tell(
        t(
          'Left as they are, since their text cannot be changed safely (another encoding, or another reading): {0}',
          names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : ''),
        ),
      );
    }
  }
}

/** What is to be confirmed is not ticked in the preview, which then shows by itself: what nobody asked for is not done unasked. */
function workspaceEdit(found: readonly Renamed[], before: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const done = new Set<string>();
  for (const { uri, edits } of found.flatMap(({ texts }) => texts)) {
    for (const { range, newText, group } of edits) {
      // Folders share catalogues.
      const key = `${range.start.line} ${range.start.character} ${uri.toString()}`;
      if (!done.has(key)) {
        done.add(key);
        edit.replace(uri, toRange(range), newText, about(group, before));
      }
    }
  }
  return edit;
}

function about(group: EditGroup, before: string): WorkspaceEditEntryMetadata {
  switch (group) {
    case 'annotation':
      return { label: t('Annotations'), needsConfirmation: false };
    case 'list':
      return { label: t('Ranges and lists, written out'), needsConfirmation: false };
    case 'mention':
      return { label: t('Mentions in comments, without the marker'), needsConfirmation: true };
    case 'project':
      return { label: t('Proofs and decisions'), needsConfirmation: false };
    case 'catalog':
      return { label: t('Catalogues'), needsConfirmation: false };
    case 'former-id':
      return {
        label: t('Keep {0} as a former id', before),
        description: t('for branches that still use it'),
        needsConfirmation: true,
      };
    case 'lock':
      return { label: t('What was accepted'), needsConfirmation: false };
  }
}
