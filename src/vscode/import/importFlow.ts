import { ProgressLocation, Uri, window, workspace } from 'vscode';
import { message, render } from '../../base/message';
import { decodeText } from '../../base/decodeText';
import { compileGlob } from '../../base/glob';
import { parseYaml, validateYaml } from '../../base/yaml';
import { catalogSchema } from '../../catalog/catalogSchema';
import type { Catalog } from '../../catalog/model';
import { knownEdition } from '../../import/edition';
import { importInto, type ImportedText } from '../../import/importInto';
import { idFrom } from '../../import/importRem';
import type { Renumbered } from '../../import/keepEdits';
import { savedMapping } from '../../import/mapping';
import { openSpreadsheet, type Spreadsheet } from '../../import/openSpreadsheet';
import { importReportText } from '../../import/reportText';
import { remNamed } from '../../import/remName';
import { shippedBy } from '../../import/shipped';
import { usualLimits } from '../../xlsx/limits';
import { SpreadsheetRefusal } from '../../xlsx/refusal';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { exists } from '../support/exists';
import { refuseLeadingOut } from '../support/leadsOut';
import { openDocument } from '../support/openDocument';
import { t } from '../support/translate';
import { writeWhole } from '../support/writeWhole';
import { editionReport, editionSummary } from './editionChange';
import { chooseColumns, type Choices } from './importHub';
import { pickRenumbered } from './renumberedPick';
import { baseName } from '../../base/fileNames';

/** What a caller may decide beforehand; the rest is asked. */
export interface ImportRequest {
  readonly file: Uri;
  /** Takes the columns that are recognised, and asks nothing. */
  readonly confirmed?: boolean;
  /** Path of the catalogue file in the folder. */
  readonly out?: string;
  /** Names it in the project file. */
  readonly add?: boolean;
  /** Requirements that have another number; asked where it is not said. */
  readonly renumbered?: readonly Renumbered[];
}

/** What came of an import. */
export interface ImportDone {
  /** Path of the catalogue file in the folder. */
  readonly out: string;
  readonly name: string;
  readonly report: string;
  readonly requirements: number;
  /** What the new edition makes of the earlier one; empty where there was none, or it is the same. */
  readonly summary: string;
  /** The project file is to name it. */
  readonly add: boolean;
}

export interface ImportTools {
  readonly session: FolderSession;
  readonly shipped: () => Promise<Catalog>;
}

/**
 * Imports a spreadsheet into the folder, asking for what is not said; `undefined` when the user gives up. What cannot be read is told.
 * The reading gives way to others every now and then: it may take seconds.
 */
export async function runImport(request: ImportRequest, tools: ImportTools): Promise<ImportDone | undefined> {
  try {
    return await steps(request, tools);
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) {
      const name = baseName(request.file.path);
      void window.showErrorMessage(t('{0}: {1}. {2}.', name, render(t, error.told), render(t, error.remedy)));
      return undefined;
    }
    throw error;
  }
}

async function steps(request: ImportRequest, { session, shipped }: ImportTools): Promise<ImportDone | undefined> {
  const spreadsheet = await withProgress(t('Reading {0}', baseName(request.file.path)), () => open(request.file));
  const named = remNamed(spreadsheet.file);
  const first: Choices = { mapping: {}, ...(named === undefined ? {} : { rem: named }) };
  const usual = placeOf(
    session,
    named,
    `requirements/${idFrom(named ?? spreadsheet.file.replace(/\.\w{1,5}$/u, ''))}.yaml`,
  );
  const start = withSaved(spreadsheet, first, await textAt(session, request.out ?? usual));
  const choices = request.confirmed === true ? start : await chooseColumns(spreadsheet, start);
  if (choices === undefined) {
    return undefined;
  }
  const isNamed = choices.rem === undefined || choices.rem === named;
  const proposedPlace = isNamed ? usual : placeOf(session, choices.rem, `requirements/${idFrom(choices.rem)}.yaml`);
  const out = request.out ?? (request.confirmed === true ? proposedPlace : await askPlace(session, proposedPlace));
  if (out === undefined) {
    return undefined;
  }
  await refuseLeadingOut(session, out);
  const add = await toBeNamed(session, out, request);
  if (add === undefined) {
    return undefined;
  }
  const former = await textAt(session, out);
  const catalog = await shipped();
  const result = await withRenumbered(request, (renumbered) =>
    withProgress(t('Importing {0}', spreadsheet.file), () =>
      importInto(spreadsheet, { ...choices, renumbered, shipped: shippedBy(catalog) }, former, breathe),
    ),
  );
  if (result === undefined) {
    return undefined;
  }
  await write(session, out, result);
  return {
    out,
    name: spreadsheet.file,
    report: importReportText(result.report, t, undefined, Infinity) + editionReport(result.change),
    summary: editionSummary(result.change),
    requirements: result.report.counts.requirements,
    add,
  };
}

