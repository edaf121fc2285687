import { MANIFEST_FILE, writePackManifest } from '../../evidence/packManifest';
import type { PackPlan, PlannedFile } from './packModel';

/** A file of the archive: made here, or read from the workspace folder while it is written. */
export type PackEntry =
  { readonly path: string; readonly content: string | Uint8Array } | { readonly path: string; readonly file: string };

/** What was put into the archive. */
export interface PackedEntry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Everything but the manifest, in the order in which it is written. */
export function packEntries({ files }: PackPlan): readonly PackEntry[] {
  return files.map((file) =>
    file.source === 'made' ? { path: file.path, content: file.content } : { path: file.path, file: file.original },
  );
}

/** The manifest of what was written, the last entry. */
export function packManifestEntry(
  { files, head }: PackPlan,
  written: readonly PackedEntry[],
): { readonly path: string; readonly content: string } {
  const planned = new Map(files.map((file) => [file.path, file]));
  const content = writePackManifest({
    ...head,
    files: written.map(({ path, size, sha256 }) => ({ ...details(planned.get(path)), path, size, sha256 })),
  });
  return { path: MANIFEST_FILE, content };
}

/** Bytes of the proofs, for a progress; those of what is made here are few. */
export function packedBytes({ files }: PackPlan): number {
  return files.reduce((sum, file) => sum + (file.source === 'file' ? file.bytes : 0), 0);
}

function details(file: PlannedFile | undefined) {
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
