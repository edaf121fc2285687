import * as v from 'valibot';
import { countsSchema } from '../matrixSchema';
import { CHANGES } from './traceDiff';

const text = v.string();
const optional = v.exactOptional(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const state = v.picklist(['satisfied', 'partial', 'missing', 'suspect', 'not-applicable', 'accepted-gap']);

const catalogs = v.array(v.strictObject({ id: text, title: text, edition: optional }));
const progress = v.strictObject({ settled: count, total: count, ready: v.boolean() });
const side = v.strictObject({
  product: v.strictObject({ name: optional, version: optional }),
  catalogs,
  commit: optional,
  committedAt: optional,
  generatedAt: optional,
  counts: countsSchema,
  total: count,
  links: count,
  unknownLinks: count,
});

const traces = v.strictObject({
  version: v.literal(1),
  kind: v.literal('traces'),
  before: side,
  after: side,
  chapters: v.array(
    v.strictObject({ name: text, before: v.exactOptional(progress), after: v.exactOptional(progress) }),
  ),
  requirements: v.array(
    v.strictObject({
      id: text,
      title: text,
      chapter: text,
      change: v.picklist(CHANGES),
      before: v.exactOptional(state),
      after: v.exactOptional(state),
      /** What it lacks now and did not lack before, in words. */
      gaps: v.array(text),
    }),
  ),
});

const named = { id: text, title: text, chapter: optional };
const change = {
  /** Texts that read differently, word by word. */
  rewordings: v.array(
    v.strictObject({
      field: text,
      words: v.array(v.strictObject({ kind: v.picklist(['same', 'added', 'removed']), text })),
    }),
  ),
  facts: v.array(v.strictObject({ field: text, before: text, after: text })),
};
const answer = { id: text, subject: text };

const catalogues = v.strictObject({
  version: v.literal(1),
  kind: v.literal('catalogs'),
  before: catalogs,
  after: catalogs,
  added: v.array(v.strictObject(named)),
  removed: v.array(v.strictObject(named)),
  renumbered: v.array(
    v.strictObject({
      ...named,
      /** The former id. */
      before: text,
      /** False: the texts are alike, and somebody has to confirm it. */
      confirmed: v.boolean(),
      likeness: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      ...change,
    }),
  ),
  changed: v.array(v.strictObject({ ...named, ...change })),
  unchanged: count,
  faq: v.strictObject({
    added: v.array(v.strictObject(answer)),
    removed: v.array(v.strictObject(answer)),
    changed: v.array(v.strictObject({ ...answer, ...change })),
    unchanged: count,
  }),
});

/** What `segur-trace diff --format json` writes: of two traces, or of two catalogues. */
export const diffSchema = v.variant('kind', [traces, catalogues]);
