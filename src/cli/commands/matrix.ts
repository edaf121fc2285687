import { join } from 'node:path';
import { message } from '../../base/message';
import { MATRIX_FORMATS, type MatrixFormat } from '../../report/formats';
import { StoredTraces } from '../../report/history/storedTraces';
import { faultText, type TraceHistory } from '../../report/history/traceHistory';
import { unclaimedUnits } from '../../trace/unclaimed/claimReport';
import { datedCommitOf } from '../../workspace/gitCommit.node';
import { localClock } from '../../workspace/localClock';
import { NodeFileSystem } from '../../workspace/nodeFileSystem.node';
import type { OpenedFolder } from '../openFolder';
import { hrefToFolder } from '../hrefToFolder';
import { repositoryOf } from '../repositoryOf';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeOutput } from '../writeOutput';

/** Reads `--format html,csv`; every name must be known. */
export function parseFormats(list: string): readonly MatrixFormat[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))].filter((name) => name !== '');
  return names.map((name) => {
    const format = MATRIX_FORMATS.find(({ id }) => id === name);
    if (format === undefined) {
      throw new UsageError(
        message('Unknown format: {0}. Known formats: {1}', name, MATRIX_FORMATS.map(({ id }) => id).join(', ')),
      );
    }
    return format;
  });
}

export interface MatrixArguments {
  readonly out?: string;
  /** Address of the repository's front page. */
  readonly repository?: string;
  /** With the day and the commit. */
  readonly dated?: boolean;
}

/**
 * `matrix`: one format goes to standard output or to the file `out`; several go to the folder `out`, as `matrix.<extension>`.
 * Files are written beside and renamed, so that a reader never sees half a matrix.
 */
export async function matrix(
  folder: OpenedFolder,
  formats: readonly MatrixFormat[],
  { out, repository, dated = false }: MatrixArguments,
  terminal: Terminal,
): Promise<void> {
  const [first, ...others] = formats;
  if (first === undefined) {
    throw new UsageError(message('No format was asked for.'));
  }
  const inRepository = repository === undefined ? undefined : await repositoryOf(folder.root, repository);
  const options = {
    t: terminal.t,
    language: terminal.language,
    ...(inRepository === undefined ? {} : { repository: inRepository, commit: inRepository.commit }),
    ...(folder.claims === undefined ? {} : { unclaimed: unclaimedUnits(folder.claims) }),
    ...(dated ? { generatedAt: localClock.today(), ...(await datedCommitOf(folder.root)) } : {}),
    ...(formats.some(({ id }) => id === 'html') ? { history: await historyOf(folder, terminal) } : {}),
  };
  if (others.length === 0 && out === undefined) {
    if (first.id === 'xlsx' && process.stdout.isTTY) {
      throw new UsageError(message('A workbook is nothing to show on a terminal: add --out FILE.xlsx.'));
    }
    await terminal.write(first.write(folder.trace, options));
    return;
  }
  if (out === undefined) {
    throw new UsageError(message('Several formats need a folder to go to: add --out FOLDER.'));
  }
  for (const format of formats) {
    const path = others.length === 0 ? out : join(out, `matrix.${format.extension}`);
    const baseHref = hrefToFolder(path, folder.root);
    const withLinks = baseHref === undefined ? options : { ...options, baseHref };
    await writeOutput(path, format.write(folder.trace, withLinks));
    terminal.note(terminal.t('Written: {0}', path));
  }
}

async function historyOf({ root, traces }: OpenedFolder, terminal: Terminal): Promise<TraceHistory> {
  const history = await new StoredTraces(new NodeFileSystem(root)).read(traces);
  history.faults.forEach((fault) => terminal.note(faultText(fault, terminal.t)));
  return history;
}
