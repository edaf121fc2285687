import type { ProofKind } from '../catalog/model';

/** Words by which the REM says what a proof is, without accents; the first that occurs counts. */
const words: readonly (readonly [words: RegExp, kind: ProofKind])[] = [
  [/\battestation|sur l.honneur/u, 'attestation'],
  [/\bformulaire/u, 'formulaire'],
  [/extraits? (?:du |de )?code\b|code source/u, 'code'],
  [/\bcopies? d.ecran|captures? d.ecran|\bcaptures?\b|demonstration/u, 'capture'],
  [/\bvideo/u, 'video'],
  [/\bextraits? de (?:la )?configuration|fichiers? de configuration|\bparametrage/u, 'configuration'],
  [/\brapport|\bresultats?\b|\bidentifiants? de l.execution|\btraces?\b|\bjournau?x?\b|\blogs?\b/u, 'rapport'],
  [
    /\bdocument|\bprocedure|\bpolitique|\bplan\b|\bpssi\b|\bpas\b|\bdat\b|\bcertificat|\bmatrice|\bguide\b|\btableau/u,
    'documentation',
  ],
];

/** What kind of proof an expected one is, by the words of its text: a guess, `autre` when none of them occurs. */
export function proofKindIn(text: string): ProofKind {
  const folded = text
    .slice(0, 2000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? 'autre';
}
