import { countText, dayText, type Translate } from '../../base/message';
import type { RequirementState } from '../../trace/model';
import { stateLabel } from '../../trace/words';
import { html, type Markup } from '../markup';
import type { TrendStep } from './trend';

/** Older steps are in the table alone. */
const MOST_COLUMNS = 40;

const WIDTH = 960;
const LEFT = 44;
const RIGHT = 8;
const TOP = 30;
const COUNTS = 190;
const GAP = 64;
const CHAPTERS = 70;
const FOOT = 24;
const HEIGHT = TOP + COUNTS + GAP + CHAPTERS + FOOT;

/** A panel of the chart: a scale from 0 at `bottom` to `most`, `height` above it. */
interface Panel {
  readonly title: string;
  readonly bottom: number;
  readonly height: number;
  readonly most: number;
}

interface Column {
  readonly step: TrendStep;
  /** Its number in the whole trend. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
}

/**
 * Two panels, one column for each step, at equal distances: the requirements by state, and the chapters that are ready. The table below says the same in numbers, so it is for those who see.
 * @param states those that some step has, what asks for work first
 * @param addressOf the `id` of what a step leads to
 */
export function trendChart(
  steps: readonly TrendStep[],
  states: readonly RequirementState[],
  addressOf: (step: number) => string,
  t: Translate,
): Markup {
  const shown = steps.slice(-MOST_COLUMNS);
  const slot = (WIDTH - LEFT - RIGHT) / shown.length;
  const width = Math.min(64, slot * 0.7);
  const columns = shown.map((step, at): Column => ({
    step,
    number: steps.length - shown.length + at,
    x: LEFT + slot * at + (slot - width) / 2,
    width,
  }));
  const counts: Panel = {
    title: t('Requirements'),
    bottom: TOP + COUNTS,
    height: COUNTS,
    most: Math.max(1, ...shown.map(({ total }) => total)),
  };
  const chapters: Panel = {
    title: t('Chapters that are ready'),
    bottom: TOP + COUNTS + GAP + CHAPTERS,
    height: CHAPTERS,
    most: Math.max(1, ...shown.map((step) => step.chapters.total)),
  };
  // So many columns share a label that none stands on another.
  const every = Math.ceil(78 / slot);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${[counts, chapters].map((panel) => scale(panel, t))}
    ${columns.map(
      (column) =>
        html`<g data-goto="${addressOf(column.number)}">
          ${stack(column, states, counts, t)} ${ready(column, chapters, t)}
        </g> `,
    )}
    ${columns.map((column, at) =>
      // From the end: that of now always has its label.
      (columns.length - 1 - at) % every === 0 ? label(column, t) : html``,
    )}
  </svg>`;
}

function scale({ title, bottom, height, most }: Panel, t: Translate): Markup {
  const right = WIDTH - RIGHT;
  return html`<text class="name" x="0" y="${bottom - height - 20}">${title}</text
    ><text x="${LEFT - 6}" y="${bottom - height + 9}" text-anchor="end">${countText(t, most)}</text
    ><text x="${LEFT - 6}" y="${bottom}" text-anchor="end">0</text
    ><path d="M${LEFT} ${bottom - height}H${right}M${LEFT} ${bottom}H${right}" /> `;
}

function stack(
  { step, x, width }: Column,
  states: readonly RequirementState[],
  { bottom, height, most }: Panel,
  t: Translate,
): Markup {
  let y = bottom;
  // What is settled stands on the ground, as in the bars.
  const parts = states.toReversed().map((state) => {
    const own = (height * step.counts[state]) / most;
    y -= own;
    return step.counts[state] === 0
      ? html``
      : html`<rect
          class="${state}"
          x="${x.toFixed(1)}"
          y="${y.toFixed(1)}"
          width="${width.toFixed(1)}"
          height="${own.toFixed(1)}"
          ><title>
            ${t('{0} — {1}: {2}', nameOf(step, t), stateLabel(t, state), countText(t, step.counts[state]))}
          </title></rect
        >`;
  });
  return html`${parts}`;
}

function ready({ step, x, width }: Column, { bottom, height, most }: Panel, t: Translate): Markup {
  const { ready: done, total } = step.chapters;
  const text = t('{0} — chapters that are ready: {1} of {2}', nameOf(step, t), done, total);
  const bar = (count: number, style: string): Markup => {
    const own = (height * count) / most;
    return html`<rect
      class="${style}"
      x="${x.toFixed(1)}"
      y="${(bottom - own).toFixed(1)}"
      width="${width.toFixed(1)}"
      height="${own.toFixed(1)}"
      ><title>${text}</title></rect
    >`;
  };
  return html`${bar(total, 'rest')}${done === 0 ? undefined : bar(done, 'satisfied')}
  ${
    width < ROOM
      ? undefined
      : html`<text
          class="count"
          x="${(x + width / 2).toFixed(1)}"
          y="${(bottom - (height * total) / most - 4).toFixed(1)}"
          >${done}/${total}</text
        >`
  }`;
}

function label({ step, x, width }: Column, t: Translate): Markup {
  const center = (x + width / 2).toFixed(1);
  const name = step.file === undefined ? t('now') : short(step.version ?? step.day ?? '');
  return html`<text class="count" x="${center}" y="${TOP + COUNTS + 16}">${name}</text
    ><text class="count" x="${center}" y="${HEIGHT - 6}">${dayText(t, step.day) ?? name}</text> `;
}

/** Narrower columns have no number of their own. */
const ROOM = 30;

/** As long as its place allows. */
function short(text: string): string {
  const characters = Array.from(text);
  return characters.length > 11 ? `${characters.slice(0, 10).join('')}…` : text;
}

/** How readers know a step. */
export function nameOf({ file, version, day }: TrendStep, t: Translate): string {
  const name = [version, dayText(t, day)].filter((part) => part !== undefined).join(', ');
  return file === undefined ? t('now') : name === '' ? file : name;
}
