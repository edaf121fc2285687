import { commands, Uri, window } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { Catalog } from '../../catalog/model';
import { withCatalog } from '../../language/fixes/projectEdits';
import { Command, importReportScheme, View } from '../ids';
import type { FolderSession } from '../folderSession';
import { editProjectFile } from '../project/editProjectFile';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { offerFolder, pickSession } from '../support/pickSession';
import { TextReports } from '../support/textReports';
import { t } from '../support/translate';
import type { ImportDone, ImportRequest } from './importFlow';

/** *Import a REM…*: also on spreadsheets in the explorer. Resolves to what was imported. */
export function registerImport(
  sessions: Sessions,
  shipped: () => Promise<Catalog>,
  reporter: ErrorReporter,
): Disposable {
  const store = new DisposableStore();
  const reports = store.add(new TextReports(importReportScheme));
  store.add(
    commands.registerCommand(Command.ImportRem, async (given?: unknown): Promise<ImportDone | undefined> => {
      try {
        if (sessions.all.length === 0) {
          await offerFolder();
          return undefined;
        }
        const request = await requestOf(given);
        const session =
          request === undefined ? undefined : (sessions.locate(request.file)?.session ?? (await pickSession(sessions)));
        if (request === undefined || session === undefined) {
          return undefined;
        }
        const { runImport } = await import('./importFlow');
        const done = await runImport(request, { session, shipped });
        if (done !== undefined) {
          await finish(session, done, reports, reporter);
        }
        return done;
      } catch (error) {
        reporter.show(t('The spreadsheet could not be imported'), error);
        return undefined;
      }
    }),
  );
  return store;
}

/** The explorer passes the file of its row, the palette nothing, and a caller of ours all that is decided. */
async function requestOf(given: unknown): Promise<ImportRequest | undefined> {
  if (given instanceof Uri) {
    return { file: given };
  }
  if (typeof given === 'object' && given !== null && 'file' in given && given.file instanceof Uri) {
    return given as ImportRequest;
  }
  const chosen = await window.showOpenDialog({
    title: t('Which spreadsheet of a REM?'),
    openLabel: t('Import'),
    canSelectMany: false,
    filters: { [t('Spreadsheets')]: ['xlsx', 'xlsm', 'csv'] },
  });
  const [file] = chosen ?? [];
  return file === undefined ? undefined : { file };
}

async function finish(
  session: FolderSession,
  { add, out, name, report, requirements, summary }: ImportDone,
  reports: TextReports,
  reporter: ErrorReporter,
): Promise<void> {
  if (add) {
    const current = session.files.project.catalogs.map(({ text }) => text);
    await editProjectFile(session, (text) => withCatalog(text, out, current));
  } else {
    await session.files.reload();
  }
  await reports.show(`${name}.txt`, report);
  await commands.executeCommand(`${View.Requirements}.focus`);
  window
    .showInformationMessage(
      [t('{0}: {1} requirements were imported into {2}', name, requirements, out), summary]
        .filter((part) => part !== '')
        .join('. '),
    )
    .then(undefined, (error: unknown) => reporter.log(error));
}
