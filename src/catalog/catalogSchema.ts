import * as v from 'valibot';

const described = <const S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));
const text = (about: string) => described(v.pipe(v.string(), v.nonEmpty()), about);
const optionalText = (about: string) => v.exactOptional(text(about));
const optionalList = <const S extends v.GenericSchema>(item: S, about: string) =>
  v.exactOptional(described(v.array(item), about));

export const proofKinds = [
  'documentation',
  'attestation',
  'formulaire',
  'capture',
  'video',
  'rapport',
  'configuration',
  'code',
  'autre',
] as const;

const proof = v.object({
  id: optionalText('Id of the proof, as the REM writes it: SSI/GEN.18.01.01'),
  kind: described(v.picklist(proofKinds), 'What kind of document or recording is expected'),
  text: text('What the proof must show'),
});

const scenario = v.object({
  id: text('Id of the conformity scenario, as the REM writes it: SSI/GEN.18.01'),
  text: optionalText('What the scenario does'),
  proofs: optionalList(proof, 'Proofs expected of this scenario'),
});

const checklistItem = v.object({
  id: text('Short name of the item, unique in its requirement; proofs name it under “covers”'),
  text: text('What the item asks for'),
  indicative: v.exactOptional(described(v.boolean(), 'true when the source only suggests the item')),
  source: optionalText('Id of the FAQ answer that the item was taken from'),
});

const reference = v.object({
  title: text('Title of the document or page'),
  url: optionalText('Its address'),
});

const applicability = v.object({
  rem: optionalText('The REM that asks for the requirement: REM-MDV-LGC-Va2'),
  dispositif: optionalText('The dispositif, where the REM is not named: LGC, DPI, DUI…'),
  profil: text('The profile under which it is asked for: Général, IAM…'),
});

const requirement = v.object({
  id: text('Id as the catalogue writes it: SC.SSI/GEN.18'),
  title: optionalText(
    'Short subject. May be absent where another catalogue gives it, or “function” or “statement” stand for it',
  ),
  statement: optionalText('Official words, only where your own REM brought them'),
  origin: v.exactOptional(
    described(
      v.picklist(['cited', 'matched', 'listed', 'imported']),
      'cited: the FAQ names the id; matched: joined to the FAQ by its subject; listed: seen in public material alone; imported: from your REM (default)',
    ),
  ),
  chapter: optionalText('Chapter of the standard; Convergence takes and checks proofs by chapter'),
  function: optionalText('“Fonction” of the REM; stands for the title where there is none'),
  theme: optionalText('Subject by which the tree and the totals may be grouped'),
  family: optionalText('Grouping by id; the section of the id by default: GEN'),
  nature: v.exactOptional(
    described(
      v.picklist(['exigence', 'préconisation']),
      'exigence: DOIT (default); préconisation: PEUT, never blocks a chapter',
    ),
  ),
  criticality: optionalText('“Criticité” of the REM: Mineure, Majeure, Critique'),
  status: optionalText('“Statut publication” of the REM: Inchangée, Modifiée'),
  perimeter: optionalText('“Périmètre” of the REM: Vague 1, Vague 2'),
  previous: optionalText('“VA N-1” of the REM, as it stands there'),
  comment: optionalText('“Commentaire” of the REM'),
  rows: v.exactOptional(
    described(
      v.array(v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.nonEmpty())])),
      'Rows of the REM that it was read from; with several sheets: Sheet!12',
    ),
  ),
  needs: optionalList(
    v.picklist(['code', 'test', 'proof']),
    'The kinds of link that it asks for before it counts as satisfied; [code] by default, [] for none',
  ),
  profiles: optionalList(applicability, 'By whom it is asked for; absent: by everyone'),
  checklist: optionalList(checklistItem, 'What a proof must answer, point by point'),
  scenarios: optionalList(scenario, 'Conformity scenarios with their proofs'),
  proofs: optionalList(proof, 'Proofs expected of the requirement as a whole'),
  references: optionalList(reference, 'Documents to read'),
  aliases: optionalList(
    text('A former or other id'),
    'Former or other ids: annotations that use one resolve, with a hint to rename',
  ),
  obsolete: v.exactOptional(
    described(v.boolean(), 'true when no longer asked for: kept so that old annotations are understood'),
  ),
  since: optionalText('Year or edition in which it was first seen, where that is later than its family'),
  revision: optionalText('What “~REV” in annotations is compared with; the edition of the catalogue by default'),
  note: optionalText('What a reader should know about how sure this entry is'),
  source: optionalText('Where the id and the subject were seen'),
});

