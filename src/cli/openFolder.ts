import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { countText, message } from '../base/message';
import type { Catalog } from '../catalog/model';
import { acceptedLinkFiles } from '../trace/acceptance';
import type { Trace } from '../trace/model';
import type { ClaimReport } from '../trace/unclaimed/model';
import type { HashOf } from '../evidence/acceptedProofs';
import { FolderTrace } from '../workspace/folderTrace';
import { GitHistory } from '../workspace/gitHistory.node';
import { outerIgnoreFiles } from '../workspace/folderWalk.node';
import type { ReadLock } from '../workspace/lockFile';
import { localClock } from '../workspace/localClock';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { scanWithHelper } from '../workspace/scanInWorker.node';
import type { Scan, ScanStats } from '../workspace/scanOptions';
import { unitsWithHelper } from '../workspace/unitsInWorker.node';
import { builtinCatalog } from './builtinCatalog';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

export interface OpenOptions {
  readonly marker?: string;
  /** The catalogues alone: no file of the folder is read for annotations. */
  readonly catalogOnly?: boolean;
  /** The code that links speak of is found too: for all links, or for those in some files. */
  readonly units?: Asked | boolean;
  /** Files of proofs of which the bytes are to be known, besides the accepted ones. */
  readonly proofs?: Asked;
  /** What of the code declared sensitive requirements claim is found too. */
  readonly claims?: boolean;
}

/** What to look at more closely, once the folder has been read. */
export type Asked = (folder: Pick<OpenedFolder, 'catalog' | 'trace'>) => Iterable<string>;

/** A folder as a command sees it: read once, whole. */
export interface OpenedFolder {
  readonly root: string;
  readonly catalog: Catalog;
  readonly trace: Trace;
  /** Globs of its stored traces. */
  readonly traces: readonly string[];
  readonly stats: ScanStats;
  readonly lock: ReadLock;
  /** SHA-256 of a proof's file: of the accepted ones, and of those that were asked for. */
  readonly hashOf: HashOf;
  /** Where it was asked for and something is declared sensitive. */
  readonly claims?: ClaimReport;
}

const NO_FILES: ScanStats = { files: 0, bytes: 0, matched: 0, ignored: 0 };

/** @throws UsageError when there is no such folder or the marker cannot be one */
export async function openFolder(
  dir: string | undefined,
  options: OpenOptions,
  terminal: Terminal,
): Promise<OpenedFolder> {
  const root = await checkedRoot(dir, options);
  const faults: unknown[] = [];
  const scan = options.catalogOnly === true ? () => Promise.resolve(NO_FILES) : scanWithProgress(root, terminal);
  const folder = traceFolder(root, options, terminal, scan, (error) => faults.push(error));
  try {
    await folder.load();
    await reviewAccepted(folder, options.proofs?.(folder));
    await folder.resolveTests();
    if (options.units !== undefined && options.units !== false) {
      await folder.resolveUnits(options.units === true ? undefined : options.units(folder));
    }
    if (options.catalogOnly !== true) {
      await folder.resolveAges();
    }
    const claims = options.claims === true ? await folder.sensitive?.report() : undefined;
    if (faults.length > 0) {
      throw faults[0];
    }
    return {
      root,
      catalog: folder.catalog,
      trace: folder.trace,
      traces: folder.project.traces,
      stats: folder.stats ?? NO_FILES,
      lock: folder.lock,
      hashOf: (path) => folder.hashOf(path),
      ...(claims === undefined ? {} : { claims }),
    };
  } finally {
    terminal.progress('');
    folder.dispose();
  }
}

/** Holds the code and the proofs that were accepted against what they are now. */
async function reviewAccepted(folder: FolderTrace, proofs: Iterable<string> = []): Promise<void> {
  const { lock } = folder.lock;
  if (lock !== undefined) {
    await folder.resolveUnits(acceptedLinkFiles(folder.trace, lock));
  }
  await folder.resolveProofs(proofs);
}

/** The absolute path of a folder. @throws UsageError when there is no such folder or the marker cannot be one */
export async function checkedRoot(dir: string | undefined, { marker }: Pick<OpenOptions, 'marker'>): Promise<string> {
  const root = resolve(dir ?? '.');
  await checkFolder(root, dir ?? '.');
  checkMarker(marker);
  return root;
}

/** A folder that is still to be read. @param onError gets faults of our own */
export function traceFolder(
  root: string,
  { marker }: Pick<OpenOptions, 'marker'>,
  terminal: Terminal,
  scan: Scan,
  onError: (error: unknown) => void,
): FolderTrace {
  const fs = new NodeFileSystem(root);
  return new FolderTrace({
    fs,
    hashFile: (path, signal) => fs.sha256(path, signal),
    clock: localClock,
    builtinCatalog,
    scan,
    readUnits: unitsWithHelper({
      root,
      workerFile: join(__dirname, 'unit-worker.js'),
      onError: (error) => terminal.note(parserFault(terminal, error)),
    }),
    codeHistory: new GitHistory(root),
    settings: marker === undefined ? {} : { forcedMarker: marker },
    outerIgnoreFiles: outerIgnoreFiles(root),
    onError,
  });
}

function parserFault({ t }: Terminal, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t('A parser could not be used, so code is told by the look of its lines: {0}', reason);
}

async function checkFolder(root: string, written: string): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (found === undefined) {
    throw new UsageError(message('There is no folder {0}.', written));
  }
  if (!found.isDirectory()) {
    throw new UsageError(message('{0} is not a folder.', written));
  }
}

function checkMarker(marker: string | undefined): void {
  if (marker !== undefined && !/^\S.{1,39}$/u.test(marker)) {
    throw new UsageError(message('A marker has 2 to 40 characters and does not start with a blank: {0}', marker));
  }
}

/** Shorter work needs no progress. In milliseconds. */
const QUIET = 500;

function scanWithProgress(root: string, terminal: Terminal): Scan {
  const scan = scanWithHelper(root, join(__dirname, 'scan-worker.js'));
  return (options, onBatch, signal) => {
    const start = performance.now();
    let found = 0;
    const report: typeof onBatch = (batch) => {
      found += batch.length;
      onBatch(batch);
      if (performance.now() - start > QUIET) {
        terminal.progress(terminal.t('Reading the folder… {0} files with annotations', countText(terminal.t, found)));
      }
    };
    return scan(options, report, signal);
  };
}
