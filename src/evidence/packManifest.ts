import * as v from 'valibot';
import type { Translate } from '../base/message';
import { proofKinds } from '../catalog/catalogSchema';

/** Name of the manifest in an evidence pack. */
export const MANIFEST_FILE = 'MANIFEST.json';

const text = v.string();
const optional = v.exactOptional(text);
const ids = v.array(text);

const packedFile = v.object({
  /** In the pack, with `/`. */
  path: text,
  /** `summary`: page one and what a reader has to know. */
  role: v.picklist(['proof', 'matrix', 'summary']),
  /** Bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  /** Of proofs: canonical ids of the requirements that it was declared for, and its path in the vendor's folder. */
  requirements: v.exactOptional(ids),
  original: optional,
  kind: v.exactOptional(v.picklist(proofKinds)),
  date: optional,
  expires: optional,
  edition: optional,
  author: optional,
});

/** `MANIFEST.json` of an evidence pack: what is in it, and what is not. */
export const packManifestSchema = v.object({
  format: v.literal('segur-trace-evidence-pack'),
  version: v.literal(1),
  /** What made it. */
  tool: v.object({ name: text, version: text }),
  product: v.object({ name: optional, version: optional }),
  profile: v.object({ couloir: optional, dispositif: optional, profils: ids }),
  catalogs: v.array(v.object({ id: text, title: text, edition: optional })),
  /** Absent for the whole dossier. */
  chapter: optional,
  /** Of the folder; `null` where no git repository could be asked. `clean`: nothing but what the commit holds was in the folder. */
  commit: v.nullable(v.object({ id: text, clean: v.boolean() })),
  files: v.array(packedFile),
  /** Proofs that are no file: a number of a test run, an address. */
  values: v.array(
    v.object({ requirements: ids, kind: v.picklist(proofKinds), value: optional, link: optional, date: optional }),
  ),
  /** Requirements of the profile that are neither satisfied nor decided, with what they lack. */
  missing: v.array(
    v.object({
      requirement: text,
      chapter: optional,
      /** `false` for a recommendation (préconisation): it never keeps a chapter from being ready. */
      blocks: v.boolean(),
      state: text,
      gaps: v.array(text),
    }),
  ),
});

export type PackManifest = v.InferOutput<typeof packManifestSchema>;
export type PackedFile = PackManifest['files'][number];

/** @returns `undefined` for what is no manifest of a version that this build knows */
export function parsePackManifest(source: string): PackManifest | undefined {
  try {
    const { success, output } = v.safeParse(packManifestSchema, JSON.parse(source));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

export function writePackManifest(manifest: PackManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The commit and whether anything else was in the folder; or that nobody knows. */
export function commitText(commit: PackManifest['commit'], t: Translate): string {
  if (commit === null) {
    return t('unknown: no git repository could be asked');
  }
  const tree = commit.clean ? t('nothing changed since') : t('with changes that are not committed');
  return `${commit.id} (${tree})`;
}
