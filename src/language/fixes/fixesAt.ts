import type { Problem } from '../../base/problem';
import { duplicateFixes } from './duplicate';
import { touches } from '../../base/text';
import { linksOf, type Fix, type FixRequest } from './fix';
import { fullIdFixes } from './fullIds';
import { gapFixes } from './gaps';
import { ignoreFixes } from './ignore';
import { malformedFixes, missingCommaFixes } from './malformed';
import { mentionFixes } from './mentions';
import { revisionFixes } from './revision';
import { suspectFixes } from './suspect';
import { unknownIdFixes } from './unknownId';
import { unwantedFixes } from './unwanted';
import { todoFixes, unknownVerbFixes, verifiesOutsideTestsFixes } from './verb';

const BY_PROBLEM: readonly ((request: FixRequest, problem: Problem) => Fix[])[] = [
  unknownIdFixes,
  unknownVerbFixes,
  malformedFixes,
  fullIdFixes,
  duplicateFixes,
  revisionFixes,
  verifiesOutsideTestsFixes,
  todoFixes,
  unwantedFixes,
];

/** Everything that can be done about the annotations at a place. */
// @segur ST.EDT.05
export function fixesAt(request: FixRequest): Fix[] {
  const { file, range } = request;
  if (![...file.annotations, ...file.mentions].some((place) => touches(place.range, range))) {
    return [];
  }
  return [
    ...problemFixes(request),
    ...missingCommaFixes(request),
    ...gapFixes(request),
    ...mentionFixes(request),
    ...ignoreFixes(request),
  ];
}

/** Only what mends a problem there: all that is offered unasked. */
export function problemFixes(request: FixRequest): Fix[] {
  const problems = linksOf(request).problems.filter(
    (problem) => problem.range !== undefined && touches(problem.range, request.range),
  );
  return [
    ...problems.flatMap((problem) => BY_PROBLEM.flatMap((fixesOf) => fixesOf(request, problem))),
    ...suspectFixes(request),
  ];
}
