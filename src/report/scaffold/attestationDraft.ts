import type { RequirementTrace } from '../../trace/model';
import {
  BLANK,
  comment,
  draftHead,
  frenchDay,
  guidanceComments,
  inline,
  known,
  TO_DO,
  type ScaffoldFacts,
} from './draftText';

/** A declaration on honour. Its words are ours: where the ANS gives a model, that one is to be used. */
export function attestationDraft(row: RequirementTrace, facts: ScaffoldFacts): string {
  const { requirement } = row;
  const { product, today } = facts;
  const name = [product.name, product.version].filter((part) => part !== undefined).join(', version ');
  return [
    ...draftHead('Attestation sur l’honneur', row, facts),
    comment('Modèle non officiel : si l’ANS en fournit un pour cette exigence, prenez le sien.'),
    '',
    ...guidanceComments(row),
    `Je soussigné(e) ${BLANK}, agissant en qualité de ${BLANK} de la société ${BLANK}, atteste sur l’honneur, pour le produit ` +
      `${known(name)} et l’exigence ${inline(requirement.id)} (${inline(requirement.title)}), que :`,
    '',
    ...(requirement.checklist.length === 0
      ? [`- ${TO_DO}`]
      : requirement.checklist.map(({ text }) => `- ${inline(text)} : ${TO_DO}`)),
    '',
    `Fait à ${BLANK}, le ${frenchDay(today)}.`,
    '',
    'Nom, qualité et signature :',
    '',
    TO_DO,
    '',
  ].join('\n');
}
