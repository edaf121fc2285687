import type { Proof } from '../evidence/model';
import { proofName } from '../trace/words';
import { isWebAddress } from './href';
import { html, type Markup } from './markup';
import type { MatrixOptions } from './matrixFormat';
import { placeHref } from './placeHref';

/**
 * A place in the folder's files, with a link where there is a way to it: in a view of the editor, to the editor.
 * @param line from 1
 */
export function placeMarkup(path: string, shown: string, options: MatrixOptions, line?: number): Markup {
  if (options.inEditor === true) {
    return html`<a class="place" href="#" data-file="${path}" data-line="${line}">${shown}</a>`;
  }
  const href = placeHref(options, path, line);
  return href === undefined
    ? html`<span class="place">${shown}</span>`
    : html`<a class="place" href="${href}">${shown}</a>`;
}

/** The files of a proof, its address, or its name. */
export function proofMarkup({ files, entry }: Proof, options: MatrixOptions): Markup {
  if (files.length > 0) {
    return html`${files.map(({ path }, index) => html`${index === 0 ? '' : ', '}${placeMarkup(path, path, options)}`)}`;
  }
  return entry.link !== undefined && isWebAddress(entry.link)
    ? html`<a href="${entry.link}" rel="noreferrer">${proofName(entry)}</a>`
    : html`${proofName(entry)}`;
}
