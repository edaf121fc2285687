import type { Annotation, FileAnnotations, IdReference } from '../../annotations/model';
import { LineMap, type Range } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { sameRange, type FixSource } from './fix';
import { removeAnnotation } from './removeAnnotation';

export interface FoundReference {
  readonly annotation: Annotation;
  readonly reference: IdReference;
}

/** The id that stands exactly there. */
export function referenceAt(file: FileAnnotations, range: Range | undefined): FoundReference | undefined {
  for (const annotation of range === undefined ? [] : file.annotations) {
    const reference = annotation.ids.find((id) => range !== undefined && sameRange(id.range, range));
    if (reference !== undefined) {
      return { annotation, reference };
    }
  }
  return undefined;
}

/** Of `~REV`, the tilde included; empty behind the id where there is none. */
export function revisionRange({ text }: FixSource, { range, revision }: IdReference): Range {
  const lines = new LineMap(text);
  const end = lines.offsetAt(range.end);
  // Punctuation may stand between an id and its revision.
  const tilde = revision === undefined ? -1 : text.indexOf(`~${revision}`, end);
  return tilde === -1 || tilde > end + 4
    ? { start: range.end, end: range.end }
    : lines.rangeOf(tilde, tilde + 1 + (revision ?? '').length);
}

/** Takes an id out of its list with its comma; the annotation goes with its last one. `undefined` where that can not be done safely. */
export function removeReference(source: FixSource, { annotation, reference }: FoundReference): TextEdit[] | undefined {
  const { ids } = annotation;
  const index = ids.indexOf(reference);
  const before = ids[index - 1];
  const after = ids[index + 1];
  if (before !== undefined) {
    const start = revisionRange(source, before).end;
    return [{ range: { start, end: revisionRange(source, reference).end }, newText: '' }];
  }
  return after === undefined
    ? removeAnnotation(source, annotation)
    : [{ range: { start: reference.range.start, end: after.range.start }, newText: '' }];
}
