import MarkdownIt from 'markdown-it';
import type { FaqEntry } from '../catalog/model';
import { matchLabel, natureLabel, originLabel, proofKindLabel, scopeLabel } from '../trace/words';
import { html, Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixRow } from './matrixRows';

/** Answers and statements are Markdown; raw HTML in them is shown as text, and images, which would be fetched, are not made. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

/** Answers are joined to many requirements each: rendered once, as long as their catalogue lives. */
const answers = new WeakMap<FaqEntry, Markup>();

function answerMarkup(entry: FaqEntry): Markup {
  let found = answers.get(entry);
  if (found === undefined) {
    found = renderMarkdown(entry.answer);
    answers.set(entry, found);
  }
  return found;
}

function renderMarkdown(text: string): Markup {
  return new Markup(markdown.render(text));
}

/** What unfolds under a requirement: decision, checklist, guidance, expected proofs, references, where it comes from. */
export function requirementDetails(row: MatrixRow, { t }: MatrixOptions): Markup {
  const { requirement, scope } = row.source;
  const covered = new Set(row.source.covered);
  const facts = [
    natureLabel(t, requirement.nature),
    scope === 'applicable' ? undefined : scopeLabel(t, scope),
    requirement.theme,
    originLabel(t, requirement.origin),
  ].filter((fact) => fact !== undefined);
  const expected = [...requirement.proofs, ...requirement.scenarios.flatMap((scenario) => scenario.proofs)];
  const section = (title: string, body: readonly Markup[]): Markup =>
    body.length === 0
      ? new Markup('')
      : html`<h4>${title}</h4>
          <ul>
            ${body}
          </ul>`;
  return html`${row.decision === '' ? '' : html`<div><small>${t('Decision: {0}', row.decision)}</small></div>`}
    <details>
      <summary>${t('Details and guidance')}</summary>
      <p class="muted">${facts.join(' · ')}</p>
      ${requirement.statement === undefined ? '' : html`<blockquote>${renderMarkdown(requirement.statement)}</blockquote>`}
      ${section(
        t('Points to cover ({0} of {1})', covered.size, requirement.checklist.length),
        requirement.checklist.map(
          (item) =>
            html`<li>
              ${covered.has(item.id) ? '☑' : '☐'} ${item.text}${item.indicative === true ? ` (${t('indicative')})` : ''}
            </li>`,
        ),
      )}
      ${section(
        t('Expected proofs'),
        expected.map(
          (proof) =>
            html`<li>
              ${proof.id === undefined ? '' : `${proof.id} · `}${proofKindLabel(t, proof.kind)} — ${proof.text}
            </li>`,
        ),
      )}
      ${row.source.guidance.map(
        ({ entry, match }) =>
          html`<h4>
              ${t('FAQ: {0}', entry.subject ?? entry.question ?? entry.id)} <small>(${matchLabel(t, match)})</small>
            </h4>
            <blockquote>${answerMarkup(entry)}</blockquote>`,
      )}
      ${section(
        t('References'),
        requirement.references.map((reference) =>
          reference.url !== undefined && /^https?:\/\//u.test(reference.url)
            ? html`<li><a href="${reference.url}" rel="noreferrer">${reference.title}</a></li>`
            : html`<li>${reference.title}</li>`,
        ),
      )}
      ${requirement.note === undefined ? '' : html`<p class="muted">${requirement.note}</p>`}
      ${requirement.source === undefined ? '' : html`<p class="muted">${t('Source: {0}', requirement.source)}</p>`}
    </details>`;
}
