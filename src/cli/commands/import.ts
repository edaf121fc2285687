import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { message, render } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import { decodeText } from '../../base/decodeText';
import { usualLimits } from '../../xlsx/limits';
import { compileGlob } from '../../base/glob';
import { mergeCatalogs } from '../../catalog/mergeCatalogs';
import type { Requirement } from '../../catalog/model';
import { chosenRenumberings } from '../../import/chosenRenumberings';
import { importInto, type ImportedText } from '../../import/importInto';
import type { Renumbered } from '../../import/keepEdits';
import { idFrom } from '../../import/importRem';
import { parseMapping } from '../../import/mapping';
import { openSpreadsheet } from '../../import/openSpreadsheet';
import { shippedBy } from '../../import/shipped';
import { importReportJson } from '../../import/reportJson';
import { importReportText } from '../../import/reportText';
import { remNamed } from '../../import/remName';
import { withCatalog } from '../../language/fixes/projectEdits';
import { parseProjectFile } from '../../workspace/projectFile';
import { SpreadsheetRefusal } from '../../xlsx/refusal';
import { catalogDiffData } from '../../report/compare/diffJson';
import { copyToNewFile, writeWholeFile } from '../../workspace/wholeFile.node';
import { builtinCatalog } from '../builtinCatalog';
import { editionText, tellProposed } from '../editionChange';
import { refuseLeadingOut } from '../leadsOut';
import { checkedRoot } from '../openFolder';
import { slashed } from '../slashed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

export interface ImportArguments {
  readonly out?: string;
  readonly dir?: string;
  readonly sheet: readonly string[];
  readonly map: readonly string[];
  readonly rem?: string;
  readonly edition?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly add?: boolean;
  /** Pairs of a former id and that of today. */
  readonly renumbered: readonly string[];
  /** Takes every renumbering that is proposed. */
  readonly acceptRenumbered?: boolean;
  readonly format: 'text' | 'json';
}

/** `import FILE`: a catalogue file from the spreadsheet of a REM. `segur.yaml` is changed only when asked to. */
export async function importSpreadsheet(file: string, args: ImportArguments, terminal: Terminal): Promise<void> {
  const root = await checkedRoot(args.dir, {});
  const { t } = terminal;
  try {
    const spreadsheet = await openSpreadsheet(await bytesOf(file), basename(file));
    const name = `${idFrom(args.rem ?? remNamed(spreadsheet.file) ?? spreadsheet.file.replace(/\.\w{1,5}$/u, ''))}.yaml`;
    const place = resolve(args.out ?? join(root, 'requirements', name));
    if (args.dryRun !== true) {
      await refuseLeadingOut(root, place, slashed(relative(root, place)));
      if (args.add === true) {
        await refuseLeadingOut(root, join(root, PROJECT_FILE), PROJECT_FILE);
      }
    }
    const former = await textAt(place);
    const mapping = parseMapping(args.map);
    const options = {
      mapping,
      shipped: await shippedRequirements(),
      ...(args.sheet.length === 0 ? {} : { sheets: args.sheet }),
      ...(args.rem === undefined ? {} : { rem: args.rem }),
      ...(args.edition === undefined ? {} : { edition: args.edition }),
    };
    const { text, report, earlier, change } = await withRenumbered(
      await importInto(spreadsheet, options, former),
      args,
      (renumbered) => importInto(spreadsheet, { ...options, renumbered }, former),
    );
    const shown = args.out ?? slashed(relative(resolve('.'), place));
    const isWriting = args.dryRun !== true && earlier !== 'same';
    if (isWriting && earlier === 'differs' && args.force !== true) {
      throw new UsageError(
        message(
          '{0} exists already. Add --force to import into it again: what you added to it stays, and the earlier file is kept as .bak.',
          shown,
        ),
      );
    }
    const backup = isWriting ? await write(place, text, former !== undefined) : undefined;
    const added = args.add === true && args.dryRun !== true ? await addToProject(root, place) : undefined;
    if (args.format === 'json') {
      const result = {
        version: 1,
        out: slashed(relative(root, place)),
        written: isWriting,
        ...importReportJson(report, t),
        ...(change === undefined ? {} : { comparison: catalogDiffData(change.diff) }),
      };
      await terminal.write(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      const { bold, yellow, cyan, dim } = terminal.colors;
      await terminal.write(importReportText(report, t, { title: bold, warning: yellow, guess: cyan, dim }));
      await terminal.write(change === undefined ? '' : editionText(change, terminal));
    }
    terminal.note(outcome(shown, { isWriting, isDry: args.dryRun === true }, terminal));
    if (backup !== undefined) {
      terminal.note(t('The earlier file is kept: {0}', slashed(relative(resolve('.'), backup))));
    }
    await tellProject(root, place, added, terminal);
    if (change !== undefined) {
      tellProposed(change, terminal);
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) {
      throw new UsageError(message('{0}: {1}. {2}.', file, render(t, error.told), render(t, error.remedy)));
    }
    throw error;
  }
}

/** @throws UsageError when a pair of ids names what is not there */
async function withRenumbered(
  first: ImportedText,
  { renumbered, acceptRenumbered = false }: ImportArguments,
  again: (chosen: readonly Renumbered[]) => Promise<ImportedText>,
): Promise<ImportedText> {
  const found = chosenRenumberings(renumbered, acceptRenumbered, first.change);
  if ('fault' in found) {
    throw new UsageError(found.fault);
  }
  return found.chosen.length === 0 ? first : again(found.chosen);
}

function outcome(shown: string, { isWriting, isDry }: { isWriting: boolean; isDry: boolean }, { t }: Terminal): string {
  if (isDry) {
    return t('Nothing was written (--dry-run). It would be: {0}', shown);
  }
  return isWriting ? t('Written: {0}', shown) : t('{0} is up to date: nothing was written', shown);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    return bytes.length > usualLimits.file ? bytes.subarray(0, usualLimits.file + 1) : bytes;
  } catch (error) {
    if (isGone(error)) {
      throw new UsageError(message('There is no file {0}.', file));
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(message('{0} cannot be read: {1}', file, reason));
  }
}

async function textAt(place: string): Promise<string | undefined> {
  const bytes = await readFile(place).catch((error: unknown) => {
    if (isGone(error)) {
      return undefined;
    }
    throw new UsageError(
      message('{0} cannot be read: {1}', place, error instanceof Error ? error.message : String(error)),
    );
  });
  const decoded = bytes === undefined ? undefined : decodeText(bytes);
  return decoded === undefined ? undefined : 'text' in decoded ? decoded.text : '';
}

/** Where the earlier file went, if there was one. */
async function write(place: string, text: string, hasFormer: boolean): Promise<string | undefined> {
  const backup = hasFormer ? await keep(place) : undefined;
  await writeWholeFile(place, text);
  return backup;
}

async function keep(place: string): Promise<string> {
  for (let n = 1; ; n++) {
    const backup = `${place}.bak${n === 1 ? '' : n}`;
    try {
      await copyToNewFile(place, backup);
      return backup;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }
    }
  }
}

