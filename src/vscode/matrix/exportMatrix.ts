import { commands, ProgressLocation, window } from 'vscode';
import type { CancellationToken, Progress, Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import { render } from '../../base/message';
import type { MatrixFormat, MatrixOptions } from '../../report/matrixFormat';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { readHistory } from '../history/storedHistory';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { hrefToFolder } from '../support/hrefToFolder';
import { reportLanguage } from '../support/reportLanguage';
import { pickSession } from '../support/pickSession';
import { repositoryOf, type AsksGit } from '../support/repositoryOf';
import { t } from '../support/translate';
import { writeWhole } from '../support/writeWhole';
import type { MatrixPreview } from './matrixPreview';

/** What a caller may decide beforehand; the rest is asked. */
export interface ExportRequest {
  readonly formats?: readonly string[];
  /** The file to write; each format puts its own extension in place of the last one. */
  readonly target?: Uri;
  readonly folder?: Uri;
}

export interface ExportParts {
  readonly sessions: Sessions;
  readonly documents: DocumentSync;
  readonly platform: AsksGit;
  readonly preview: MatrixPreview;
  readonly bundle: () => Promise<Readonly<Record<string, string>>>;
  readonly reporter: ErrorReporter;
  /** Something was written. */
  readonly onExported: () => void;
}

/** *Export traceability matrix*; resolves to the files written, none when the user gave up. */
// @segur ST.OUT.01
export function registerExportMatrix(parts: ExportParts): Disposable {
  const { documents, reporter } = parts;
  return commands.registerCommand(Command.ExportMatrix, async (request?: unknown) => {
    try {
      documents.flush();
      return await exportMatrix(parts, isRequest(request) ? request : {});
    } catch (error) {
      reporter.show(t('The matrix could not be written'), error);
      return [];
    }
  });
}

/** From a menu VS Code passes the view's own arguments: only what we wrote ourselves is a request. */
function isRequest(value: unknown): value is ExportRequest {
  return typeof value === 'object' && value !== null && ('formats' in value || 'target' in value || 'folder' in value);
}

async function exportMatrix(
  { sessions, platform, preview, bundle, onExported }: ExportParts,
  request: ExportRequest,
): Promise<readonly Uri[]> {
  const session = await chooseFolder(sessions, request.folder);
  if (session === undefined) {
    return [];
  }
  const { MATRIX_FORMATS } = await import('../../report/formats');
  const formats =
    request.formats === undefined ? await chooseFormats(MATRIX_FORMATS) : formatsNamed(request.formats, MATRIX_FORMATS);
  const first = formats?.[0];
  if (formats === undefined || first === undefined) {
    return [];
  }
  const target = request.target ?? (await chooseTarget(session, first));
  if (target === undefined) {
    return [];
  }
  const { language, translate } = await reportLanguage(session, bundle);
  const repository = await repositoryOf(session, platform);
  const options = {
    t: translate,
    language,
    ...(repository === undefined ? {} : { repository, commit: repository.commit }),
  };
  const written = await window.withProgress(
    { location: ProgressLocation.Notification, title: t('Exporting the traceability matrix'), cancellable: true },
    async (progress, token) => write(session, formats, stemOf(target, MATRIX_FORMATS), options, progress, token),
  );
  if (written.length > 0) {
    onExported();
  }
  await showResult(written, session, preview);
  return written;
}

async function chooseFolder(sessions: Sessions, wanted: Uri | undefined): Promise<FolderSession | undefined> {
  if (wanted !== undefined) {
    return sessions.all.find((session) => session.folder.uri.toString() === wanted.toString());
  }
  if (sessions.all.length < 2) {
    return pickSession(sessions);
  }
  const items = sessions.all.map((session) => ({ label: session.folder.name, session }));
  const chosen = await window.showQuickPick(items, { title: t('Which folder’s matrix?') });
  return chosen?.session;
}

async function chooseFormats(known: readonly MatrixFormat[]): Promise<readonly MatrixFormat[] | undefined> {
  const items = known.map((format) => ({
    label: render(t, format.label),
    description: `.${format.extension}`,
    picked: format.id === 'html',
    format,
  }));
  const chosen = await window.showQuickPick(items, {
    title: t('Export traceability matrix'),
    placeHolder: t('Formats to write'),
    canPickMany: true,
  });
  return chosen?.map((item) => item.format);
}

function formatsNamed(names: readonly string[], known: readonly MatrixFormat[]): readonly MatrixFormat[] {
  return names.map((name) => {
    const format = known.find(({ id }) => id === name);
    if (format === undefined) {
      throw new Error(t('Unknown format: {0}', name));
    }
    return format;
  });
}

async function chooseTarget(session: FolderSession, format: MatrixFormat): Promise<Uri | undefined> {
  return window.showSaveDialog({
    title: t('Where to write the matrix'),
    saveLabel: t('Export'),
    defaultUri: session.uriOf(`${t('traceability-matrix')}.${format.extension}`),
    filters: { [render(t, format.label)]: [format.extension] },
  });
}

async function write(
  session: FolderSession,
  formats: readonly MatrixFormat[],
  stem: Uri,
  options: MatrixOptions,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<Uri[]> {
  progress.report({ message: t('reading the folder') });
  await Promise.race([session.settledWithUnits(), cancelled(token)]);
  const written: Uri[] = [];
  const baseHref = hrefToFolder(stem, session.folder.uri);
  const withLinks = {
    ...options,
    ...(baseHref === undefined ? {} : { baseHref }),
    ...(formats.some(({ id }) => id === 'html') ? { history: await readHistory(session) } : {}),
  };
  for (const format of formats) {
    if (token.isCancellationRequested) {
      break;
    }
    progress.report({ message: render(t, format.label), increment: 100 / formats.length });
    // One turn of the event loop, so that the message is seen and Cancel is heard between two formats.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const uri = stem.with({ path: `${stem.path}.${format.extension}` });
    const document = format.write(session.trace, withLinks);
    await writeWhole(uri, typeof document === 'string' ? new TextEncoder().encode(document) : document);
    written.push(uri);
  }
  return written;
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
}

/** The file to write without the extension of a format, where it has one. */
function stemOf(target: Uri, known: readonly MatrixFormat[]): Uri {
  const { path } = target;
  const dot = path.lastIndexOf('.');
  const isOurs = dot > path.lastIndexOf('/') + 1 && known.some((format) => format.extension === path.slice(dot + 1));
  return isOurs ? target.with({ path: path.slice(0, dot) }) : target;
}

async function showResult(written: readonly Uri[], session: FolderSession, preview: MatrixPreview): Promise<void> {
  const first = written[0];
  if (first === undefined) {
    return;
  }
  if (first.path.endsWith('.html')) {
    await preview.show(first, session);
  } else if (first.path.endsWith('.md')) {
    await commands.executeCommand('markdown.showPreview', first);
  } else if (first.path.endsWith('.xlsx')) {
    preview.offer(first, session, t('Open'));
  } else {
    await window.showTextDocument(first);
  }
}
