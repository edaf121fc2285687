import * as v from 'valibot';

const text = v.string();
const optional = v.exactOptional(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1));

const testResult = v.strictObject({
  name: text,
  outcome: v.picklist(['passed', 'failed', 'skipped']),
  message: optional,
  date: optional,
  file: text,
  line: fromOne,
});
const namedResult = v.strictObject({ ...testResult.entries, repository: optional });
const testState = v.picklist(['passed', 'failed', 'skipped', 'not-run']);

const link = v.strictObject({
  /** In a merged matrix: what the file is in; so of every `repository`. */
  repository: optional,
  file: text,
  line: fromOne,
  column: fromOne,
  endColumn: fromOne,
  verb: v.picklist(['implements', 'verifies', 'partial', 'todo']),
  id: text,
  item: optional,
  raw: text,
  rev: optional,
  note: optional,
  unit: v.exactOptional(
    v.strictObject({
      kind: text,
      name: text,
      startLine: fromOne,
      endLine: fromOne,
      hash: v.exactOptional(text),
    }),
  ),
  tests: v.exactOptional(
    v.strictObject({
      state: testState,
      passed: count,
      failed: count,
      skipped: count,
      date: optional,
      notPassed: v.array(testResult),
    }),
  ),
  state: v.picklist(['ok', 'unknown', 'outdated', 'predated', 'suspect', 'unwanted', 'duplicate']),
});

const proof = v.strictObject({
  repository: optional,
  for: v.array(text),
  kind: text,
  state: text,
  files: v.array(v.strictObject({ path: text, size: count })),
  patterns: v.exactOptional(v.array(text)),
  value: optional,
  link: optional,
  date: optional,
  expires: optional,
  author: optional,
  edition: optional,
  version: optional,
  covers: v.array(text),
});

export const countsSchema = v.strictObject({
  satisfied: count,
  partial: count,
  missing: count,
  suspect: count,
  'not-applicable': count,
  'accepted-gap': count,
});

const groups = v.array(v.strictObject({ name: text, total: count, ready: v.boolean(), counts: countsSchema }));

const requirement = v.strictObject({
  id: text,
  title: text,
  chapter: optional,
  theme: optional,
  family: optional,
  nature: v.picklist(['exigence', 'préconisation']),
  origin: text,
  scope: v.picklist(['applicable', 'unknown', 'out-of-profile', 'obsolete']),
  state: v.picklist(['satisfied', 'partial', 'missing', 'suspect', 'not-applicable', 'accepted-gap']),
  needs: v.array(v.strictObject({ need: v.picklist(['code', 'test', 'proof']), met: v.boolean() })),
  links: v.array(link),
  proofs: v.array(proof),
  checklist: v.array(
    v.strictObject({ id: text, text, covered: v.boolean(), indicative: v.exactOptional(v.boolean()) }),
  ),
  documents: v.exactOptional(
    v.array(
      v.strictObject({
        repository: optional,
        file: text,
        answered: v.array(text),
        unfinished: v.array(text),
        missing: v.array(text),
      }),
    ),
  ),
  decision: v.exactOptional(
    v.strictObject({
      status: v.picklist(['not-applicable', 'accepted-gap']),
      reason: text,
      by: optional,
      date: optional,
      expires: optional,
    }),
  ),
  guidance: v.array(v.strictObject({ id: text, subject: optional, match: text })),
  gaps: v.array(text),
  /** What each of the gaps is about, in their order. */
  gapKinds: v.exactOptional(v.array(text)),
  tests: v.exactOptional(v.strictObject({ state: testState, named: v.array(namedResult) })),
});

export const storedProblemSchema = v.strictObject({
  code: text,
  severity: v.picklist(['error', 'warning', 'information', 'hint']),
  file: text,
  line: v.exactOptional(fromOne),
  column: v.exactOptional(fromOne),
  message: text,
  remedy: optional,
  args: v.array(v.union([text, v.number()])),
});

const product = v.strictObject({ name: optional, version: optional });

const conflict = v.strictObject({
  kind: v.picklist(['decision', 'edition', 'profile', 'product', 'requirement']),
  /** Id of the requirement or of the catalogue, or the key of the profile or the product. */
  subject: text,
  values: v.array(v.strictObject({ value: text, repositories: v.array(text) })),
});

export type StoredConflict = v.InferOutput<typeof conflict>;

/** The stored trace: what `segur-trace matrix --format json` writes. Lines and columns count from 1, columns in UTF-16 units. */
export const matrixSchema = v.strictObject({
  version: v.literal(1),
  product,
  profile: v.strictObject({ couloir: optional, dispositif: optional, profils: v.array(text) }),
  catalogs: v.array(v.strictObject({ id: text, title: text, edition: optional })),
  commit: optional,
  /** When that commit was made, as git writes it. */
  committedAt: optional,
  /** The day on which the trace was made. */
  generatedAt: optional,
  /** Of a merged matrix. */
  repositories: v.exactOptional(v.array(v.strictObject({ name: text, commit: optional, product }))),
  /** What the repositories of a merged matrix do not agree about. */
  conflicts: v.exactOptional(v.array(conflict)),
  counts: countsSchema,
  chapters: groups,
  themes: groups,
  families: groups,
  requirements: v.array(requirement),
  unknownLinks: v.array(link),
  mentions: v.array(
    v.strictObject({
      repository: optional,
      file: text,
      line: fromOne,
      column: fromOne,
      endColumn: fromOne,
      id: text,
      raw: text,
    }),
  ),
  problems: v.array(v.strictObject({ ...storedProblemSchema.entries, repository: optional })),
  /** Where code is declared sensitive: the units that no requirement claims, one by one. */
  unclaimed: v.exactOptional(
    v.array(v.strictObject({ file: text, kind: text, name: text, startLine: fromOne, endLine: fromOne })),
  ),
});

export type StoredMatrix = v.InferOutput<typeof matrixSchema>;

export type StoredRequirement = StoredMatrix['requirements'][number];

/** Reads a stored trace; `undefined` for a text that is none, or one of a version that this build does not know. */
export function readMatrix(json: string): StoredMatrix | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
  const result = v.safeParse(matrixSchema, value);
  return result.success ? result.output : undefined;
}
