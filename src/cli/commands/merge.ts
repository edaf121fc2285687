import { basename, dirname, extname, join, resolve } from 'node:path';
import { countText, message } from '../../base/message';
import { mergeCatalogs } from '../../catalog/mergeCatalogs';
import type { MatrixFormat } from '../../report/formats';
import { conflictText, mergedMatrix } from '../../report/merge/mergedMatrix';
import { mergeMatrices, RepositoryClash, type Merged, type MergeInput } from '../../report/merge/mergeMatrices';
import { traceOfMerged } from '../../report/merge/storedTrace';
import { builtinCatalog } from '../builtinCatalog';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeOutput } from '../writeOutput';
import { storedTrace } from './diff';

/** More are no product. */
const MOST_TRACES = 1000;
/** What everybody calls the file: then the folder tells more. */
const COMMON = new Set(['matrix', 'trace', 'matrice']);

/** `merge`: the stored traces of several repositories as one matrix, `[NAME[@COMMIT]=]FILE` each. */
export async function merge(
  written: readonly string[],
  formats: readonly MatrixFormat[],
  out: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (written.length > MOST_TRACES) {
    throw new UsageError(message('{0} traces; at most {1} are merged.', written.length, MOST_TRACES));
  }
  const [first, ...others] = formats;
  if (first === undefined) {
    throw new UsageError(message('No format was asked for.'));
  }
  if (out === undefined && others.length > 0) {
    throw new UsageError(message('Several formats need a folder to go to: add --out FOLDER.'));
  }
  if (out === undefined && first.id === 'xlsx' && process.stdout.isTTY) {
    throw new UsageError(message('A workbook is nothing to show on a terminal: add --out FILE.xlsx.'));
  }
  const inputs: MergeInput[] = [];
  for (const [at, one] of written.entries()) {
    terminal.progress(terminal.t('Reading… {0} of {1} traces', at + 1, written.length));
    inputs.push(await inputOf(one));
  }
  terminal.progress('');
  const merged = mergedOf(inputs);
  const conflicts = merged.conflicts ?? [];
  if (out === undefined) {
    await terminal.write(await textOf(merged, first, terminal));
  } else {
    for (const format of formats) {
      const path = others.length === 0 ? out : join(out, `matrix.${format.extension}`);
      await writeOutput(path, await textOf(merged, format, terminal));
      terminal.note(terminal.t('Written: {0}', path));
    }
  }
  if (conflicts.length > 0) {
    terminal.note(terminal.t('What the repositories do not agree about: {0}', countText(terminal.t, conflicts.length)));
    conflicts.forEach((one) => terminal.note(`  ${conflictText(one, terminal.t)}`));
  }
}

async function textOf(merged: Merged, format: MatrixFormat, { t, language }: Terminal): Promise<string | Uint8Array> {
  if (format.id === 'json') {
    return `${JSON.stringify(mergedMatrix(merged), undefined, 1)}\n`;
  }
  const facts: (readonly [string, string])[] = [
    ...(merged.repositories ?? []).map(({ name, commit }) => [t('Repository'), repositoryText(name, commit)] as const),
    ...(merged.conflicts ?? []).map((one) => [t('Not agreed'), conflictText(one, t)] as const),
  ];
  // Stored traces name the answers of the FAQ; their words are those of the catalogue that ships.
  const shipped = ((await builtinCatalog('segur-v2')) ?? []).flatMap((file) =>
    'info' in file ? [mergeCatalogs([file]).catalog] : [],
  );
  return format.write(traceOfMerged(merged, shipped), { t, language, facts });
}

function repositoryText(name: string, commit: string | undefined): string {
  return commit === undefined ? name : `${name} (${commit})`;
}

function mergedOf(inputs: readonly MergeInput[]): Merged {
  try {
    return mergeMatrices(inputs);
  } catch (error) {
    throw error instanceof RepositoryClash
      ? new UsageError(
          message(
            'Two traces are of {0} and are not the same. Give each a name of its own: NAME=FILE.',
            error.repository,
          ),
        )
      : error;
  }
}

async function inputOf(written: string): Promise<MergeInput> {
  const [, name, commit, file = written] = /^([^=@/\\]{1,100})(?:@([\w.-]{1,64}))?=(.+)$/u.exec(written) ?? [];
  const matrix = await storedTrace(file);
  return { name: name ?? nameOf(file), matrix: commit === undefined ? matrix : { ...matrix, commit } };
}

/** `web.json` is of web, `web/matrix.json` too. */
function nameOf(file: string): string {
  const name = basename(file, extname(file));
  return COMMON.has(name) ? basename(dirname(resolve(file))) || name : name;
}
