import * as v from 'valibot';
import { countsSchema } from '../matrixSchema';

const text = v.string();
const optional = v.exactOptional(text);
/** Of many things only how many they are is told. */
const counted = v.pipe(
  v.array(v.unknown()),
  v.transform(({ length }) => ({ length })),
);

const row = v.object({
  id: text,
  title: text,
  chapter: optional,
  scope: v.picklist(['applicable', 'unknown', 'out-of-profile', 'obsolete']),
  state: v.picklist(['satisfied', 'partial', 'missing', 'suspect', 'not-applicable', 'accepted-gap']),
  links: counted,
  gaps: v.array(text),
});

/** What comparisons and trends take of a stored trace. The rest, which is most of it, is neither checked nor kept. */
export const comparedSchema = v.object({
  version: v.literal(1),
  product: v.object({ name: optional, version: optional }),
  catalogs: v.array(v.object({ id: text, title: text, edition: optional })),
  commit: optional,
  committedAt: optional,
  generatedAt: optional,
  counts: countsSchema,
  chapters: v.array(
    v.object({ name: text, total: v.pipe(v.number(), v.minValue(0)), ready: v.boolean(), counts: countsSchema }),
  ),
  requirements: v.array(row),
  unknownLinks: counted,
});

export type ComparedRow = Readonly<v.InferOutput<typeof row>>;

export type ComparedTrace = Readonly<Omit<v.InferOutput<typeof comparedSchema>, 'version' | 'requirements'>> & {
  readonly requirements: readonly ComparedRow[];
};
