import { stateSymbol } from '../trace/words';
import { besideOnly } from './placeHref';
import { placeMarkup, proofMarkup } from './placeMarkup';
import type { Facets } from './dashboard/facets';
import type { Answers } from './htmlAnswers';
import { requirementDetails } from './htmlDetails';
import { frenchIn } from './french';
import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import type { MatrixPlace, MatrixProof, MatrixRow } from './matrixRows';

/** What a row takes from the page that it stands in. */
export interface RowParts {
  readonly answers: Answers;
  readonly facets: Facets;
  /** The `id` of its element. */
  readonly anchor: string;
}

/** One requirement: a row group of its own, whose second row unfolds over the whole width. */
export function rowMarkup(row: MatrixRow, parts: RowParts, options: MatrixOptions): Markup {
  const { state } = row.source;
  const { answers, facets, anchor } = parts;
  const id =
    options.inEditor === true
      ? html`<a
          class="id"
          href="#"
          data-requirement="${row.id}"
          title="${options.t('Show it in the Requirements view')}"
          >${row.id}</a
        >`
      : html`<span class="id">${row.id}</span>`;
  return html`<tbody id="${anchor}" ${facets.attributes(row.source)}>
    <tr>
      <th scope="rowgroup" ${frenchIn(options)}>${id} ${row.title}</th>
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
      const shown = placeMarkup(file, place, line === undefined ? besideOnly(options) : options, line);
      return text === '' ? html`<li>${shown}</li> ` : html`<li>${shown} <small>${text}</small></li> `;
    }),
  );
}

function proofs(all: readonly MatrixProof[], options: MatrixOptions): Markup {
  return cell(all.map(({ proof, text }) => html`<li>${proofMarkup(proof, options)} <small>${text}</small></li> `));
}

/** A decision leaves no gap, so the two share a column. */
function gaps(row: MatrixRow, { t }: MatrixOptions): Markup {
  const decision = row.decision === '' ? [] : [html`<li>${t('Decision: {0}', row.decision)}</li>`];
  return cell([...decision, ...row.gaps.map((gap) => html`<li>${gap}</li> `)]);
}
