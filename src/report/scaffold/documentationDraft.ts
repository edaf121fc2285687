import type { ChecklistItem } from '../../catalog/model';
import type { RequirementTrace } from '../../trace/model';
import { comment, draftHead, frenchDay, guidanceComments, inline, TO_DO, type ScaffoldFacts } from './draftText';

/** A procedure or another description: a section for each item of the checklist. */
export function documentationDraft(row: RequirementTrace, facts: ScaffoldFacts): string {
  const { requirement } = row;
  const expected = [...requirement.proofs, ...requirement.scenarios.flatMap(({ proofs }) => proofs)];
  const lines = [
    ...draftHead(requirement.title, row, facts),
    ...guidanceComments(row),
    ...expected.flatMap(({ text }) => [comment(`Preuve attendue : ${text}`), '']),
    '## Objet et champ d’application',
    '',
    TO_DO,
    '',
    ...requirement.checklist.flatMap(section),
    ...(requirement.checklist.length === 0 ? ['## Description', '', TO_DO, ''] : []),
    '## Révision',
    '',
    '| Version | Date | Auteur | Objet |',
    '| --- | --- | --- | --- |',
    `| 1 | ${frenchDay(facts.today)} | ${inline(facts.author ?? '')} | Création |`,
    '',
  ];
  return lines.join('\n');
}

function section({ id, text, indicative, source }: ChecklistItem): string[] {
  const origin = source === undefined ? '' : ` (réponse ${source} de la FAQ)`;
  const weight = indicative === true ? ' ; à titre indicatif' : '';
  return [`## ${inline(headingOf(text))}`, '', comment(`point: ${id} — ${text}${origin}${weight}`), '', TO_DO, ''];
}

/** A heading, not a paragraph: up to the first parenthesis, colon or semicolon of a longer text. */
const LONGEST_HEADING = 90;

function headingOf(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  if (plain.length <= LONGEST_HEADING) {
    return plain;
  }
  const start = /^[^(:;,]{10,90}(?=[(:;,])/u.exec(plain)?.[0].trim();
  return start ?? `${plain.slice(0, LONGEST_HEADING).replace(/\s\S*$/u, '')}…`;
}
