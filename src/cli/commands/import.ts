import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { message, render } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import { decodeText } from '../../base/decodeText';
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
import { isGone } from '../../workspace/folderWalk.node';
import { pathIn } from '../../workspace/pathIn.node';
import { usualLimits } from '../../xlsx/limits';
import { SpreadsheetRefusal } from '../../xlsx/refusal';
import { catalogDiffData } from '../../report/compare/diffJson';
import { copyToNewFile } from '../../workspace/wholeFile.node';
import { builtinCatalog } from '../builtinCatalog';
import { editionText, tellProposed } from '../editionChange';
import { refuseLeadingOut } from '../leadsOut';
import { checkedRoot } from '../openFolder';
import { isNamed, nameCatalog, refuseToName } from '../projectCatalogs';
import { readInputBytes } from '../readInput';
import { slashed } from '../slashed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeFault, writeOutput } from '../writeOutput';

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
    const spreadsheet = await openSpreadsheet(await readInputBytes(file, usualLimits.file), basename(file));
    const name = `${idFrom(args.rem ?? remNamed(spreadsheet.file) ?? spreadsheet.file.replace(/\.\w{1,5}$/u, ''))}.yaml`;
    const place = resolve(args.out ?? join(root, 'requirements', name));
    if (args.dryRun !== true) {
      await refuseLeadingOut(root, place, slashed(relative(root, place)));
      if (args.add === true) {
        await refuseLeadingOut(root, join(root, PROJECT_FILE), PROJECT_FILE);
        await refuseToName(root, place);
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
    const backup = isWriting ? await write(place, text, former !== undefined, shown) : undefined;
    const added = args.add === true && args.dryRun !== true ? await nameCatalog(root, place, t) : undefined;
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

/** The text of a file that may not be there; `''` of one that is no text. */
async function textAt(place: string): Promise<string | undefined> {
  const bytes = await readFile(place).catch((error: unknown) => {
    if (isGone(error)) {
      return undefined;
    }
    throw new UsageError(message('Cannot read {0}.', place));
  });
  const decoded = bytes === undefined ? undefined : decodeText(bytes);
  return decoded === undefined ? undefined : 'text' in decoded ? decoded.text : '';
}

/** @returns where the earlier file went, if there was one */
async function write(place: string, text: string, hasFormer: boolean, shown: string): Promise<string | undefined> {
  const backup = hasFormer ? await keep(place) : undefined;
  await writeOutput(place, text, shown);
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
        throw writeFault(error, backup);
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
