import { commands, ProgressLocation, Uri, window } from 'vscode';
import { baseName, packName } from '../../base/fileNames';
import { compileGlob } from '../../base/glob';
import { localClock } from '../../workspace/localClock';
import { GlobSet } from '../../workspace/pathFilter';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import { exists } from '../support/exists';
import { refuseLeadingOut } from '../support/leadsOut';
import { pickSession } from '../support/pickSession';
import { reportLanguage } from '../support/reportLanguage';
import { t } from '../support/translate';
import { writeWhole } from '../support/writeWhole';
import type { TraceParts } from './traceParts';

/** What a caller may decide beforehand; the rest is asked. */
export interface StoreRequest {
  /** The file to write. */
  readonly target?: Uri;
}

/** From a menu VS Code passes the view's own arguments: only what we wrote ourselves is a request. */
export function isStoreRequest(value: unknown): value is StoreRequest {
  return typeof value === 'object' && value !== null && 'target' in value && value.target instanceof Uri;
}

/** Writes the trace as it is now, with its day and commit; `undefined` when the user gave up. */
export async function storeTrace(
  { sessions, platform, reporter, bundle }: TraceParts,
  { target: given }: StoreRequest,
): Promise<Uri | undefined> {
  const session = (given === undefined ? undefined : sessions.locate(given)?.session) ?? (await pickSession(sessions));
  const target = session === undefined ? undefined : (given ?? (await chooseTarget(session)));
  if (session === undefined || target === undefined) {
    return undefined;
  }
  const path = session.pathOf(target);
  if (path !== undefined) {
    await refuseLeadingOut(session, path);
  }
  const { language, translate } = await reportLanguage(session, bundle);
  await window.withProgress({ location: ProgressLocation.Notification, title: t('Storing the trace') }, async () => {
    await session.settledWithUnits();
    const { MATRIX_FORMATS } = await import('../../report/formats');
    const commit = await platform.commitOf?.(session.folder.uri);
    const options = { t: translate, language, generatedAt: localClock.today(), ...commit };
    const text = MATRIX_FORMATS.find(({ id }) => id === 'json')?.write(session.trace, options) ?? '';
    await writeWhole(target, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  });
  tell(session, target).catch((error: unknown) => reporter.log(error));
  return target;
}

/** By its version, else by its day, in the first folder that `traces` names. */
async function chooseTarget(session: FolderSession): Promise<Uri | undefined> {
  const { product, traces } = session.files.project;
  const name = product.version === undefined ? localClock.today() : packName(product.version);
  const paths = traces.flatMap((pattern) => {
    const glob = compileGlob(pattern);
    const path = typeof glob === 'string' ? '' : `${glob.base === '' ? '' : `${glob.base}/`}${name}.json`;
    return typeof glob !== 'string' && glob.matches(path) ? [path] : [];
  });
  const written = await window.showInputBox({
    title: t('Store this trace'),
    prompt: t('The file to write, in the folder'),
    value: paths[0] ?? `${name}.json`,
    ignoreFocusOut: true,
    validateInput: (path) => (uriIn(session, path) === undefined ? t('A path in the folder that ends with .json') : ''),
  });
  const target = written === undefined ? undefined : uriIn(session, written);
  return target !== undefined && (await mayWrite(target)) ? target : undefined;
}

/** `undefined` for what is no JSON file in the folder. */
function uriIn(session: FolderSession, written: string): Uri | undefined {
  const path = written.trim().replaceAll('\\', '/');
  const uri = session.uriOf(path);
  return /[^/]\.json$/iu.test(path) && session.pathOf(uri) === path ? uri : undefined;
}

async function mayWrite(target: Uri): Promise<boolean> {
  const replace = t('Replace');
  return (
    !(await exists(target)) ||
    (await window.showWarningMessage(
      t('{0} is there already.', baseName(target.path)),
      { modal: true, detail: t('The trace in it would be lost.') },
      replace,
    )) === replace
  );
}

async function tell(session: FolderSession, target: Uri): Promise<void> {
  const path = session.pathOf(target);
  const isNamed = path !== undefined && new GlobSet(session.files.project.traces).matches(path, baseName(target.path));
  const dashboard = t('Open dashboard');
  const name = path ?? baseName(target.path);
  const choice = await window.showInformationMessage(
    isNamed
      ? t('Trace stored: {0}', name)
      : t('Trace stored: {0}. “traces” in segur.yaml does not name it, so the dashboard does not show it.', name),
    ...(isNamed ? [dashboard] : []),
  );
  if (choice === dashboard) {
    await commands.executeCommand(Command.OpenDashboard);
  }
}
