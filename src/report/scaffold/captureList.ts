import type { ExpectedProof } from '../../catalog/model';
import type { RequirementTrace } from '../../trace/model';
import { packName } from '../pack/packNames';
import { comment, draftHead, guidanceComments, inline, type ScaffoldFacts } from './draftText';

/** What to show on screen, one line each: the expected screenshots and videos, then the items of the checklist. */
export function captureList(row: RequirementTrace, facts: ScaffoldFacts): string {
  const { requirement } = row;
  const expected: readonly ExpectedProof[] = [
    ...requirement.proofs,
    ...requirement.scenarios.flatMap(({ proofs }) => proofs),
  ].filter(({ kind }) => kind === 'capture' || kind === 'video');
  const shown = [
    ...expected.map(({ id, text }) => ({ id: id ?? requirement.id, text })),
    ...requirement.checklist.map(({ id, text, indicative }) => ({
      id: `${requirement.id}-${id}`,
      text: indicative === true ? `${text} (à titre indicatif)` : text,
    })),
  ];
  return [
    ...draftHead(`Captures d’écran : ${requirement.title}`, row, facts),
    ...guidanceComments(row),
    comment('Cochez chaque ligne quand la capture est faite ; les données montrées doivent être fictives.'),
    '',
    '| Fait | Ce que la capture montre | Fichier proposé |',
    '| --- | --- | --- |',
    ...shown.map(({ id, text }, i) => {
      const number = String(i + 1).padStart(2, '0');
      return `| ☐ | ${inline(text)} | \`${packName(`${id}_${number}`, 80)}.png\` |`;
    }),
    '',
  ].join('\n');
}
