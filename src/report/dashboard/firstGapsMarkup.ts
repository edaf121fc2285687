import { countText, type Translate } from '../../base/message';
import type { RequirementTrace, Trace } from '../../trace/model';
import { gapText } from '../../trace/words';
import { html, type Markup } from '../markup';
import { blockedChapters, type BlockedChapter } from './firstGaps';

/** So many requirements of a chapter are named at once; the others unfold. */
const NAMED = 5;

/** @param anchorOf where a requirement's row is in the page; `undefined` for one that has none */
export function firstGapsMarkup(
  trace: Trace,
  anchorOf: (row: RequirementTrace) => string | undefined,
  t: Translate,
): Markup | undefined {
  const chapters = blockedChapters(trace);
  return chapters.length === 0
    ? undefined
    : html`<section aria-labelledby="first-gaps">
        <h2 id="first-gaps">${t('Gaps to close first')}</h2>
        <p class="muted">
          ${t('Chapters that are not ready, the one with the fewest gaps first; in each, the requirement with the fewest.')}
        </p>
        <ol class="blocked">
          ${chapters.map((chapter) => chapterMarkup(chapter, anchorOf, t))}
        </ol>
      </section>`;
}

function chapterMarkup(
  { name, rows, gaps }: BlockedChapter,
  anchorOf: (row: RequirementTrace) => string | undefined,
  t: Translate,
): Markup {
  const [first, others] = [rows.slice(0, NAMED), rows.slice(NAMED)];
  const lines = (some: readonly RequirementTrace[]) =>
    html`<ul>
      ${some.map((row) => lineMarkup(row, anchorOf(row), t))}
    </ul>`;
  return html`<li>
    <b>${name === '' ? t('Without a chapter') : name}</b>
    <span class="muted">${t('requirements: {0}, gaps: {1}', countText(t, rows.length), countText(t, gaps))}</span>
    ${lines(first)}
    ${
      others.length === 0
        ? undefined
        : html`<details>
            <summary>${t('{0} more', countText(t, others.length))}</summary>
            ${lines(others)}
          </details>`
    }
  </li> `;
}

function lineMarkup(row: RequirementTrace, anchor: string | undefined, t: Translate): Markup {
  const { id, title } = row.requirement;
  const name = anchor === undefined ? html`${id}` : html`<a href="#${anchor}">${id}</a>`;
  return html`<li>${name} ${title} <small>${row.gaps.map((gap) => gapText(t, gap)).join(' ; ')}</small></li> `;
}
