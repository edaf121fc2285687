import { message, type Message } from '../base/message';
import type { RequirementTrace } from '../trace/model';

/** A reason that the ANS itself knows, in French: what is handed in is French. */
export interface KnownReason {
  readonly reason: string;
  /** Where it comes from. */
  readonly source: Message;
  /** What is to be kept in mind. */
  readonly reminder: Message;
}

interface Case extends KnownReason {
  readonly applies: (row: RequirementTrace) => boolean;
}

/** Whether an answer of the FAQ is joined to the requirement by name or by subject. */
const answered =
  (entryId: string) =>
  ({ guidance }: RequirementTrace): boolean =>
    guidance.some(({ entry, match }) => entry.id === entryId && (match === 'cited' || match === 'matched'));

const CASES: readonly Case[] = [
  {
    applies: answered('a06'),
    reason:
      'Les coordonnées des professionnels sont récupérées dans un annuaire (RPPS ou RPPS+), système en amont : elles sont supposées fiables et leur vérification n’est pas demandée dans la gestion du compte.',
    source: message('Answer {0} of the FAQ', 'a06'),
    reminder: message('Only for coordinates that do come from there: those typed into the product are to be verified'),
  },
  {
    applies: answered('a11'),
    reason:
      'Le moyen d’authentification comprend deux facteurs ; des mesures contre les attaques par force brute restent en place.',
    source: message('Answer {0} of the FAQ', 'a11'),
    reminder: message('Measures against brute force are still needed: say which, and link the code that has them'),
  },
  {
    applies: ({ requirement }) => requirement.id === 'SC.SSI/IE.36',
    reason:
      'L’authentification est entièrement déléguée : le produit n’a aucune fonctionnalité de gestion de comptes utilisateurs locaux.',
    source: message('FAQ of the ANS on {0}', 'SC.SSI/IE.36'),
    reminder: message('A document that justifies it may be handed in: declare it as a proof'),
  },
];

/** The cases of « not applicable » that the ANS knows for a requirement. */
export function knownReasons(row: RequirementTrace): readonly KnownReason[] {
  return CASES.filter(({ applies }) => applies(row));
}
