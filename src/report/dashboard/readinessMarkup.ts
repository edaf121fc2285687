import { countText, type Translate } from '../../base/message';
import type { RequirementState, StateCounts, Trace } from '../../trace/model';
import { stateLabel, stateSymbol } from '../../trace/words';
import { html, type Markup } from '../markup';
import type { MatrixGroup } from '../matrixGroups';
import { scrolled } from '../scrolled';
import { statesPresent } from '../summary';
import type { Facets } from './facets';
import { groupName } from './groupName';
import type { Aspect, ReadinessChart, ReadinessLine } from './readiness';

/** Convergence takes and checks proofs by chapter, so readiness is told by chapter first. Each number and each part of a bar leads to its rows. */
export function readinessMarkup(
  trace: Trace,
  charts: readonly ReadinessChart[],
  facets: Facets,
  groups: readonly MatrixGroup[],
  t: Translate,
): Markup {
  const states = statesPresent(trace);
  const sections = new Map(groups.map(({ name }, index) => [name, `#group-${index}`]));
  const context = { facets, sections, t };
  return html`<section aria-labelledby="readiness">
    <h2 id="readiness">${t('Readiness')}</h2>
    ${charts.map((chart) => chartMarkup(chart, states, context))}
  </section>`;
}

interface ChartContext {
  readonly facets: Facets;
  /** Where in the page the rows of a chapter are. */
  readonly sections: ReadonlyMap<string, string>;
  readonly t: Translate;
}

function chartMarkup(
  { aspect, lines }: ReadinessChart,
  all: readonly RequirementState[],
  context: ChartContext,
): Markup {
  const { t } = context;
  const states = all.filter((state) => lines.some(({ counts }) => counts[state] > 0));
  return scrolled(
    captionOf(aspect, t),
    html`<table class="chart">
      <caption>
        ${captionOf(aspect, t)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${headingOf(aspect, t)}</th>
          <td></td>
          ${states.map((state) => html`<th scope="col" class="${state}">${stateSymbol(state)} ${stateLabel(t, state)}</th>`)}
          <th scope="col">${t('All')}</th>
          ${aspect === 'need' ? undefined : html`<th scope="col">${t('State')}</th>`}
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => lineMarkup(line, aspect, states, context))}
      </tbody>
    </table>`,
  );
}

function captionOf(aspect: Aspect, t: Translate): string {
  switch (aspect) {
    case 'chapter':
      return t(
        'By chapter. It is ready when every requirement of it is satisfied or decided; recommendations do not count.',
      );
    case 'family':
      return t('By family');
    case 'need':
      return t('By what the requirements need: code, tests and proofs, each looked at alone');
  }
}

function headingOf(aspect: Aspect, t: Translate): string {
  switch (aspect) {
    case 'chapter':
      return t('Chapter');
    case 'family':
      return t('Family');
    case 'need':
      return t('Need');
  }
}

function lineMarkup(
  line: ReadinessLine,
  aspect: Aspect,
  states: readonly RequirementState[],
  { facets, sections, t }: ChartContext,
): Markup {
  const label = groupName(aspect, line.name, t);
  const key = facets.keyOf(aspect, line.name);
  const section = (aspect === 'chapter' ? sections.get(label) : undefined) ?? '#matrix';
  return html`<tr>
    <th scope="row"><a href="${section}" data-aspect="${aspect}" data-key="${key}">${label}</a></th>
    <td class="bar">${bar(line.counts, line.total, states, aspect, key, t)}</td>
    ${states.map((state) => html`<td>${count(line, state, aspect, key, label, t)}</td>`)}
    <td>${countText(t, line.total)}</td>
    ${line.ready === undefined ? undefined : readyCell(line.ready, t)}
  </tr> `;
}

function count(
  { counts }: ReadinessLine,
  state: RequirementState,
  aspect: Aspect,
  key: string,
  label: string,
  t: Translate,
): Markup {
  const number = countText(t, counts[state]);
  return counts[state] === 0
    ? html`<span class="muted">0</span>`
    : html`<a
        href="#matrix"
        data-aspect="${aspect}"
        data-key="${key}"
        data-want="${state}"
        aria-label="${t('{0} — {1}: {2}', label, stateLabel(t, state), number)}"
        >${number}</a
      >`;
}

function readyCell(ready: boolean, t: Translate): Markup {
  return html`<td class="${ready ? 'satisfied' : 'missing'}">${ready ? `✓ ${t('ready')}` : `✗ ${t('not ready')}`}</td>`;
}

const WIDTH = 1000;

/** The numbers beside it say the same: it is for those who see. */
function bar(
  counts: StateCounts,
  total: number,
  states: readonly RequirementState[],
  aspect: Aspect,
  key: string,
  t: Translate,
): Markup {
  let before = 0;
  // What is settled comes first, as on a bar of progress.
  const parts = states.toReversed().map((state) => {
    const x = (WIDTH * before) / total;
    before += counts[state];
    return html`<rect
      class="${state}"
      x="${x.toFixed(1)}"
      width="${((WIDTH * counts[state]) / total).toFixed(1)}"
      height="12"
      data-aspect="${aspect}"
      data-key="${key}"
      data-want="${state}"
    >
      <title>${t('{0}: {1}', stateLabel(t, state), countText(t, counts[state]))}</title>
    </rect>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
