import { isCell } from '../annotations/notebook';
import type { Annotation, CodeUnit, FileAnnotations } from '../annotations/model';
import { pushTo } from '../base/pushTo';

/**
 * A file's annotations as they are now, with the units of the ones that they were before, moved by as many lines as their code: what is not yet
 * known anew is shown as it was. Annotations are matched by their ids, in their order.
 */
export function withCarriedUnits(after: FileAnnotations, before: FileAnnotations | undefined): FileAnnotations {
  if (before?.annotations.some(({ unit }) => unit !== undefined) !== true) {
    return after;
  }
  const waiting = new Map<string, Annotation[]>();
  for (const annotation of before.annotations) {
    const key = keyOf(annotation);
    pushTo(waiting, key, annotation);
  }
  // Taken from the end.
  waiting.forEach((same) => same.reverse());
  const annotations = after.annotations.map((annotation) => {
    const former = waiting.get(keyOf(annotation))?.pop();
    return former?.unit === undefined || annotation.unit !== undefined
      ? annotation
      : { ...annotation, unit: moved(former.unit, annotation.anchor - former.anchor) };
  });
  return { ...after, annotations, ...(before.unitsRead === true ? { unitsRead: true } : {}) };
}

/** With the units that were found for its annotations, `null` where there is none. */
export function withUnits(file: FileAnnotations, units: readonly (CodeUnit | null)[]): FileAnnotations {
  const annotations = file.annotations.map((annotation, i) => {
    if (isCell(annotation.unit)) {
      return annotation;
    }
    const bare: { -readonly [K in keyof Annotation]: Annotation[K] } = { ...annotation };
    delete bare.unit;
    const unit = units[i];
    return unit === null || unit === undefined ? bare : { ...bare, unit };
  });
  return { ...file, annotations, unitsRead: true };
}

function keyOf({ ids }: Annotation): string {
  return ids.map(({ raw }) => raw).join(' ');
}

function moved(unit: CodeUnit, lines: number): CodeUnit {
  return lines === 0 ? unit : { ...unit, startLine: unit.startLine + lines, endLine: unit.endLine + lines };
}
