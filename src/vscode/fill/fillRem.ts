import { commands, FileType, Uri, window, workspace } from 'vscode';
import type { Disposable } from '../../base/ports';
import { render } from '../../base/message';
import { baseName } from '../../base/fileNames';
import type { Filled } from '../../fill/fillWorkbook';
import { usualLimits } from '../../xlsx/limits';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { MatrixPreview } from '../matrix/matrixPreview';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { pickSession } from '../support/pickSession';
import { hrefToFolder } from '../support/hrefToFolder';
import { reportLanguage } from '../support/reportLanguage';
import { repositoryOf, type AsksGit } from '../support/repositoryOf';
import { t } from '../support/translate';
import { aborted, withCancel } from '../support/withCancel';
import { writeWhole } from '../support/writeWhole';
import type { TableColumns } from './fillWork';

/** What a caller may decide beforehand; the rest is asked. */
export interface FillRequest {
  readonly source?: Uri;
  readonly target?: Uri;
  /** Where the table is, when its headings do not tell. */
  readonly columns?: TableColumns;
}

/** *Fill in your REM*; resolves to the file written, `undefined` when the user gave up or the workbook was refused. */
export function registerFillRem(
  sessions: Sessions,
  documents: DocumentSync,
  platform: AsksGit,
  preview: MatrixPreview,
  bundle: () => Promise<Readonly<Record<string, string>>>,
  reporter: ErrorReporter,
): Disposable {
  return commands.registerCommand(Command.FillRem, async (argument?: unknown) => {
    try {
      documents.flush();
      const session = await pickSession(sessions);
      return session === undefined ? undefined : await fillRem(session, platform, preview, bundle, requestOf(argument));
    } catch (error) {
      const refusal = (await import('./fillWork')).refusalOf(error);
      if (refusal === undefined) {
        reporter.show(t('The REM could not be filled in'), error);
      } else {
        reporter.tell(`${render(t, refusal.told)}. ${render(t, refusal.remedy)}.`);
      }
      return undefined;
    }
  });
}

/** From the explorer VS Code passes the file itself; from other menus, things of its own. */
function requestOf(argument: unknown): FillRequest {
  if (argument instanceof Uri) {
    return { source: argument };
  }
  const isRequest = typeof argument === 'object' && argument !== null && 'source' in argument;
  return isRequest && argument.source instanceof Uri ? (argument as FillRequest) : {};
}

async function fillRem(
  session: FolderSession,
  platform: AsksGit,
  preview: MatrixPreview,
  bundle: () => Promise<Readonly<Record<string, string>>>,
  request: FillRequest,
): Promise<Uri | undefined> {
  const source = request.source ?? (await chooseSource(session));
  const target = source === undefined ? undefined : (request.target ?? (await chooseTarget(source)));
  if (source === undefined || target === undefined) {
    return undefined;
  }
  const { language, translate } = await reportLanguage(session, bundle);
  const baseHref = hrefToFolder(target, session.folder.uri);
  const repository = await repositoryOf(session, platform);
  const fill = (columns: TableColumns): Promise<Filled | 'no-table' | undefined> =>
    withCancel(t('Filling in the REM'), undefined, async (signal, tell) => {
      tell(0, 3, t('reading the folder'));
      await Promise.race([session.settledWithUnits(), aborted(signal)]);
      tell(1, 3, t('Reading {0}', baseName(source.path)));
      const { fillIn } = await import('./fillWork');
      const { trace, catalog } = session;
      const filled = await fillIn(await bytesOf(source), {
        trace,
        catalog,
        t: translate,
        language,
        ...columns,
        ...(baseHref === undefined ? {} : { baseHref }),
        ...(repository === undefined ? {} : { repository }),
        breathe: async () => {
          await new Promise((resolve) => setTimeout(resolve, 0));
          signal.throwIfAborted();
        },
      });
      signal.throwIfAborted();
      if (filled !== 'no-table') {
        tell(2, 3, t('Writing {0}', baseName(target.path)));
        await writeWhole(target, filled.bytes);
      }
      return filled;
    });
  const first = await fill(request.columns ?? {});
  const filled = first === 'no-table' ? await fillAsked(source, fill) : first;
  if (filled === undefined) {
    return undefined;
  }
  const rows = filled.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  const unknown = filled.sheets.reduce((sum, sheet) => sum + sheet.unknown.length, 0);
  preview.offer(target, session, t('Open'), (path) =>
    unknown === 0
      ? t('{0}: {1} rows filled in', path, rows)
      : t('{0}: {1} rows filled in; ids not in the catalogue: {2}', path, rows, unknown),
  );
  return target;
}

async function fillAsked(
  source: Uri,
  fill: (columns: TableColumns) => Promise<Filled | 'no-table' | undefined>,
): Promise<Filled | undefined> {
  const { askColumns } = await import('./fillWork');
  const columns = await askColumns(await bytesOf(source), baseName(source.path));
  const filled = columns === undefined ? undefined : await fill(columns);
  if (filled === 'no-table') {
    throw new Error(t('No sheet of this workbook has the header of a table of requirements'));
  }
  return filled;
}

async function bytesOf(source: Uri): Promise<Uint8Array> {
  const { size, type } = await workspace.fs.stat(source);
  // What is too large is refused without reading it.
  const isReadable = (type & FileType.File) !== 0 && size <= usualLimits.file;
  return isReadable ? workspace.fs.readFile(source) : new Uint8Array(usualLimits.file + 1);
}

async function chooseSource(session: FolderSession): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: t('Which REM shall be filled in?'),
    openLabel: t('Fill in'),
    defaultUri: session.folder.uri,
    filters: { [t('Workbooks')]: ['xlsx', 'xlsm'] },
  });
  return chosen?.[0];
}

async function chooseTarget(source: Uri): Promise<Uri | undefined> {
  const dot = source.path.lastIndexOf('.');
  const [stem, extension] = [source.path.slice(0, dot), source.path.slice(dot + 1)];
  return window.showSaveDialog({
    title: t('Where to write the REM that is filled in'),
    saveLabel: t('Fill in'),
    defaultUri: source.with({ path: `${stem}-${t('filled-in')}.${extension}` }),
    filters: { [t('Workbooks')]: [extension] },
  });
}
