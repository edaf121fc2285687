import type { Annotation } from '../../annotations/model';
import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import { touches, LineMap } from '../../base/text';
import { afterEdits, at, sameRange, type Fix, type FixRequest } from './fix';
import { revisionRange } from './references';
import { removeAnnotation } from './removeAnnotation';

/** An annotation without an id: one is chosen, or the annotation goes. */
export function malformedFixes(request: FixRequest, problem: Problem): Fix[] {
  const annotation = request.file.annotations.find(
    ({ markerRange, ids }) => ids.length === 0 && problem.range !== undefined && touches(markerRange, problem.range),
  );
  if (problem.code !== ProblemCode.AnnotationMalformed || annotation === undefined) {
    return [];
  }
  const { end } = annotation.verbRange ?? annotation.markerRange;
  const behind = { line: end.line, character: end.character + 1 };
  const hasRoom = /^[ \t](?:\s|$)/u.test(request.text.slice(new LineMap(request.text).offsetAt(end)));
  const choice: Fix = {
    title: message('Choose a requirement…'),
    kind: 'quick-fix',
    preferred: true,
    problem,
    edits: hasRoom ? [] : [{ range: at(end), newText: ' ' }],
    suggestAt: behind,
  };
  const removal = removeAnnotation(request, annotation);
  return removal === undefined
    ? [choice]
    : [
        choice,
        { title: message('Remove this annotation'), kind: 'quick-fix', preferred: false, problem, edits: removal },
      ];
}

/** What people write between two ids in place of a comma. */
const BETWEEN_IDS = /^(?:[;&/+|]|et|and|puis|then|ainsi que)?[ \t]*(?=\S)/iu;

/** Ids behind a missing comma are read as a note, and are no links. */
export function missingCommaFixes(request: FixRequest): Fix[] {
  return request.file.annotations
    .filter((annotation) => touches(annotation.range, request.range))
    .flatMap((annotation) => missingComma(request, annotation) ?? []);
}

function missingComma(request: FixRequest, annotation: Annotation): Fix | undefined {
  const { note, ids } = annotation;
  const last = ids.at(-1);
  if (note === undefined || last === undefined || !/\d/u.test(note.slice(0, 60))) {
    return undefined;
  }
  const lines = new LineMap(request.text);
  const listEnd = revisionRange(request, last).end;
  const noteStart = lines.offsetAt(annotation.range.end) - note.length;
  const separator = request.text.slice(lines.offsetAt(listEnd), noteStart);
  // A dash or a colon says that what follows is meant as a note.
  if (separator.trim() !== '') {
    return undefined;
  }
  const between = BETWEEN_IDS.exec(note)?.[0] ?? '';
  const start = lines.positionAt(noteStart + between.length);
  const edits = [{ range: { start: listEnd, end: start }, newText: ', ' }];
  const now = afterEdits(request, edits).annotations.find(({ markerRange }) =>
    sameRange(markerRange, annotation.markerRange),
  );
  const added = now?.ids.slice(ids.length) ?? [];
  const known = added.every(({ raw }) => request.catalog.resolve(raw).targets.length > 0);
  return added.length === 0 || !known
    ? undefined
    : {
        title: message('Add the missing comma before {0}', added[0]?.raw ?? ''),
        kind: 'quick-fix',
        preferred: false,
        edits,
      };
}
