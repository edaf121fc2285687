import type { Translate } from '../base/message';
import type { Trace } from '../trace/model';
import { stateLabel, stateSymbol } from '../trace/words';
import { isSettled } from '../trace/totals';
import { Answers } from './htmlAnswers';
import { rowMarkup } from './htmlRow';
import { filterScript, filterScriptDigest } from './htmlScript';
import { styleSheet, styleSheetDigest } from './htmlStyle';
import { html, Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import { matrixGroups, type MatrixGroup } from './matrixGroups';
import { matrixRows, type MatrixRow } from './matrixRows';
import { documentFacts, documentTitle, statesPresent } from './summary';

/**
 * The matrix as one page that stands alone: no file and no network besides it, one script of fixed text. It prints on A4 and reads without
 * the script, without colours and aloud.
 */
export function writeHtml(trace: Trace, options: MatrixOptions): string {
  const { t, language } = options;
  const rows = matrixRows(trace, t);
  const groups = matrixGroups(rows, t);
  const answers = new Answers(rows);
  const policy = `default-src 'none'; style-src 'sha256-${styleSheetDigest}'; script-src 'sha256-${filterScriptDigest}'; base-uri 'none'; form-action 'none'`;
  // Built apart from the template: the digests are of these very characters, and a formatter must not add blanks.
  const style = new Markup(`<style>${styleSheet}</style>`);
  const script = new Markup(`<script>${filterScript}</script>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${documentTitle(trace, t)}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#matrix">${t('Go to the matrix')}</a>
        ${header(trace, options)}
        <main>
          ${readiness(trace, groups, t)}
          <div id="matrix" tabindex="-1">
            ${filter(trace, rows.length, t)} ${groups.map((each, index) => group(each, index, answers, options))}
          </div>
          ${answers.markup(options)}
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
function readiness(trace: Trace, groups: readonly MatrixGroup[], t: Translate): Markup {
  const groupsShown = trace.chapters.some(({ name }) => name !== '') ? trace.chapters : trace.themes;
  const anchors = new Map(groups.map((group, index) => [group.name, `#group-${index}`]));
  const lines = groupsShown.map(({ name, counts, total, ready }) => {
    const settled = counts.satisfied + counts['not-applicable'] + counts['accepted-gap'];
    const label = name === '' ? t('Without a chapter') : name;
    const anchor = anchors.get(label);
    return html`<tr>
      <th scope="row">${anchor === undefined ? label : html`<a href="${anchor}">${label}</a>`}</th>
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

function group({ name, rows }: MatrixGroup, index: number, answers: Answers, options: MatrixOptions): Markup {
  const { t } = options;
  const settled = rows.filter((row) => isSettled(row.source.state)).length;
  const headings = [t('Requirement'), t('State'), t('Code'), t('Tests'), t('Proofs'), t('Gaps and decision')];
  const caption = html`<caption>
    ${t('{0} satisfied or decided of {1}', settled, rows.length)}
  </caption>`;
  const heads = html`<thead>
    <tr>
      ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
    </tr>
  </thead>`;
  return html`<section data-group aria-labelledby="group-${index}">
    <h2 id="group-${index}">${name}</h2>
    ${partsOf(rows).map(
      (part, n) =>
        html`<div class="scroll" tabindex="0" role="region" aria-labelledby="group-${index}">
          <table class="matrix">
            ${n === 0 ? caption : undefined} ${heads} ${part.map((row) => rowMarkup(row, answers, options))}
          </table>
        </div> `,
    )}
  </section> `;
}

/** Browsers lay out a table whole, and those out of sight not at all: a long chapter is several tables. */
const ROWS_OF_A_TABLE = 100;

function partsOf(rows: readonly MatrixRow[]): (readonly MatrixRow[])[] {
  const count = Math.ceil(rows.length / ROWS_OF_A_TABLE);
  return Array.from({ length: count }, (_, n) => rows.slice(n * ROWS_OF_A_TABLE, (n + 1) * ROWS_OF_A_TABLE));
}
