import * as v from 'valibot';
import { proofKinds } from '../catalog/catalogSchema';

const described = <const S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));
const text = (about: string) => described(v.pipe(v.string(), v.nonEmpty()), about);
const optionalText = (about: string) => v.exactOptional(text(about));
const oneOrMore = <const S extends v.GenericSchema>(item: S, about: string) =>
  described(v.union([item, v.array(item)]), about);
const glob = v.pipe(v.string(), v.nonEmpty());
const globs = (about: string) => v.exactOptional(oneOrMore(glob, about));
const ids = oneOrMore(
  v.pipe(v.string(), v.nonEmpty()),
  'Id of a requirement, scenario or proof, or a list of ids: one document can serve several requirements',
);
const date = (about: string) => v.exactOptional(described(v.pipe(v.string(), v.isoDate()), about));

const proof = v.object({
  for: ids,
  kind: described(v.picklist(proofKinds), 'What kind of document or recording it is'),
  files: globs('Files, by path or glob inside the workspace folder; or give “value” or “link”'),
  value: optionalText('A proof that is no file: the number of a test run, of an interoperability report'),
  link: v.exactOptional(
    described(
      v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
      'Address of a proof kept elsewhere; it is never fetched',
    ),
  ),
  date: date('When it was established (YYYY-MM-DD), not when it was added'),
  expires: date('Last day on which it counts; a penetration test form counts less than one year from its date'),
  author: optionalText('Who established it'),
  edition: optionalText('Edition of the REM that it was made for'),
  version: optionalText('Version of the product that it was made for; 4.2 stands for 4.2.0 and 4.2.1'),
  covers: v.exactOptional(oneOrMore(glob, 'Items of the requirement’s checklist that it answers')),
});

const decision = v.object({
  for: ids,
  status: described(
    v.picklist(['not-applicable', 'accepted-gap']),
    'not-applicable: the requirement does not concern this product; accepted-gap: it is not met, knowingly',
  ),
  reason: text('Why: what a verifier will read'),
  by: optionalText('Who decided'),
  date: date('When it was decided (YYYY-MM-DD)'),
  expires: date('Last day on which the decision counts'),
});

const scan = v.object({
  include: globs('Globs of the files to read; everything by default'),
  exclude: globs('Globs of files not to read, on top of .gitignore'),
  tests: globs('Globs of the test files: annotations without a verb verify there instead of implementing'),
  sensitive: globs(
    'Globs of the security-relevant code: what of it no requirement claims is listed, by segur-trace unclaimed and in the tree',
  ),
  marker: v.exactOptional(
    described(
      v.pipe(v.string(), v.minLength(2), v.maxLength(40), v.regex(/^\S+$/)),
      'The word that starts an annotation; @segur by default',
    ),
  ),
  mentions: v.exactOptional(described(v.boolean(), 'false: do not list ids written in comments without the marker')),
});

/** `segur.yaml`, as users write it; see `parseProjectFile` for what is made of it. */
export const projectSchema = v.object({
  version: described(v.literal(1), 'Version of this format: 1'),
  product: v.exactOptional(
    described(
      v.object({ name: optionalText('Name of the product'), version: optionalText('Version of the product') }),
      'What is traced; stands on every report',
    ),
  ),
  profile: v.exactOptional(
    described(
      v.object({
        couloir: optionalText('The Ségur corridor: medico-social, ville, hôpital…'),
        dispositif: optionalText('The dispositif: LGC, DPI, DUI…'),
        profils: v.exactOptional(oneOrMore(glob, 'Profiles of the REM that the product claims: Général, IAM…')),
      }),
      'Which requirements concern the product: scopes tree, totals, gates and exports',
    ),
  ),
  catalogs: v.exactOptional(
    oneOrMore(
      glob,
      'Catalogues, later ones completing earlier ones: “builtin:segur-v2”, paths or globs of catalogue files',
    ),
  ),
  scan: v.exactOptional(described(scan, 'Which files are read for annotations')),
  results: globs('Globs of test results in JUnit XML'),
  traces: globs('Globs of stored traces, of which the dashboard shows the trend; segur/traces/*.json by default'),
  proofs: v.exactOptional(described(v.array(proof), 'What proves that requirements are met')),
  decisions: v.exactOptional(
    described(v.array(decision), 'Requirements that do not apply, and gaps that are accepted'),
  ),
});

export type ProjectDocument = v.InferOutput<typeof projectSchema>;
export type ProofDocument = v.InferOutput<typeof proof>;
export type DecisionDocument = v.InferOutput<typeof decision>;
