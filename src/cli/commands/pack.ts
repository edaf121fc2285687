import { resolve } from 'node:path';
import { megabytes } from '../../base/megabytes';
import { countText, message } from '../../base/message';
import { isNothingPacked, nothingPacked } from '../../report/pack/nothingPacked';
import { packedBytes, packEntries, packManifestEntry } from '../../report/pack/packContent';
import { packChapters, planPack } from '../../report/pack/packPlan';
import type { Trace } from '../../trace/model';
import { gitCommitOf } from '../../workspace/gitCommit.node';
import { NodeFileSystem } from '../../workspace/nodeFileSystem.node';
import { pathIn } from '../../workspace/pathIn.node';
import { partOf } from '../../workspace/wholeFile.node';
import { EntryLost, writeZip } from '../../workspace/zipWriter.node';
import { ExitStatus } from '../exitStatus';
import { untilInterrupted } from '../interruption';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeFault } from '../writeOutput';

export interface PackArguments {
  readonly out: string;
  /** As the user wrote it. */
  readonly chapter?: string;
  /** Of this tool. */
  readonly version: string;
}

/** `pack`: the evidence pack, a ZIP laid out by chapter and requirement. Gaps do not keep it from being made: they stand on its first page. */
export async function pack(
  folder: OpenedFolder,
  { out, chapter, version }: PackArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { t, language } = terminal;
  const own = pathIn(folder.root, resolve(out));
  const commit = await gitCommitOf(folder.root, own);
  const plan = planPack(folder.trace, folder.catalog, {
    t,
    language,
    version,
    ...(commit === undefined ? {} : { commit }),
    ...(own === undefined ? {} : { own }),
    ...(chapter === undefined ? {} : { chapter: chapterNamed(folder.trace, chapter) }),
  });
  const total = Math.round(packedBytes(plan) / 1e6);
  const result = await untilInterrupted((signal) =>
    writeZip(new NodeFileSystem(folder.root), resolve(out), {
      entries: packEntries(plan),
      last: (written) => packManifestEntry(plan, written),
      onProgress: (done) =>
        terminal.progress(t('Packing… {0} of {1} MB', countText(t, Math.round(done / 1e6)), countText(t, total))),
      signal,
    }),
  )
    .catch((error: unknown) => {
      throw packFaultOf(error, folder.root, out);
    })
    .finally(() => terminal.progress(''));
  if (result === 'interrupted') {
    terminal.note(t('Interrupted: nothing was written.'));
    return ExitStatus.Unusable;
  }
  const { entries, size } = result;
  terminal.note(
    t('Written: {0} ({1} files, {2} MB)', out, countText(t, entries.length), megabytes(size, terminal.language)),
  );
  terminal.note(t('SHA-256 of its manifest, to be noted: {0}', entries.at(-1)?.sha256 ?? ''));
  if (commit === undefined) {
    terminal.note(t('It names no commit: no git repository could be asked.'));
  } else if (!commit.clean) {
    terminal.note(t('It says that the folder had changes that are not committed.'));
  }
  if (isNothingPacked(folder.trace.requirements, plan.head.chapter)) {
    terminal.note(nothingPacked(t));
  }
  const blocking = plan.head.missing.filter(({ blocks }) => blocks).length;
  if (blocking > 0) {
    terminal.note(
      t('Requirements that still lack something: {0}; they stand on its first page.', countText(t, blocking)),
    );
  }
  return ExitStatus.Done;
}

function packFaultOf(error: unknown, root: string, out: string): unknown {
  if (error instanceof EntryLost) {
    return new UsageError(
      message('{0} is gone or changed while it was packed. Nothing was written: try again.', error.file),
    );
  }
  const proof = unreadableProof(error, root, out);
  return proof === undefined ? writeFault(error, out) : new UsageError(message('Cannot read {0}.', proof));
}

/** The path of a file of the folder that could not be opened, as far as an error is about one. */
function unreadableProof(error: unknown, root: string, out: string): string | undefined {
  const isOfOpening = error instanceof Error && 'syscall' in error && error.syscall === 'open' && 'path' in error;
  const path = isOfOpening && typeof error.path === 'string' ? error.path : undefined;
  return path === undefined || path === partOf(resolve(out)) ? undefined : (pathIn(root, path) ?? path);
}

/** @throws UsageError that names the chapters when none is meant */
function chapterNamed(trace: Trace, written: string): string {
  const chapters = packChapters(trace);
  const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  const exact = chapters.filter((name) => fold(name) === fold(written));
  const found = exact.length > 0 ? exact : chapters.filter((name) => fold(name).includes(fold(written)));
  const [only] = found;
  if (found.length !== 1 || only === undefined) {
    throw new UsageError(message('No single chapter is called “{0}”. Chapters: {1}', written, chapters.join(' ; ')));
  }
  return only;
}
