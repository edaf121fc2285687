import { countText, dayText, type Translate } from '../../base/message';
import { dateOf, dayNumber } from '../../evidence/calendar';
import { holds, isDoubtful } from '../../evidence/model';
import type { Trace } from '../../trace/model';
import { proofKindLabel, proofStateLabel } from '../../trace/words';
import { html, type Markup } from '../markup';
import type { MatrixOptions } from '../matrixFormat';
import { proofMarkup } from '../placeMarkup';
import { scrolled } from '../scrolled';
import { agedProofs, periodOf, type AgedProof, type Period } from './proofAges';

/** So many proofs are on the time line at once; the others unfold. */
const SHOWN = 25;

/** Proofs by age and expiry. Each line of the time line has its dates in words beside it. */
export function proofAgesMarkup(trace: Trace, options: MatrixOptions): Markup | undefined {
  const { t } = options;
  const proofs = agedProofs(trace);
  const today = options.generatedAt?.slice(0, 10);
  const period = periodOf(proofs, today);
  if (period === undefined) {
    return undefined;
  }
  const others = proofs.slice(SHOWN);
  const table = (some: readonly AgedProof[], caption: string) => tableMarkup(some, caption, period, today, options);
  return html`<section aria-labelledby="proof-ages">
    <h2 id="proof-ages">${t('Proofs by date and expiry')}</h2>
    ${table(proofs.slice(0, SHOWN), t('Those that end first come first'))}
    ${
      others.length === 0
        ? undefined
        : html`<details>
            <summary>${t('{0} more', countText(t, others.length))}</summary>
            ${table(others, t('The other proofs'))}
          </details>`
    }
  </section>`;
}

function tableMarkup(
  proofs: readonly AgedProof[],
  caption: string,
  period: Period,
  today: string | undefined,
  options: MatrixOptions,
): Markup {
  const { t } = options;
  return scrolled(
    caption,
    html`<table class="ages">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('Proof')}</th>
          <th scope="col">${t('Requirements')}</th>
          <th scope="col">${t('Date')}</th>
          <th scope="col">${t('Until')}</th>
          <th scope="col">${t('State')}</th>
          <td class="line">${axis(period, today, t)}</td>
        </tr>
      </thead>
      <tbody>
        ${proofs.map((proof) => proofRow(proof, period, today, options))}
      </tbody>
    </table>`,
  );
}

function proofRow(
  { proof, requirements }: AgedProof,
  period: Period,
  today: string | undefined,
  options: MatrixOptions,
): Markup {
  const { t } = options;
  const style =
    holds(proof.state) && proof.state !== 'expires-soon'
      ? 'satisfied'
      : isDoubtful(proof.state) || proof.state === 'expires-soon'
        ? 'suspect'
        : 'missing';
  return html`<tr>
    <th scope="row">${proofMarkup(proof, options)} <small>${proofKindLabel(t, proof.entry.kind)}</small></th>
    <td>${requirements.join(', ')}</td>
    <td>${dayText(t, proof.entry.date) ?? '—'}</td>
    <td>${dayText(t, proof.expires) ?? '—'}</td>
    <td class="${style}">${proofStateLabel(t, proof.state)}</td>
    <td class="line">${span(proof.entry.date, proof.expires, style, period, today)}</td>
  </tr> `;
}

const WIDTH = 1000;

function xOf(day: number, { first, last }: Period): number {
  return last === first ? WIDTH / 2 : (WIDTH * (day - first)) / (last - first);
}

/** From the day it was established to its last; without an end it goes on, without a date it ends only. */
function span(
  date: string | undefined,
  expires: string | undefined,
  style: string,
  period: Period,
  today: string | undefined,
): Markup {
  const [from, to] = [date, expires].map((day) => (day === undefined ? undefined : dayNumber(day)));
  if (from === undefined && to === undefined) {
    return html``;
  }
  const x = xOf(from ?? period.first, period);
  const width = Math.max(4, xOf(to ?? period.last, period) - x);
  return html`<svg viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true">
    <rect
      class="${style}${to === undefined ? ' endless' : ''}"
      x="${x.toFixed(1)}"
      y="2"
      width="${width.toFixed(1)}"
      height="8"
    />
    ${todayLine(period, today)}
  </svg>`;
}

function todayLine(period: Period, today: string | undefined): Markup | undefined {
  const day = today === undefined ? undefined : dayNumber(today);
  return day === undefined
    ? undefined
    : html`<rect class="today" x="${xOf(day, period).toFixed(1)}" width="2" height="12" />`;
}

/** The years, where each begins. */
function axis(period: Period, today: string | undefined, t: Translate): Markup {
  const year = (day: number): number => Number(dateOf(day).slice(0, 4));
  const years = Array.from({ length: year(period.last) - year(period.first) }, (_, n) => year(period.first) + 1 + n);
  const ticks = years.map((each) => {
    const x = xOf(dayNumber(`${String(each).padStart(4, '0')}-01-01`) ?? period.first, period);
    return html`<rect class="tick" x="${x.toFixed(1)}" width="2" height="12" />`;
  });
  return html`<span class="ends"
      ><span>${dayText(t, dateOf(period.first))}</span><span>${dayText(t, dateOf(period.last))}</span></span
    ><svg viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true">
      ${ticks} ${todayLine(period, today)}
    </svg>`;
}
