import { english } from '../../../../src/base/message';
import { writeJson } from '../../../../src/report/json';
import type { MatrixOptions } from '../../../../src/report/matrixFormat';
import type { Trace } from '../../../../src/trace/model';
import { catalogOf, traceOf } from '../../trace/fixtures';

export const options: MatrixOptions = { t: english, language: 'en' };

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, chapter: Un, needs: [code] }
  - { id: A.02, title: "<b>Délai</b>", chapter: Deux, needs: [code] }
`);

/** A product of two requirements, of which some are met. */
export function productWith(version: string, ...ids: readonly string[]): Trace {
  const lines = ids.map((id, at) => `// @segur ${id}\nexport function f${at}() {}\n`);
  return traceOf(catalog, { product: { name: 'Produit', version }, files: { 'src/a.ts': lines.join('') } });
}

/** Its stored trace, as of a day. */
export function storedAt(day: string | undefined, version: string, ...ids: readonly string[]): string {
  return writeJson(productWith(version, ...ids), { ...options, ...(day === undefined ? {} : { generatedAt: day }) });
}
