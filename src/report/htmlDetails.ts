import type { ExpectedProof, FaqEntry, MatchStrength, Reference } from '../catalog/model';
import { unfinishedPlace } from '../trace/proofDocuments';
import { matchLabel, natureLabel, originLabel, proofKindLabel, scopeLabel } from '../trace/words';
import { frenchIn } from './french';
import { isWebAddress } from './href';
import { answerTitle, renderMarkdown, type Answers } from './htmlAnswers';
import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixRow } from './matrixRows';

/** What unfolds under a requirement: checklist, expected proofs, guidance, references, where it comes from. */
export function requirementDetails(row: MatrixRow, answers: Answers, options: MatrixOptions): Markup {
  const { t } = options;
  const { requirement, scope, guidance } = row.source;
  const facts = [
    natureLabel(t, requirement.nature),
    scope === 'applicable' ? undefined : scopeLabel(t, scope),
    requirement.theme,
    originLabel(t, requirement.origin),
  ].filter((fact) => fact !== undefined);
  const title = guidance.length === 0 ? t('Details') : t('Details and guidance ({0})', guidance.length);
  return html`<details>
    <summary>${title}<span class="hidden"> ${row.id}</span></summary>
    <p class="muted">${facts.join(' · ')}</p>
    ${requirement.statement === undefined ? undefined : html`<blockquote ${frenchIn(options)}>${renderMarkdown(requirement.statement)}</blockquote>`}
    ${columns(row, options)} ${guidanceMarkup(guidance, answers, options)}
    ${requirement.note === undefined ? undefined : html`<p class="muted">${requirement.note}</p>`}
    ${requirement.source === undefined ? undefined : html`<p class="muted">${t('Source: {0}', requirement.source)}</p>`}
  </details>`;
}

/** Most requirements of a large catalogue have none of these lists. */
function columns(row: MatrixRow, options: MatrixOptions): Markup | undefined {
  const { t } = options;
  const { checklist, proofs, scenarios, references } = row.source.requirement;
  const expected = [...proofs, ...scenarios.flatMap((scenario) => scenario.proofs)];
  return checklist.length + expected.length + references.length === 0
    ? undefined
    : html`<div class="columns">
        ${section(t('Points to cover ({0} of {1})', row.source.covered.length, checklist.length), points(row, options))}
        ${section(
          t('Expected proofs'),
          expected.map((proof) => html`<li>${expectedText(proof, options)}</li> `),
        )}
        ${section(t('References'), references.map(referenceMarkup))}
      </div>`;
}

function section(title: string, items: readonly Markup[]): Markup | undefined {
  return items.length === 0
    ? undefined
    : html`<div>
        <h3>${title}</h3>
        <ul>
          ${items}
        </ul>
      </div>`;
}

function points({ source }: MatrixRow, options: MatrixOptions): readonly Markup[] {
  const { t } = options;
  const covered = new Set(source.covered);
  return source.requirement.checklist.map(({ id, text, indicative }) => {
    const isCovered = covered.has(id);
    const unfinished = unfinishedPlace(source, id);
    const notes = [
      indicative === true ? t('indicative') : undefined,
      unfinished === undefined ? undefined : t('to be written: {0}', unfinished.path),
    ].filter((note) => note !== undefined);
    // The box alone would be read aloud as « ballot box with check », or not at all.
    return html`<li>
      <span aria-hidden="true">${isCovered ? '☑' : '☐'}</span>
      <span ${frenchIn(options)}>${text}</span>${notes.length === 0 ? '' : ` (${notes.join(', ')})`}
      <span class="hidden">(${isCovered ? t('covered') : t('not covered')})</span>
    </li> `;
  });
}

function expectedText({ id, kind, text }: ExpectedProof, { t }: MatrixOptions): string {
  return `${id === undefined ? '' : `${id} · `}${proofKindLabel(t, kind)} — ${text}`;
}

function referenceMarkup({ title, url }: Reference): Markup {
  return url !== undefined && isWebAddress(url)
    ? html`<li><a href="${url}" rel="noreferrer">${title}</a></li> `
    : html`<li>${title}</li> `;
}

/**
 * Answers stand once, at the end of the page. Those on this requirement's own subject have a place here, which the page's script fills
 * when the details open; those on its whole family are only named.
 */
function guidanceMarkup(
  guidance: readonly { readonly entry: FaqEntry; readonly match: MatchStrength }[],
  answers: Answers,
  { t }: MatrixOptions,
): Markup | undefined {
  if (guidance.length === 0) {
    return undefined;
  }
  const isOwn = (match: MatchStrength): boolean => match === 'cited' || match === 'matched';
  const own = guidance.filter(({ match }) => isOwn(match));
  const shared = guidance.filter(({ match }) => !isOwn(match));
  const link = (entry: FaqEntry, match: MatchStrength): Markup =>
    html`<a href="#${answers.anchor(entry)}">${answerTitle(entry)}</a> <small>(${matchLabel(t, match)})</small>`;
  return html`<h3>${t('What the FAQ says')}</h3>
    ${own.map(
      ({ entry, match }) =>
        html`<p>${link(entry, match)}</p>
          <blockquote data-answer="${answers.anchor(entry)}" hidden></blockquote>`,
    )}
    ${shared.length === 0 ? undefined : html`<p>${shared.map(({ entry, match }, index) => html`${index === 0 ? '' : ' · '}${link(entry, match)}`)}</p>`}`;
}
