import { Uri, window, workspace } from 'vscode';
import type { CancellationToken } from 'vscode';
import { isNothingPacked, nothingPacked } from '../../report/pack/nothingPacked';
import type { FolderSession } from '../folderSession';
import type { PackWork } from '../platform';
import { pickSession } from '../support/pickSession';
import { reportLanguage } from '../support/reportLanguage';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { aborted, withCancel } from '../support/withCancel';
import type { GroupNode } from '../tree/treeNode';
import { missingOf } from './missing';
import type { PackParts } from './packParts';
import { bytesText } from './bytesText';
import { settledCount } from '../../trace/totals';

/** What a caller may decide beforehand; the rest is asked. */
export interface PackRequest {
  readonly session?: FolderSession;
  /** The name of a chapter, or `null` for the whole dossier. */
  readonly chapter?: string | null;
  /** The archive to write. */
  readonly target?: Uri;
  /** The caller knows what is missing, and that files are not saved. */
  readonly confirmed?: boolean;
  readonly token?: CancellationToken;
}

export interface BuiltPack {
  readonly file: Uri;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the manifest. */
  readonly fingerprint: string;
  readonly inWorkspace: boolean;
}

/** From a chapter of the tree, or from what we wrote ourselves: menus pass other things too. */
export function packRequestOf(argument: unknown): PackRequest {
  if (typeof argument !== 'object' || argument === null) {
    return {};
  }
  if ('kind' in argument && argument.kind === 'group') {
    const { session, group } = argument as GroupNode;
    return group.chapter === undefined ? { session } : { session, chapter: group.chapter };
  }
  return 'target' in argument && argument.target instanceof Uri ? (argument as PackRequest) : {};
}

/** Asks what and where, then writes the pack; `undefined` when the user gave up, and nothing was written then. */
export async function buildPack(
  parts: PackParts,
  work: PackWork,
  request: PackRequest,
): Promise<BuiltPack | undefined> {
  const session = request.session ?? (await pickSession(parts.sessions));
  if (session === undefined) {
    return undefined;
  }
  if (session.folder.uri.scheme !== 'file') {
    parts.reporter.tell(
      t('{0} is no folder on a disk: open it there to build its evidence pack.', session.folder.name),
    );
    return undefined;
  }
  const isSaved = await saveAll(session, request);
  parts.documents.flush();
  const isRead = isSaved && (await readAgain(session, request));
  const chapter = isRead ? await chooseScope(session, request) : undefined;
  if (chapter === undefined || !(await goesOn(session, chapter ?? undefined, request))) {
    return undefined;
  }
  const target = request.target ?? (await chooseTarget(session, work, chapter ?? undefined));
  return target === undefined ? undefined : write(parts, work, session, chapter ?? undefined, target, request);
}

/** The pack holds files as they are on disk, and the matrix in it has to be of the same. */
async function saveAll(session: FolderSession, { confirmed }: PackRequest): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter(
    (document) => document.isDirty && !document.isUntitled && session.pathOf(document.uri) !== undefined,
  );
  if (unsaved.length === 0 || confirmed === true) {
    return true;
  }
  const save = t('Save and Continue');
  const choice = await window.showWarningMessage(
    t('Unsaved files in the folder: {0}', unsaved.length),
    { modal: true, detail: t('The evidence pack holds files as they are on disk.') },
    save,
  );
  if (choice !== save) {
    return false;
  }
  const saved = await Promise.all(unsaved.map(async (document) => document.save()));
  return saved.every((done) => done);
}

/** News of the disk may be late, or never come from a network drive: a dossier must not lack a proof for that. */
async function readAgain(session: FolderSession, { token }: PackRequest): Promise<boolean> {
  const isRead = await withCancel(t('Building the evidence pack'), token, async (signal, tell) => {
    tell(0, 1, t('reading the folder'));
    await Promise.race([session.readAgain(), aborted(signal)]);
    signal.throwIfAborted();
    return true;
  });
  return isRead ?? false;
}

/** `null` for the whole dossier, `undefined` when the user gave up. */
async function chooseScope(session: FolderSession, { chapter }: PackRequest): Promise<string | null | undefined> {
  const { chapters } = session.trace;
  if (chapter !== undefined || chapters.length < 2) {
    return chapter ?? null;
  }
  const whole = { label: t('The whole dossier'), description: t('{0} chapters', chapters.length), chapter: null };
  const each = chapters.map(({ name, ready, counts, total }) => {
    const settled = settledCount(counts);
    return {
      label: name === '' ? t('Without a chapter') : sentenceCase(name),
      description: `${settled}/${total}${ready ? ` · ${t('ready')}` : ''}`,
      chapter: name,
    };
  });
  const choice = await window.showQuickPick<(typeof each)[number] | typeof whole>([whole, ...each], {
    title: t('Build evidence pack'),
    placeHolder: t('What should it hold?'),
  });
  return choice?.chapter;
}

async function goesOn(
  session: FolderSession,
  chapter: string | undefined,
  { confirmed }: PackRequest,
): Promise<boolean> {
  const { requirements, proofs, lines } = missingOf(session.trace, chapter);
  if (requirements === 0 || confirmed === true) {
    return true;
  }
  const bare = isNothingPacked(session.trace.requirements, chapter) ? [nothingPacked(t), ''] : [];
  const proceed = t('Continue');
  const choice = await window.showWarningMessage(
    t('Requirements that still lack something: {0}. Missing proofs: {1}.', requirements, proofs),
    { modal: true, detail: [...bare, ...lines, '', t('Page one of the pack will list them.')].join('\n') },
    proceed,
  );
  return choice === proceed;
}

function chooseTarget(session: FolderSession, work: PackWork, chapter: string | undefined): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    title: t('Where to write the evidence pack'),
    saveLabel: t('Build'),
    defaultUri: session.uriOf(work.nameOf(session.trace, chapter)),
    filters: { ZIP: ['zip'] },
  });
}

async function write(
  { bundle, version, reporter }: PackParts,
  work: PackWork,
  session: FolderSession,
  chapter: string | undefined,
  target: Uri,
  { token }: PackRequest,
): Promise<BuiltPack | undefined> {
  const { language, translate } = await reportLanguage(session, bundle);
  const result = await withCancel(t('Building the evidence pack'), token, async (signal, tell) => {
    tell(0, 1, t('reading the folder'));
    await Promise.race([session.settledWithUnits(), aborted(signal)]);
    signal.throwIfAborted();
    return work.write({
      root: session.folder.uri.fsPath,
      trace: session.trace,
      catalog: session.catalog,
      out: target.fsPath,
      ...(chapter === undefined ? {} : { chapter }),
      t: translate,
      language,
      version,
      asksGit: workspace.isTrusted,
      signal,
      onProgress: (done, total) => tell(done, total, bytesText(done, total)),
    });
  });
  if (result?.kind === 'lost') {
    reporter.tell(t('{0} is gone or changed while it was packed. Nothing was written: try again.', result.file));
    return undefined;
  }
  return result === undefined
    ? undefined
    : { ...result, file: target, inWorkspace: workspace.getWorkspaceFolder(target) !== undefined };
}
