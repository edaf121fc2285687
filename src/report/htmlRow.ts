import { stateSymbol } from '../trace/words';
import { isWebAddress } from './href';
import { besideOnly, placeHref } from './placeHref';
import type { Answers } from './htmlAnswers';
import { requirementDetails } from './htmlDetails';
import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixPlace, MatrixProof, MatrixRow } from './matrixRows';

/** One requirement: a row group of its own, whose second row unfolds over the whole width. */
export function rowMarkup(row: MatrixRow, answers: Answers, options: MatrixOptions): Markup {
  const { state } = row.source;
  return html`<tbody data-state="${state}">
    <tr>
      <th scope="rowgroup"><span class="id">${row.id}</span> ${row.title}</th>
      <td class="${state}">${stateSymbol(state)}&nbsp;${row.state}</td>
      ${places(row.code, options)}${places(row.tests, options)}${proofs(row.proofs, options)}${gaps(row, options)}
    </tr>
    <tr>
      <td colspan="6">${requirementDetails(row, answers, options)}</td>
    </tr>
  </tbody> `;
}

const NOTHING = html`<td><span class="muted">—</span></td>`;

function cell(items: readonly Markup[]): Markup {
  return items.length === 0
    ? NOTHING
    : html`<td>
        <ul>
          ${items}
        </ul>
      </td>`;
}

function places(all: readonly MatrixPlace[], options: MatrixOptions): Markup {
  return cell(
    all.map(({ file, line, place, text }) => {
      const shown = fileMarkup(file, place, line === undefined ? besideOnly(options) : options, line);
      return text === '' ? html`<li>${shown}</li> ` : html`<li>${shown} <small>${text}</small></li> `;
    }),
  );
}

function fileMarkup(path: string, shown: string, options: MatrixOptions, line?: number): Markup {
  const href = placeHref(options, path, line);
  return href === undefined
    ? html`<span class="place">${shown}</span>`
    : html`<a class="place" href="${href}">${shown}</a>`;
}

function proofs(all: readonly MatrixProof[], options: MatrixOptions): Markup {
  return cell(
    all.map(({ proof, name, text }) => html`<li>${proofMarkup(proof, name, options)} <small>${text}</small></li> `),
  );
}

function proofMarkup({ files, entry }: MatrixProof['proof'], name: string, options: MatrixOptions): Markup {
  if (files.length > 0) {
    return html`${files.map(({ path }, index) => html`${index === 0 ? '' : ', '}${fileMarkup(path, path, options)}`)}`;
  }
  return entry.link !== undefined && isWebAddress(entry.link)
    ? html`<a href="${entry.link}" rel="noreferrer">${name}</a>`
    : html`${name}`;
}

/** A decision leaves no gap, so the two share a column. */
function gaps(row: MatrixRow, { t }: MatrixOptions): Markup {
  const decision = row.decision === '' ? [] : [html`<li>${t('Decision: {0}', row.decision)}</li>`];
  return cell([...decision, ...row.gaps.map((gap) => html`<li>${gap}</li> `)]);
}