const faqMatch = v.object({
  id: text('Id of a requirement that the answer concerns'),
  match: v.exactOptional(
    described(
      v.picklist(['cited', 'matched', 'family', 'weak']),
      'cited: the answer names it; matched: same subject (default); family: same family; weak: a guess',
    ),
  ),
});

const faqEntry = v.object({
  id: text('Short name of the answer: a02'),
  question: optionalText('The question; absent where the source gives the answer alone'),
  reconstructed: v.exactOptional(
    described(v.boolean(), 'true when the question is our reconstruction, not the words of the source'),
  ),
  subject: optionalText('Names the answer where there is no question'),
  answer: optionalText('Markdown, the words of the source. May be absent where another catalogue gives it'),
  facets: v.exactOptional(described(v.record(v.string(), text('Value of the facet')), 'Id of a facet to its value')),
  requirements: optionalList(faqMatch, 'The requirements that the answer concerns'),
});

const facet = v.object({
  id: text('Short name of the facet: couloir'),
  question: text('The question by which the FAQ is narrowed'),
  values: optionalList(text('A value'), 'The known answers, in the order of the source'),
});

const succession = v.object({
  edition: optionalText('The edition that this one came after'),
  reworded: optionalList(text('Id of a requirement'), 'Requirements that ask for something else than before'),
  removed: optionalList(
    v.object({
      id: text('Id that the earlier edition had'),
      title: optionalText('Its title there'),
      now: optionalText('Id of the requirement whose text is like its own: to be confirmed'),
    }),
    'Requirements that are gone, so that what still names them is understood',
  ),
});

const info = v.object({
  id: text('Short name of the catalogue: segur-v2'),
  title: text('Its title'),
  edition: optionalText('Its edition or date; what “~REV” in annotations is compared with'),
  rem: optionalText('The REM that it was imported from: REM-MDV-LGC-Va2'),
  import: v.exactOptional(
    described(
      v.object({
        file: text('Name of the spreadsheet'),
        sha256: optionalText('Fingerprint of the spreadsheet'),
        sheets: optionalList(
          text('Name of a sheet'),
          'The sheets that were chosen, where they were not found by themselves',
        ),
        columns: v.exactOptional(
          described(
            v.record(v.string(), text('Header of the column, or its letters')),
            'The columns that were chosen: field, then header or letters; the next import into this file takes them again',
          ),
        ),
      }),
      'How it was imported; written by the import',
    ),
  ),
  succeeds: v.exactOptional(
    described(
      succession,
      'What became of the earlier edition, by which its code and proofs are to be reviewed; written by the import',
    ),
  ),
  source: v.exactOptional(
    described(
      v.object({
        title: text('The document that it was made from'),
        url: optionalText('Its address'),
        retrieved: optionalText('When it was read: 2026-11-23'),
      }),
      'Where it comes from',
    ),
  ),
});

/** A catalogue file, as users write it; see `loadCatalogFile` for what is made of it. */
export const catalogSchema = v.object({
  version: described(v.literal(1), 'Version of this format: 1'),
  catalog: v.exactOptional(described(info, 'What this catalogue is; named after the file when absent')),
  requirements: optionalList(
    requirement,
    'Requirements; one that another catalogue already has is completed or overridden',
  ),
  facets: optionalList(facet, 'The questions by which the FAQ is narrowed'),
  feedback: optionalText('The question asked below each answer'),
  faq: optionalList(faqEntry, 'Questions and answers'),
});

export type CatalogDocument = v.InferOutput<typeof catalogSchema>;
export type RequirementDocument = v.InferOutput<typeof requirement>;
export type FaqDocument = v.InferOutput<typeof faqEntry>;
