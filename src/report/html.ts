import { countText, type Translate } from '../base/message';
import type { RequirementTrace, Trace } from '../trace/model';
import { isSettled } from '../trace/totals';
import { stateLabel, stateSymbol } from '../trace/words';
import { Facets } from './dashboard/facets';
import { firstGapsMarkup } from './dashboard/firstGapsMarkup';
import { proofAgesMarkup } from './dashboard/proofAgesMarkup';
import { readinessCharts } from './dashboard/readiness';
import { readinessMarkup } from './dashboard/readinessMarkup';
import { Answers } from './htmlAnswers';
import { factsMarkup } from './factsMarkup';
import { filterMarkup } from './htmlFilter';
import { rowMarkup } from './htmlRow';
import { pageScript } from './htmlScript';
import { styleSheet } from './htmlStyle';
import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import { matrixGroups, type MatrixGroup } from './matrixGroups';
import { matrixRows, type MatrixRow } from './matrixRows';
import { comparedOf } from './history/comparedOf';
import { trendMarkup } from './history/trendMarkup';
import { scrolled } from './scrolled';
import { standalonePage } from './page';
import { pageMargins } from './pageMargins';
import { documentFacts, documentTitle, statesPresent } from './summary';

/**
 * The matrix as one page that stands alone: no file and no network besides it, one script of fixed text. It prints on A4 and reads without
 * the script, without colours and aloud. The dashboard of the editor is the same page.
 */
// @segur ST.OUT.01
export function writeHtml(trace: Trace, options: MatrixOptions): string {
  return standalonePage({
    language: options.language,
    title: documentTitle(trace, options.t),
    styles: [styleSheet, pageMargins(trace, options)],
    script: pageScript,
    body: html`<div id="page">${pageContent(trace, options)}</div>`,
  });
}

/** What stands in the page, without its frame: an editor that holds one open puts a new one in its place. */
export function pageContent(trace: Trace, options: MatrixOptions): Markup {
  const { t } = options;
  const rows = matrixRows(trace, t);
  const facets = new Facets(trace);
  const context: PageContext = { options, facets, answers: new Answers(rows), anchors: anchorsOf(rows) };
  const groups = matrixGroups(rows, t);
  const charts = readinessCharts(trace);
  return html`<a class="skip" href="#matrix">${t('Go to the matrix')}</a>
    ${header(trace, options)}
    <main>
      ${readinessMarkup(trace, charts, facets, groups, t)}
      ${firstGapsMarkup(trace, (row) => context.anchors.get(row), t)} ${proofAgesMarkup(trace, options)}
      ${trendMarkup(
        () => comparedOf(trace, options),
        (id) => anchorOf(trace, id, context),
        options,
      )}
      <div id="matrix" tabindex="-1" role="region" aria-label="${t('Matrix')}">
        ${filterMarkup(trace, charts, facets, rows.length, t)}
        ${groups.map((each, index) => group(each, index, context))}
      </div>
      ${context.answers.markup(options)}
    </main>`;
}

interface PageContext {
  readonly options: MatrixOptions;
  readonly facets: Facets;
  readonly answers: Answers;
  /** The `id` of each requirement's element. */
  readonly anchors: ReadonlyMap<RequirementTrace, string>;
}

/** Numbered, for an id may hold what no address can. */
function anchorsOf(rows: readonly MatrixRow[]): ReadonlyMap<RequirementTrace, string> {
  return new Map(rows.map(({ source }, index) => [source, `row-${index + 1}`]));
}

function anchorOf(trace: Trace, id: string, { anchors }: PageContext): string | undefined {
  const row = trace.requirement(id);
  return row === undefined ? undefined : anchors.get(row);
}

function header(trace: Trace, options: MatrixOptions): Markup {
  const { t } = options;
  return html`<header>
    <h1>${documentTitle(trace, t)}</h1>
    ${factsMarkup(documentFacts(trace, options))}
    <ul class="totals" aria-label="${t('Requirements by state')}">
      ${statesPresent(trace).map(
        (state) =>
          html`<li class="${state}">
            <b>${countText(t, trace.counts[state])}</b>${stateSymbol(state)} ${stateLabel(t, state)}
          </li>`,
      )}
    </ul>
    ${isEmpty(trace) ? html`<p class="empty">${emptyText(t)}</p>` : undefined}
  </header>`;
}

/** Whether nobody has linked, proven or decided anything yet. */
function isEmpty({ requirements }: Trace): boolean {
  return requirements.every(
    ({ links, proofs, decision }) => links.length + proofs.length === 0 && decision === undefined,
  );
}

function emptyText(t: Translate): string {
  return t(
    'Nothing is linked, proven or decided yet. A comment such as “@segur SC.SSI/GEN.18” links the code below it; proofs and decisions are declared in segur.yaml.',
  );
}

function group({ name, rows }: MatrixGroup, index: number, context: PageContext): Markup {
  const { t } = context.options;
  const settled = rows.filter((row) => isSettled(row.source.state)).length;
  const headings = [t('Requirement'), t('State'), t('Code'), t('Tests'), t('Proofs'), t('Gaps and decision')];
  const caption = html`<caption>
    ${t('{0} satisfied or decided of {1}', countText(t, settled), countText(t, rows.length))}
  </caption>`;
  const heads = html`<thead>
    <tr>
      ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
    </tr>
  </thead>`;
  return html`<section data-group>
    <h2 id="group-${index}">${name}</h2>
    ${partsOf(rows).map((part, n) =>
      scrolled(
        n === 0 ? name : t('{0}, part {1}', name, n + 1),
        html`<table class="matrix">
          ${n === 0 ? caption : undefined} ${heads} ${part.map((row) => rowIn(row, context))}
        </table>`,
      ),
    )}
  </section> `;
}

function rowIn(row: MatrixRow, { options, facets, answers, anchors }: PageContext): Markup {
  return rowMarkup(row, { answers, facets, anchor: anchors.get(row.source) ?? '' }, options);
}

/** Browsers lay out a table whole, and those out of sight not at all: a long chapter is several tables. */
const ROWS_OF_A_TABLE = 100;

function partsOf(rows: readonly MatrixRow[]): (readonly MatrixRow[])[] {
  const count = Math.ceil(rows.length / ROWS_OF_A_TABLE);
  return Array.from({ length: count }, (_, n) => rows.slice(n * ROWS_OF_A_TABLE, (n + 1) * ROWS_OF_A_TABLE));
}
