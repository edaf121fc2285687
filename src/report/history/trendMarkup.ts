import { countText, dayText, type Translate } from '../../base/message';
import type { RequirementState } from '../../trace/model';
import { stateLabel, stateSymbol } from '../../trace/words';
import { diffMarkup } from '../compare/diffMarkup';
import type { Change } from '../compare/traceDiff';
import { traceDiffDocument } from '../compare/traceDiffDocument';
import { html, type Markup } from '../markup';
import type { MatrixOptions } from '../matrixFormat';
import { scrolled } from '../scrolled';
import { STATES } from '../summary';
import type { ComparedTrace } from './comparedTrace';
import { faultText, NO_HISTORY, type TraceFault } from './traceHistory';
import { changeCounts, trendOf, type TrendStep } from './trend';
import { nameOf, trendChart } from './trendChart';

/** So many of the newest steps say requirement by requirement what changed. */
const MOST_COMPARED = 24;

/** How the product came to where it is, from its stored traces; nothing where there are none. @param anchorOf where in the page a requirement is, by its id */
export function trendMarkup(
  now: () => ComparedTrace,
  anchorOf: (id: string) => string | undefined,
  options: MatrixOptions,
): Markup | undefined {
  const { t, history = NO_HISTORY, inEditor = false } = options;
  const { points, faults } = history;
  if (points.length + faults.length === 0) {
    return undefined;
  }
  const steps = points.length === 0 ? [] : trendOf(history, now());
  const states = STATES.filter((state) => steps.some(({ counts }) => counts[state] > 0));
  return html`<section aria-labelledby="trend">
    <h2 id="trend">${t('Trend')}</h2>
    ${
      steps.length === 0
        ? undefined
        : html`<figure class="trend" tabindex="0">
              <figcaption class="muted">
                ${t('From the oldest stored trace to now. A column leads to what changed since the one before.')}
              </figcaption>
              ${trendChart(steps, states, addressOf, t)}
            </figure>
            ${table(steps, states, inEditor, t)}
            ${steps.map((_, at) => changes(steps, steps.length - 1 - at, anchorOf, t))}`
    }
    ${faults.length === 0 ? undefined : faultList(faults, t)}
  </section>`;
}

function addressOf(step: number): string {
  return `step-${step}`;
}

function table(
  steps: readonly TrendStep[],
  states: readonly RequirementState[],
  inEditor: boolean,
  t: Translate,
): Markup {
  const caption = t('The same in numbers, the newest first');
  return scrolled(
    caption,
    html`<table class="chart steps">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('Date')}</th>
          <th scope="col">${t('Version')}</th>
          <th scope="col">${t('Commit')}</th>
          ${states.map((state) => html`<th scope="col" class="${state}">${stateSymbol(state)} ${stateLabel(t, state)}</th>`)}
          <th scope="col">${t('All')}</th>
          <th scope="col">${t('Chapters that are ready')}</th>
          <th scope="col">${t('Since the one before')}</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map((step, at) => stepRow(step, at, states, inEditor, t)).reverse()}
      </tbody>
    </table>`,
  );
}

function stepRow(
  step: TrendStep,
  at: number,
  states: readonly RequirementState[],
  inEditor: boolean,
  t: Translate,
): Markup {
  const { file, version = '—', commit, counts, total, chapters, since } = step;
  const day = dayText(t, step.day);
  const name = file === undefined ? (day === undefined ? t('now') : `${day} (${t('now')})`) : (day ?? file);
  return html`<tr>
    <th scope="row">${name} ${file === undefined ? undefined : fileMarkup(step, file, inEditor, t)}</th>
    <td>${version}</td>
    <td>${commit === undefined ? '—' : html`<code>${commit.slice(0, 10)}</code>`}</td>
    ${states.map((state) => html`<td>${countText(t, counts[state])}</td>`)}
    <td>${countText(t, total)}</td>
    <td>${t('{0} of {1}', chapters.ready, chapters.total)}</td>
    <td>${since === undefined ? '—' : html`<a href="#${addressOf(at)}">${changesText(step, t)}</a>`}</td>
  </tr> `;
}

function fileMarkup(step: TrendStep, file: string, inEditor: boolean, t: Translate): Markup {
  const compare = html`<br /><a
      href="#"
      data-compare="${file}"
      aria-label="${t('{0}: {1}', t('Compare with now'), nameOf(step, t))}"
      >${t('Compare with now')}</a
    >`;
  return html`<br /><small>${file}${inEditor ? compare : undefined}</small>`;
}

function changesText({ since }: TrendStep, t: Translate): string {
  const counts = since === undefined ? [] : changeCounts(since);
  return counts.length === 0
    ? t('nothing')
    : counts.map(([change, count]) => changeText(change, countText(t, count), t)).join(' · ');
}

function changeText(change: Change, count: string, t: Translate): string {
  switch (change) {
    case 'lost':
      return t('lost: {0}', count);
    case 'suspect':
      return t('suspect: {0}', count);
    case 'worse':
      return t('further: {0}', count);
    case 'added':
      return t('new: {0}', count);
    case 'removed':
      return t('gone: {0}', count);
    case 'better':
      return t('nearer: {0}', count);
    case 'decided':
      return t('decided: {0}', count);
    case 'satisfied':
      return t('satisfied: {0}', count);
  }
}

function changes(
  steps: readonly TrendStep[],
  at: number,
  anchorOf: (id: string) => string | undefined,
  t: Translate,
): Markup {
  const [before, step] = [steps[at - 1], steps[at]];
  if (before === undefined || step?.since === undefined || at < steps.length - MOST_COMPARED) {
    return html``;
  }
  const title = t('From {0} to {1}', nameOf(before, t), nameOf(step, t));
  return html`<details id="${addressOf(at)}" class="step">
    <summary>${t('{0}: {1}', title, changesText(step, t))}</summary>
    <h3>${title}</h3>
    ${diffMarkup(traceDiffDocument(step.since, t), anchorOf, t)}
  </details> `;
}

function faultList(faults: readonly TraceFault[], t: Translate): Markup {
  return html`<h3>${t('Not in the trend')}</h3>
    <ul class="faults">
      ${faults.map((fault) => html`<li>${faultText(fault, t)}</li> `)}
    </ul>`;
}
