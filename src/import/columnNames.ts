import { mostProofs, type ImportField, type UnkeptColumn } from './fields';

type Named<T> = readonly [name: T, headers: readonly string[]];

/**
 * The headers by which a column is recognised, as `foldHeader` gives them, the surest first. Those of the published templates of the REM come first
 * (34 columns in 2024, 31 in 2022, 14 for Convergence), then what people write in their own tables, in French and English.
 */
const fields: readonly Named<ImportField>[] = [
  [
    'id',
    [
      'id',
      'n exigence',
      'exigence n',
      'id exigence',
      'identifiant exigence',
      'exigence identifiant',
      'exigence id',
      'identifiant',
      'reference exigence',
      'ref exigence',
      'code exigence',
      'requirement id',
      'id requirement',
      'requirement identifier',
      'reference',
      'ref',
      'n',
      'code',
      'key',
    ],
  ],
  [
    'statement',
    [
      'enonce exigence doit ou preconisation peut',
      'exigence enonce exigence doit ou preconisation peut',
      'enonce exigence',
      'exigence enonce',
      'exigence',
      'texte exigence',
      'libelle exigence',
      'description exigence',
      'exigence texte',
      'exigence libelle',
      'exigence description',
      'exigences',
      'enonce',
      'statement',
      'requirement',
      'requirement text',
      'requirement statement',
      'libelle',
      'description',
      'texte',
    ],
  ],
  ['chapter', ['chapitre', 'section', 'chapter', 'chapitre rem', 'domaine', 'rubrique']],
  ['function', ['fonction', 'fonctionnalite', 'function', 'feature']],
  [
    'nature',
    [
      'nature exigence',
      'exigence nature',
      'nature',
      'type exigence',
      'exigence type',
      'nature requirement',
      'doit peut',
      'type',
    ],
  ],
  ['profil', ['profil', 'profils', 'profile', 'profiles', 'profil exigence', 'profil applicable']],
  ['criticality', ['criticite', 'criticite exigence', 'exigence criticite', 'criticality', 'severite', 'severity']],
  [
    'scenarioId',
    [
      'n scenario',
      'scenario n',
      'id scenario',
      'scenario id',
      'identifiant scenario',
      'n scenario conformite',
      'scenario conformite n',
      'reference scenario',
      'ref scenario',
      'reference cas test',
    ],
  ],
  [
    'scenario',
    [
      'scenario conformite',
      'scenario',
      'scenario texte',
      'scenario libelle',
      'scenario description',
      'scenario conformite texte',
      'scenario conformite libelle',
      'texte scenario',
      'libelle scenario',
      'description scenario',
      'scenario test',
      'conformity scenario',
      'cas test',
    ],
  ],
  [
    'status',
    [
      'statut publication',
      'statut',
      'publication statut',
      'status',
      'publication status',
      'etat publication',
      'evolution',
    ],
  ],
  ['perimeter', ['perimetre', 'vague', 'perimeter', 'scope']],
  [
    'comment',
    [
      'commentaire',
      'commentaires',
      'exigence commentaire',
      'comment',
      'comments',
      'precision',
      'precisions',
      'remarque',
      'remarques',
    ],
  ],
  ['previous', ['va n 1', 'van 1', 'version anterieure', 'exigence va n 1']],
  ['rem', ['rem segur', 'rem', 'dispositif']],
  [
    'title',
    [
      'titre',
      'intitule',
      'titre exigence',
      'intitule exigence',
      'exigence titre',
      'exigence intitule',
      'title',
      'sujet',
      'objet',
    ],
  ],
];

const unkept: readonly Named<UnkeptColumn>[] = [
  ['order', ['ordre', 'order', 'ordre affichage']],
  ['sectionId', ['id section', 'section id', 'n section', 'n chapitre', 'id chapitre']],
  ['block', ['bloc', 'block']],
  ['conditional', ['exigence conditionnelle oui non', 'exigence conditionnelle', 'conditionnelle']],
  ['history', ['profil historique']],
  ['note', ['note interne', 'notes internes']],
  ['checkpoints', ['points verification', 'point verification']],
  ['reference', ['reference exigence socle']],
  ['readiness', ['bon pour publication']],
];

/** What a column is taken for; the lower `rank`, the surer. */
export type ColumnMeaning =
  | { readonly kind: 'field'; readonly field: ImportField; readonly rank: number }
  | { readonly kind: 'unkept'; readonly column: UnkeptColumn };

const meanings = new Map<string, ColumnMeaning>([
  ...unkept.flatMap(([column, headers]) =>
    headers.map((header): [string, ColumnMeaning] => [header, { kind: 'unkept', column }]),
  ),
  ...fields.flatMap(([field, headers]) =>
    headers.map((header, rank): [string, ColumnMeaning] => [header, { kind: 'field', field, rank }]),
  ),
]);

const proofWords = '(?:preuves?(?: attendues?)?|proofs?|evidence)';
const proofId = new RegExp(
  `^(?:(?:n|id|identifiant|reference|ref) ${proofWords}(?: (\\d{1,2}))?|${proofWords}(?: (\\d{1,2}))? (?:n|id|identifiant|reference|ref)|n (\\d{1,2}) ${proofWords})$`,
  'u',
);
const proofText = new RegExp(
  `^(?:(?:texte |libelle |description )?${proofWords}(?: (\\d{1,2}))?(?: (?:texte|libelle|description))?)$`,
  'u',
);

/** What the column under a header holds, from the header's folded words; `undefined` when nobody knows. */
export function meaningOf(folded: string): ColumnMeaning | undefined {
  const known = meanings.get(folded);
  if (known !== undefined) {
    return known;
  }
  const asId = proofId.exec(folded);
  const match = asId ?? proofText.exec(folded);
  if (match === null) {
    return undefined;
  }
  const number = Number((match as readonly (string | undefined)[]).slice(1).find((group) => group !== undefined) ?? 1);
  if (number < 1 || number > mostProofs) {
    return undefined;
  }
  return { kind: 'field', field: asId === null ? `proof${number}` : `proofId${number}`, rank: 0 };
}