/** The file that holds an earlier edition of the same REM: two editions beside each other would both count. */
function placeOf(session: FolderSession, rem: string | undefined, usual: string): string {
  const same = session.catalog.catalogs.filter(
    (one) => rem !== undefined && one.rem?.toLowerCase() === rem.toLowerCase() && !one.file.startsWith('builtin:'),
  );
  return same.length === 0 || same.some(({ file }) => file === usual) ? usual : (same[0]?.file ?? usual);
}

/** Imports, and once more when some requirements turn out to have another number; `undefined` when the user gives up. */
async function withRenumbered(
  { confirmed, renumbered = [] }: ImportRequest,
  importAs: (renumbered: readonly Renumbered[]) => Thenable<ImportedText>,
): Promise<ImportedText | undefined> {
  const found = await importAs(renumbered);
  const proposed = confirmed === true ? [] : (found.change?.proposed ?? []);
  const chosen = proposed.length === 0 ? [] : await pickRenumbered(proposed);
  if (chosen === undefined) {
    return undefined;
  }
  return chosen.length === 0 ? found : importAs([...renumbered, ...chosen]);
}

async function open(file: Uri): Promise<Spreadsheet> {
  const { size } = await workspace.fs.stat(file);
  // One byte too many is as good as all of them, for the message.
  const bytes = size > usualLimits.file ? new Uint8Array(usualLimits.file + 1) : await workspace.fs.readFile(file);
  return openSpreadsheet(bytes, baseName(file.path), { breathe });
}

function withSaved(spreadsheet: Spreadsheet, choices: Choices, former: string | undefined): Choices {
  const saved =
    former === undefined ? undefined : validateYaml(catalogSchema, parseYaml(former, ''), '').output?.catalog;
  return {
    mapping: savedMapping(saved?.import?.columns ?? {}),
    ...knownEdition(spreadsheet, saved),
    ...(saved?.rem === undefined ? (choices.rem === undefined ? {} : { rem: choices.rem }) : { rem: saved.rem }),
  };
}

async function askPlace(session: FolderSession, proposed: string): Promise<string | undefined> {
  const place = await window.showInputBox({
    title: t('Import a REM: where to write the catalogue?'),
    prompt: t(
      'A path in the folder. What you added to a file that exists stays, and the earlier file is kept as .bak.',
    ),
    value: proposed,
    valueSelection: [proposed.lastIndexOf('/') + 1, proposed.length - '.yaml'.length],
    ignoreFocusOut: true,
    validateInput: (value) => (isPlace(value) ? undefined : t('A path inside the folder that ends in .yaml')),
  });
  return place === undefined || session.pathOf(session.uriOf(place.trim())) === undefined ? undefined : place.trim();
}

function isPlace(value: string): boolean {
  const path = value.trim();
  const parts = path.split('/');
  return (
    /\.ya?ml$/iu.test(path) &&
    path !== projectFile &&
    !path.includes('\\') &&
    !parts.some((part) => part === '' || part === '..' || part === '.')
  );
}

/** Whether the project file is to name it: asked unless it does already. */
async function toBeNamed(session: FolderSession, out: string, request: ImportRequest): Promise<boolean | undefined> {
  const isNamed = session.files.project.catalogs.some(({ text }) => {
    const glob = compileGlob(text);
    return typeof glob !== 'string' && glob.matches(out);
  });
  if (isNamed || request.confirmed === true) {
    return !isNamed && request.add === true;
  }
  const items = [
    {
      label: session.files.hasProjectFile
        ? t('Name it in {0}', projectFile)
        : t('Create {0} and name it there', projectFile),
      description: t('its requirements count from then on'),
      add: true,
    },
    { label: t('Write the file only'), description: '', add: false },
  ];
  const chosen = await window.showQuickPick(items, {
    title: t('Import a REM: use it in this folder?'),
    ignoreFocusOut: true,
  });
  return chosen?.add;
}

async function textAt(session: FolderSession, path: string): Promise<string | undefined> {
  const uri = session.uriOf(path);
  if (!(await exists(uri))) {
    return undefined;
  }
  if (openDocument(uri)?.isDirty === true) {
    throw new SpreadsheetRefusal(message('{0} has unsaved changes', path), message('Save it, then import again'));
  }
  const decoded = decodeText(await workspace.fs.readFile(uri));
  return 'text' in decoded ? decoded.text : '';
}

async function write(session: FolderSession, out: string, { text, earlier }: ImportedText): Promise<void> {
  const uri = session.uriOf(out);
  if (earlier === 'same') {
    return;
  }
  await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
  if (earlier === 'differs') {
    await keep(uri);
  }
  await writeWhole(uri, new TextEncoder().encode(text));
}

async function keep(uri: Uri): Promise<void> {
  for (let n = 1; ; n++) {
    const backup = uri.with({ path: `${uri.path}.bak${n === 1 ? '' : n}` });
    if (!(await exists(backup))) {
      await workspace.fs.copy(uri, backup, { overwrite: false });
      return;
    }
  }
}

function withProgress<T>(title: string, work: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title }, work);
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
