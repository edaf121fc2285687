import type { Annotation, FileAnnotations, IdReference } from '../annotations/model';
import { contains, type Position } from '../base/text';
import type { Catalog } from '../catalog/model';
import type { RequirementTrace, Trace } from '../trace/model';

/** What an editor's features know of a folder. */
export interface Known {
  readonly trace: Trace;
  readonly catalog: Catalog;
}

/** The rows that one written id stands for, several for a range; none for an unknown id. */
export function rowsOf(reference: IdReference, { trace, catalog }: Known): RequirementTrace[] {
  const ids = new Set(catalog.resolve(reference.raw).targets.map(({ requirement }) => requirement));
  return [...ids].flatMap((id) => trace.requirement(id) ?? []);
}

/** The rows that annotations speak of, each once, in the order in which they are named. */
export function annotatedRows(annotations: readonly Annotation[], known: Known): RequirementTrace[] {
  const references = annotations.flatMap((annotation) => annotation.ids);
  return [...new Set(references.flatMap((reference) => rowsOf(reference, known)))];
}

/** The requirement that the annotation at a position speaks of: by the id there, else by the first one. `undefined` outside annotations. */
export function rowAt(file: FileAnnotations, position: Position, known: Known): RequirementTrace | undefined {
  const annotation = file.annotations.find(({ range }) => contains(range, position));
  if (annotation === undefined) {
    return undefined;
  }
  const reference = annotation.ids.find(({ range }) => contains(range, position));
  return reference === undefined ? annotatedRows([annotation], known)[0] : rowsOf(reference, known)[0];
}
