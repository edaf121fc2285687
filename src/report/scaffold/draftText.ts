import type { Product, RequirementTrace } from '../../trace/model';

export interface ScaffoldFacts {
  readonly product: Product;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly author?: string;
}

export const TO_DO = '**À compléter.**';

/** The same in the middle of a sentence. */
export const BLANK = '**[à compléter]**';

/** A day as French writes it: what is handed in is in French, whatever the language of the tool. */
export function frenchDay(date: string): string {
  return date.split('-').reverse().join('/');
}

/** A value in Markdown, on one line; « À compléter » where it is not known. */
export function known(value: string | undefined): string {
  const text = value === undefined ? '' : inline(value);
  return text === '' ? TO_DO : text;
}

/** Text of a catalogue as plain text of one line of Markdown. */
export function inline(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|#]/gu, '\\$&');
}

/** Text of a catalogue in a comment of Markdown, which it cannot end. */
export function comment(text: string): string {
  return `<!-- ${text.replaceAll(/-{2,}/gu, '—').replaceAll('>', '›').replaceAll(/\s+/gu, ' ').trim()} -->`;
}

/** The first lines: title, and what the document belongs to. */
export function draftHead(title: string, { requirement }: RequirementTrace, facts: ScaffoldFacts): string[] {
  const { product, today, author } = facts;
  return [
    `# ${inline(title)}`,
    '',
    `| | |`,
    `| --- | --- |`,
    `| Produit | ${known(product.name)} |`,
    `| Version | ${known(product.version)} |`,
    `| Exigence | ${inline(requirement.id)} — ${inline(requirement.title)} |`,
    `| Établi le | ${frenchDay(today)} |`,
    `| Par | ${known(author)} |`,
    '',
  ];
}

/** The guidance that was joined to the requirement by name or by subject, as a comment. */
export function guidanceComments({ guidance }: RequirementTrace): string[] {
  const ids = guidance.filter(({ match }) => match === 'cited' || match === 'matched').map(({ entry }) => entry.id);
  return ids.length === 0 ? [] : [comment(`Réponses de la FAQ à relire : ${ids.join(', ')} (segur-trace faq)`), ''];
}
