import { countText, type Translate } from '../base/message';
import type { Trace } from '../trace/model';
import { stateLabel, stateSymbol } from '../trace/words';
import type { Facets } from './dashboard/facets';
import { groupName } from './dashboard/groupName';
import type { Aspect, ReadinessChart } from './dashboard/readiness';
import { html, type Markup } from './markup';
import { statesPresent } from './summary';

/** Filters and order of the rows; only the page's script shows them. @param total how many rows there are */
export function filterMarkup(
  trace: Trace,
  charts: readonly ReadinessChart[],
  facets: Facets,
  total: number,
  t: Translate,
): Markup {
  const boxes = statesPresent(trace).map(
    (state) =>
      html`<label class="${state}"
        ><input type="checkbox" name="state" value="${state}" /> ${stateSymbol(state)} ${stateLabel(t, state)}</label
      >`,
  );
  return html`<div id="filter" role="search" hidden>
    <label>${t('Search')} <input id="search" type="search" autocomplete="off" /></label>
    <fieldset>
      <legend>${t('State')}</legend>
      ${boxes}
    </fieldset>
    ${groupChoice('chapter', t('Chapter'), facets.chapters, facets, t)}
    ${groupChoice('family', t('Family'), facets.families, facets, t)}
    ${choice('need', t('Need'), [['', t('All')], ...needOptions(charts, t)])}
    ${choice('order', t('Order'), [
      ['', t('of the catalogue')],
      ['urgency', t('by state')],
      ['gaps', t('most gaps first')],
      ['few', t('fewest gaps first')],
    ])}
    <button id="clear" type="button">${t('Show all')}</button>
    <button id="expand" type="button" aria-pressed="false">${t('Open all details')}</button>
    <span
      id="count"
      class="muted"
      role="status"
      data-text="${t('{0} of {1} requirements', '{0}', '{1}')}"
      data-thousands="${t('{0},{1}', '', '')}"
      >${t('{0} of {1} requirements', countText(t, total), countText(t, total))}</span
    >
  </div>`;
}

type Option = readonly [value: string, label: string];

/** One thing to choose from is no choice. */
function choice(id: string, label: string, options: readonly Option[]): Markup | undefined {
  return options.length < 3
    ? undefined
    : html`<label
        >${label}
        <select id="${id}">
          ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
        </select></label
      >`;
}

function groupChoice(
  aspect: Aspect,
  label: string,
  names: readonly string[],
  facets: Facets,
  t: Translate,
): Markup | undefined {
  const groups = names.map((name): Option => [facets.keyOf(aspect, name), groupName(aspect, name, t)]);
  return choice(aspect, label, [['', t('All')], ...groups]);
}

function needOptions(charts: readonly ReadinessChart[], t: Translate): Option[] {
  const lines = charts.find(({ aspect }) => aspect === 'need')?.lines ?? [];
  return lines.flatMap(({ name, counts }): Option[] => {
    const label = groupName('need', name, t);
    const states = statesPresent({ counts });
    return [
      [`${name}:`, t('{0}: needed', label)],
      ...states.map((state): Option => [`${name}:${state}`, t('{0}: {1}', label, stateLabel(t, state))]),
    ];
  });
}