async function shippedRequirements(): Promise<(id: string) => Requirement | undefined> {
  const { catalog } = mergeCatalogs(
    ((await builtinCatalog('segur-v2')) ?? []).flatMap((file) => ('info' in file ? [file] : [])),
  );
  return shippedBy(catalog);
}

/** `undefined` when the file is outside of the folder. */
function pathIn(root: string, place: string): string | undefined {
  const path = relative(root, place);
  return path === '' || path.startsWith('..') || resolve(root, path) !== place ? undefined : slashed(path);
}

async function addToProject(root: string, place: string): Promise<'added' | 'named'> {
  const path = pathIn(root, place);
  if (path === undefined) {
    throw new UsageError(message('{0} is not in the folder of {1}, so it cannot be named there.', place, PROJECT_FILE));
  }
  const text = (await textAt(join(root, PROJECT_FILE))) ?? '';
  if (await isNamed(root, path)) {
    return 'named';
  }
  const current = parseProjectFile(text, PROJECT_FILE).project.catalogs.map((name) => name.text);
  await writeWholeFile(join(root, PROJECT_FILE), withCatalog(text, path, current).text);
  return 'added';
}

async function isNamed(root: string, path: string): Promise<boolean> {
  const text = (await textAt(join(root, PROJECT_FILE))) ?? '';
  return parseProjectFile(text, PROJECT_FILE).project.catalogs.some((name) => {
    const glob = compileGlob(name.text);
    return typeof glob !== 'string' && glob.matches(path);
  });
}

async function tellProject(
  root: string,
  place: string,
  added: 'added' | 'named' | undefined,
  { t, ...terminal }: Terminal,
): Promise<void> {
  const path = pathIn(root, place);
  if (added === 'added') {
    terminal.note(t('{0} names it now among its catalogues', PROJECT_FILE));
  } else if (path !== undefined && !(await isNamed(root, path))) {
    terminal.note(
      t('To use it, name it in {0}, or add --add: {1}', PROJECT_FILE, `catalogs: ['builtin:segur-v2', '${path}']`),
    );
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
