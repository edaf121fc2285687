import { countText, type Translate } from '../../base/message';
import { html, type Markup } from '../markup';
import { shortened, type DiffDocument, type DiffItem, type DiffLine, type DiffSection } from './diffDocument';

/** So many entries of a section are shown in a page. */
const MOST_ITEMS = 50;

/** A comparison as a part of a page, without its title. @param anchorOf where in the page something is, by its id */
export function diffMarkup(
  { facts, sections }: DiffDocument,
  anchorOf: (id: string) => string | undefined,
  t: Translate,
): Markup {
  return html`<ul class="plain">
      ${facts.map((fact) => html`<li>${fact}</li> `)}
    </ul>
    ${sections.map((section) => sectionMarkup(section, anchorOf, t))}`;
}

function sectionMarkup(
  { title, items }: DiffSection,
  anchorOf: (id: string) => string | undefined,
  t: Translate,
): Markup {
  const left = items.length - MOST_ITEMS;
  return html`<h4>${title}</h4>
    <ul class="changes">
      ${items.slice(0, MOST_ITEMS).map((item) => itemMarkup(item, anchorOf(item.id)))}
      ${left > 0 ? html`<li class="muted">${t('{0} more', countText(t, left))}</li>` : undefined}
    </ul> `;
}

const TONES = { good: 'satisfied', bad: 'missing', neutral: 'muted' } as const;

function itemMarkup({ tone, mark, id, title, note, lines }: DiffItem, anchor: string | undefined): Markup {
  const name = anchor === undefined ? html`<b>${id}</b>` : html`<a href="#${anchor}">${id}</a>`;
  return html`<li>
    <span class="${TONES[tone]}">${mark}</span> ${name} ${title}
    ${note === '' ? undefined : html`<small>${note}</small>`}
    ${lines.length === 0 ? undefined : html`<small class="lines">${lines.map((line) => html`<span>${lineMarkup(line)}</span>`)}</small>`}
  </li> `;
}

function lineMarkup(line: DiffLine): Markup {
  return typeof line === 'string'
    ? html`${line}`
    : html`${line.label} :
      ${shortened(line.words).map(({ kind, text }) =>
        kind === 'added' ? html`<ins>${text}</ins>` : kind === 'removed' ? html`<del>${text}</del>` : html`${text}`,
      )}`;
}
