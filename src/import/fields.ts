/** How many pairs of proof columns a row of a REM has. */
export const mostProofs = 10;

const proofNumbers = Array.from({ length: mostProofs }, (_, at) => at + 1);

/** What columns of a REM may hold, in the order in which they are asked for and reported. */
export const fieldNames = [
  'id',
  'statement',
  'chapter',
  'function',
  'nature',
  'profil',
  'criticality',
  'scenarioId',
  'scenario',
  ...proofNumbers.flatMap((n): ImportField[] => [`proofId${n}`, `proof${n}`]),
  'status',
  'perimeter',
  'comment',
  'previous',
  'rem',
  'title',
] as const satisfies readonly ImportField[];

export type ImportField =
  | 'id'
  | 'statement'
  | 'chapter'
  | 'function'
  | 'nature'
  | 'profil'
  | 'criticality'
  | 'scenarioId'
  | 'scenario'
  | `proofId${number}`
  | `proof${number}`
  | 'status'
  | 'perimeter'
  | 'comment'
  | 'previous'
  | 'rem'
  | 'title';

/** Columns that are known and of which nothing is kept, so that nobody takes them for unread ones. */
export type UnkeptColumn =
  'order' | 'sectionId' | 'block' | 'conditional' | 'history' | 'note' | 'checkpoints' | 'reference' | 'readiness';

/** A field by the name that a user writes; `proof` is the first one. */
export function fieldNamed(name: string): ImportField | undefined {
  const wanted = name.trim().toLowerCase();
  return fieldNames.find((field) => {
    const known = field.toLowerCase();
    return known === wanted || known === `${wanted}1`;
  });
}
