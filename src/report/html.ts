import type { Translate } from '../base/message';
import type { Trace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { stateLabel, stateSymbol } from '../trace/words';
import { isSettled } from '../trace/totals';
import { requirementDetails } from './htmlDetails';
import { filterScript, filterScriptDigest } from './htmlScript';
import { styleSheet } from './htmlStyle';
import { html, Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import { matrixRows, type MatrixPlace, type MatrixProof, type MatrixRow } from './matrixRows';
import { documentFacts, documentTitle, statesPresent } from './summary';

/**
 * The matrix as one page that stands alone: no file and no network besides it, one script of fixed text. It prints on A4 and reads without
 * the script, without colours and aloud.
 */
export function writeHtml(trace: Trace, options: MatrixOptions): string {
  const { t, language } = options;
  const rows = matrixRows(trace, t);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${filterScriptDigest}'; base-uri 'none'; form-action 'none'`;
  // Built apart from the template: the digest is of these very characters, and a formatter must not add blanks.
  const script = new Markup(`<script>${filterScript}</script>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${documentTitle(trace, t)}</title>
        <style>
          ${new Markup(styleSheet)}
        </style>
      </head>
      <body>
        <a class="skip" href="#matrix">${t('Go to the matrix')}</a>
        ${header(trace, options)}
        <main>
          ${readiness(trace, t)}
          <div id="matrix" tabindex="-1">
            ${filter(trace, rows.length, t)}
            ${[...groups(rows, t)].map(([name, members], index) => group(name, members, index, options))}
          </div>
        </main>
        ${script}
      </body>
    </html> `;
  return page.text;
}

function header(trace: Trace, options: MatrixOptions): Markup {
  const { t } = options;
  return html`<header>
    <h1>${documentTitle(trace, t)}</h1>
    <dl class="facts">
      ${documentFacts(trace, options).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <ul class="totals" aria-label="${t('Requirements by state')}">
      ${statesPresent(trace).map(
        (state) =>
          html`<li class="${state}"><b>${trace.counts[state]}</b>${stateSymbol(state)} ${stateLabel(t, state)}</li>`,
      )}
    </ul>
  </header>`;
}

/** Convergence takes and checks proofs by chapter, so readiness is told by chapter. */
function readiness(trace: Trace, t: Translate): Markup {
  const groupsShown = trace.chapters.some(({ name }) => name !== '') ? trace.chapters : trace.themes;
  const lines = groupsShown.map(({ name, counts, total, ready }) => {
    const settled = counts.satisfied + counts['not-applicable'] + counts['accepted-gap'];
    const label = name === '' ? t('Without a chapter') : name;
    return html`<tr>
      <th scope="row">${label}</th>
      <td><progress max="${total}" value="${settled}" aria-label="${label}"></progress></td>
      <td>${settled} / ${total}</td>
      <td class="${ready ? 'satisfied' : 'missing'}">${ready ? `✓ ${t('ready')}` : `✗ ${t('not ready')}`}</td>
    </tr>`;
  });
  return html`<section>
    <h2>${t('Readiness by chapter')}</h2>
    <table class="readiness">
      <caption>
        ${t('A chapter is ready when every requirement of it is satisfied or decided; recommendations do not count.')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('Chapter')}</th>
          <th scope="col">${t('Progress')}</th>
          <th scope="col">${t('satisfied or decided / all')}</th>
          <th scope="col">${t('State')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </section>`;
}

function filter(trace: Trace, total: number, t: Translate): Markup {
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
    <button id="expand" type="button" aria-pressed="false">${t('Open all details')}</button>
    <span id="count" class="muted" role="status" data-text="${t('{0} of {1} requirements', '{0}', '{1}')}"
      >${t('{0} of {1} requirements', total, total)}</span
    >
  </div>`;
}

function groups(rows: readonly MatrixRow[], t: Translate): Map<string, MatrixRow[]> {
  const byName = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const name = inProfile(row.source) ? row.chapter || row.theme || t('Without a chapter') : t('Outside the profile');
    const members = byName.get(name);
    if (members === undefined) {
      byName.set(name, [row]);
    } else {
      members.push(row);
    }
  }
  return byName;
}

function group(name: string, rows: readonly MatrixRow[], index: number, options: MatrixOptions): Markup {
  const { t } = options;
  const settled = rows.filter((row) => isSettled(row.source.state)).length;
  return html`<section data-group aria-labelledby="group-${index}">
    <h2 id="group-${index}">${name}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="group-${index}">
      <table class="matrix">
        <caption>
          ${t('{0} satisfied or decided of {1}', settled, rows.length)}
        </caption>
        <colgroup>
          <col class="requirement" />
          <col class="state" />
          <col class="wide" />
          <col class="wide" />
          <col class="wide" />
          <col class="wide" />
        </colgroup>
        <thead>
          <tr>
            ${[t('Requirement'), t('State'), t('Code'), t('Tests'), t('Proofs'), t('Gaps')].map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowMarkup(row, options))}
        </tbody>
      </table>
    </div>
  </section> `;
}

function rowMarkup(row: MatrixRow, options: MatrixOptions): Markup {
  const { state } = row.source;
  return html`<tr data-state="${state}">
    <th scope="row"><span class="id">${row.id}</span> ${row.title}${requirementDetails(row, options)}</th>
    <td class="${state}">${stateSymbol(state)} ${row.state}</td>
    ${places(row.code, options)}${places(row.tests, options)}${proofs(row.proofs)}${list(row.gaps)}
  </tr> `;
}

function places(all: readonly MatrixPlace[], options: MatrixOptions): Markup {
  const items = all.map(({ link, place, text }) => {
    const href =
      options.baseHref === undefined
        ? undefined
        : `${options.baseHref}${link.file.split('/').map(encodeURIComponent).join('/')}`;
    const shown =
      href === undefined
        ? html`<span class="place">${place}</span>`
        : html`<a class="place" href="${href}">${place}</a>`;
    return html`<li>${shown}${text === '' ? '' : html` <small>${text}</small>`}</li>`;
  });
  return items.length === 0
    ? NOTHING
    : html`<td>
        <ul>
          ${items}
        </ul>
      </td>`;
}

function proofs(all: readonly MatrixProof[]): Markup {
  return all.length === 0
    ? NOTHING
    : html`<td>
        <ul>
          ${all.map(({ name, text }) => html`<li>${name} <small>${text}</small></li>`)}
        </ul>
      </td>`;
}

const NOTHING = html`<td><span class="muted">—</span></td>`;

function list(lines: readonly string[]): Markup {
  return lines.length === 0
    ? NOTHING
    : html`<td>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>
      </td>`;
}
