import type { Translate } from '../base/message';
import type { Trace } from '../trace/model';
import type { MatrixOptions } from './matrixFormat';
import { productName } from './summary';

/** What stands on each sheet of paper: a sheet that lies alone must tell what it is of. Browsers that know no margin boxes leave it out. */
export function pageMargins(trace: Trace, { t, commit }: Pick<MatrixOptions, 't' | 'commit'>): string {
  const editions = trace.catalogs.flatMap(({ title, edition }) =>
    edition === undefined ? [] : [`${title} ${edition}`],
  );
  const boxes = [
    box('top-left', [cssString(productName(trace) || t('Traceability matrix'))]),
    box('top-right', [cssString(editions.join(' · '))]),
    box('bottom-left', [cssString(commit === undefined ? '' : commitText(t, commit))]),
    box('bottom-right', ['counter(page)', cssString(' / '), 'counter(pages)']),
  ];
  return `@page { ${boxes.join(' ')} }`;
}

function commitText(t: Translate, commit: string): string {
  return `${t('Commit')} ${commit}`;
}

function box(name: string, content: readonly string[]): string {
  return `@${name} { content: ${content.join(' ')}; font: 7.5pt system-ui, sans-serif; color: #444; }`;
}

/** A text that can end neither the string, the sheet nor its element: all but letters and digits is written as a code point. */
function cssString(text: string): string {
  const written = Array.from(text, (character) =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${written.join('')}"`;
}
