import { resolve } from 'node:path';
import { message } from '../../base/message';
import { MANIFEST_FILE, writePackManifest } from '../../evidence/packManifest';
import { packChapters, planPack } from '../../report/pack/packPlan';
import type { PackOptions, PlannedFile } from '../../report/pack/packModel';
import type { Trace } from '../../trace/model';
import { gitCommitOf } from '../../workspace/gitCommit.node';
import { NodeFileSystem } from '../../workspace/nodeFileSystem.node';
import { EntryLost, writeZip, type ZipEntry } from '../../workspace/zipWriter.node';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

export interface PackArguments {
  readonly out: string;
  /** As the user wrote it. */
  readonly chapter?: string;
}

/** `pack`: the evidence pack, a ZIP laid out by chapter and requirement. Gaps do not keep it from being made: they stand on its first page. */
export async function pack(folder: OpenedFolder, { out, chapter }: PackArguments, terminal: Terminal): Promise<void> {
  const { t, language } = terminal;
  const commit = await gitCommitOf(folder.root);
  const options: PackOptions = {
    t,
    language,
    ...(commit === undefined ? {} : { commit }),
    ...(chapter === undefined ? {} : { chapter: chapterNamed(folder.trace, chapter) }),
  };
  const { files, head } = planPack(folder.trace, folder.catalog, options);
  const details = new Map(files.map((file) => [file.path, file]));
  try {
    const { entries, size } = await writeZip(new NodeFileSystem(folder.root), resolve(out), {
      entries: files.map(entryOf),
      last: (written) => ({
        path: MANIFEST_FILE,
        text: writePackManifest({
          ...head,
          files: written.map(({ path, size: bytes, sha256 }) => ({
            ...manifestDetails(details.get(path)),
            path,
            size: bytes,
            sha256,
          })),
        }),
      }),
      onProgress: (done) => terminal.progress(t('Packing… {0} MB', Math.round(done / 1e6))),
    });
    const manifest = entries.at(-1);
    terminal.note(t('Written: {0} ({1} files, {2} MB)', out, entries.length, (size / 1e6).toFixed(1)));
    terminal.note(t('SHA-256 of its manifest, to be noted: {0}', manifest?.sha256 ?? ''));
    const blocking = head.missing.filter(({ blocks }) => blocks).length;
    if (blocking > 0) {
      terminal.note(t('Requirements that still lack something: {0}; they stand on its first page.', blocking));
    }
  } catch (error) {
    throw error instanceof EntryLost
      ? new UsageError(
          message('{0} is gone or changed while it was packed. Nothing was written: try again.', error.file),
        )
      : error;
  } finally {
    terminal.progress('');
  }
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

function entryOf(file: PlannedFile): ZipEntry {
  return file.source === 'text' ? { path: file.path, text: file.text } : { path: file.path, file: file.original };
}

function manifestDetails(file: PlannedFile | undefined) {
  if (file === undefined) {
    return { role: 'summary' as const };
  }
  const { role, requirements, original, kind, date, expires, edition, author } = file;
  return Object.fromEntries(
    Object.entries({ role, requirements, original, kind, date, expires, edition, author }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as Pick<PlannedFile, 'role'>;
}
