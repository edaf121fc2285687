import { workspace } from 'vscode';
import type { NotebookDocument, Uri } from 'vscode';
import { LOCK_FILE } from '../../../evidence/lock';
import { sameId, splitsOf } from '../../../language/occurrences/sameId';
import { lockRenameEdits } from '../../../language/rename/lockRenameEdits';
import { planRename, type RenamePlan } from '../../../language/rename/plan';
import { annotationEdits, type RenameEdit } from '../../../language/rename/renameEdits';
import { definersOf, type Renaming, type Subject } from '../../../language/rename/subject';
import { formerIdEdit, yamlRenameEdits } from '../../../language/rename/yamlRenameEdits';
import type { FolderSession } from '../../folderSession';
import type { YamlText, YamlTexts } from '../yamlTexts';
import { editableText } from './editableText';

/** The edits of one document. */
export interface RenamedText {
  readonly uri: Uri;
  readonly edits: readonly RenameEdit[];
}

export interface Renamed {
  readonly texts: readonly RenamedText[];
  /** Files that name the subject and that are left as they are, since their text cannot be edited safely. */
  readonly leftOut: readonly Uri[];
}

/** A renaming in one folder. */
export interface FolderRenaming {
  readonly session: FolderSession;
  readonly plan: RenamePlan;
}

/**
 * What a renaming means in a folder, by its own catalogue; `undefined` where the folder knows nothing of the subject, or knows it from what ships.
 * @param subject as the folder that was asked understands it
 */
export async function planIn(
  session: FolderSession,
  subject: Subject,
  typed: string,
  yaml: YamlTexts,
  isAsked: boolean,
): Promise<FolderRenaming | undefined> {
  const { catalog, marker, trace } = session;
  const own = isAsked ? subject : subjectIn(session, subject);
  if (own === undefined) {
    return undefined;
  }
  const definers = definersOf(own, await yaml.catalogsOf(session));
  if (!isAsked && definers.shipped) {
    return undefined;
  }
  const project = await yaml.projectOf(session);
  const written = (): string[] => [
    ...trace.requirements.flatMap(({ links }) => links.map(({ raw }) => raw)),
    ...(project?.ids ?? []).map(({ raw }) => raw),
  ];
  return { session, plan: planRename(own, typed, { catalog, definers, marker, written }) };
}

/** The same subject in another folder. */
function subjectIn({ catalog }: FolderSession, subject: Subject): Subject | undefined {
  if (subject.kind === 'written') {
    const { kind, targets } = catalog.resolve(subject.raw);
    const wanted = subject.formerOf === undefined ? 'unknown' : 'alias';
    return kind !== wanted || targets[0]?.requirement !== subject.formerOf ? undefined : subject;
  }
  const { kind, targets } = catalog.resolve(subject.item);
  const [target] = targets;
  if (target === undefined) {
    return { kind: 'written', raw: subject.item };
  }
  return kind === 'exact' ? { kind: 'item', requirement: target.requirement, item: target.item } : undefined;
}

/** Every text of a folder that a renaming changes, as it stands now: places that are known from an earlier text only tell which files to read. */
export async function renameIn(
  session: FolderSession,
  { renaming, inCatalogs }: Extract<RenamePlan, { kind: 'ready' }>,
  yaml: YamlTexts,
): Promise<Renamed> {
  const { catalog } = session;
  const texts: RenamedText[] = [];
  const leftOut: Uri[] = [];
  const take = (uri: Uri, edits: readonly RenameEdit[] | undefined): void => {
    if (edits === undefined) {
      leftOut.push(uri);
    } else if (edits.length > 0) {
      texts.push({ uri, edits });
    }
  };
  const ours = [await yaml.projectOf(session), ...(await yaml.catalogsOf(session))].filter(
    (file): file is YamlText => file?.shipped === false,
  );
  for (const { uri, kind } of ours) {
    const editable = await editableText(uri);
    if (typeof editable === 'string') {
      take(uri, editable === 'gone' ? [] : undefined);
      continue;
    }
    const { text } = editable;
    const edits = yamlRenameEdits(text, kind, { renaming, catalog, inCatalogs });
    const former = inCatalogs && edits !== undefined ? formerIdEdit(text, renaming, edits) : undefined;
    take(uri, former === undefined ? edits : [...(edits ?? []), former]);
  }
  for (const path of filesWith(session, renaming)) {
    const uri = session.uriOf(path);
    const notebook = openNotebook(uri);
    if (notebook !== undefined) {
      for (const { document } of notebook.getCells()) {
        const read = (text: string) => session.files.annotationsIn(path, text, document.languageId);
        take(document.uri, annotationEdits(document.getText(), read, renaming, catalog));
      }
      continue;
    }
    const editable = await editableText(uri);
    if (typeof editable === 'string') {
      take(uri, editable === 'gone' ? [] : undefined);
      continue;
    }
    const read = (text: string) => session.files.annotationsIn(path, text, editable.languageId);
    take(uri, annotationEdits(editable.text, read, renaming, catalog));
  }
  const lock = session.uriOf(LOCK_FILE);
  const locked = await editableText(lock);
  if (typeof locked !== 'string') {
    take(lock, lockRenameEdits(locked.text, renaming, catalog));
  }
  return { texts, leftOut };
}

/** Files whose annotations and mentions name the subject. */
function filesWith({ trace }: FolderSession, { subject }: Renaming): ReadonlySet<string> {
  const requirement = subject.kind === 'item' ? subject.requirement : subject.formerOf;
  const links =
    requirement === undefined
      ? trace.unknownLinks.filter(({ raw }) => splitsOf(raw).some(({ head }) => sameId(head, subjectText(subject))))
      : (trace.requirement(requirement)?.links ?? []);
  const mentions = trace.mentions.filter(({ id }) => id === requirement);
  return new Set([...links, ...mentions].map(({ file }) => file));
}

function subjectText(subject: Subject): string {
  return subject.kind === 'item' ? subject.item : subject.raw;
}

/** A notebook that is open is changed cell by cell. */
function openNotebook(uri: Uri): NotebookDocument | undefined {
  const key = uri.toString();
  return workspace.notebookDocuments.find((one) => !one.isClosed && one.uri.toString() === key);
}
