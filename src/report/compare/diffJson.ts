import type { CatalogInfo } from '../../catalog/model';
import type { CatalogDiff } from '../../catalog/diff/catalogDiff';
import type { TraceDiff } from './traceDiff';

/** For programs; its form is `schemas/diff.schema.json`. */
export function traceDiffJson(diff: TraceDiff): string {
  return written({ version: 1, kind: 'traces', ...diff });
}

export function catalogDiffJson(diff: CatalogDiff): string {
  return written(catalogDiffData(diff));
}

/** The same within another answer. */
export function catalogDiffData(diff: CatalogDiff): object {
  return { version: 1, kind: 'catalogs', ...diff, before: diff.before.map(info), after: diff.after.map(info) };
}

function info({ id, title, edition }: CatalogInfo) {
  return { id, title, ...(edition === undefined ? {} : { edition }) };
}

function written(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
