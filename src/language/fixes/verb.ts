import { nearestVerbs, verbLike } from '../../annotations/verbs';
import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import { sameRange, textAt, type Fix, type FixRequest } from './fix';

const MOST_PROPOSALS = 3;

/** The verbs that an unknown one may stand for, or none: then the file decides. */
export function unknownVerbFixes(request: FixRequest, problem: Problem): Fix[] {
  const { range } = problem;
  const annotation = request.file.annotations.find(
    ({ verbRange }) => verbRange !== undefined && range !== undefined && sameRange(verbRange, range),
  );
  const first = annotation?.ids[0];
  if (problem.code !== ProblemCode.AnnotationUnknownVerb || range === undefined || first === undefined) {
    return [];
  }
  const word = textAt(request, range);
  const near = nearestVerbs(word);
  const isClear = (near[0]?.far ?? 0) <= 2 && (near[1]?.far ?? 0) > (near[0]?.far ?? 0);
  const changes = near.slice(0, MOST_PROPOSALS).map(({ verb }, index): Fix => ({
    title: message('Change the verb to “{0}”', verb),
    kind: 'quick-fix',
    preferred: isClear && index === 0,
    problem,
    edits: [{ range, newText: verb }],
  }));
  const removal: Fix = {
    title: message('Remove “{0}”', word),
    kind: 'quick-fix',
    preferred: false,
    problem,
    edits: [{ range: { start: range.start, end: first.range.start }, newText: '' }],
  };
  return [...changes, removal];
}

/** What was unfinished is done. */
export function todoFixes(request: FixRequest, problem: Problem): Fix[] {
  const { range } = problem;
  const annotation = request.file.annotations.find(
    ({ verbRange }) => verbRange !== undefined && range !== undefined && sameRange(verbRange, range),
  );
  const first = annotation?.ids[0];
  if (problem.code !== ProblemCode.AnnotationTodo || range === undefined || first === undefined) {
    return [];
  }
  const written = textAt(request, range);
  const done = verbLike(request.isTest(request.path) ? 'verifies' : 'implements', written);
  return [
    {
      title: message('It is done: change the verb to “{0}”', done),
      kind: 'quick-fix',
      preferred: false,
      problem,
      edits: [{ range, newText: done }],
    },
  ];
}

/** The code is no test after all, or the file is one. */
export function verifiesOutsideTestsFixes(request: FixRequest, problem: Problem): Fix[] {
  const { range } = problem;
  const annotation = request.file.annotations.find(
    (one) =>
      range !== undefined &&
      [one.verbRange, one.markerRange, one.range, ...one.ids.map((id) => id.range)].some(
        (part) => part !== undefined && sameRange(part, range),
      ),
  );
  const verb = annotation?.verbRange;
  if (problem.code !== ProblemCode.AnnotationVerifiesOutsideTests || verb === undefined) {
    return [];
  }
  const implemented = verbLike('implements', textAt(request, verb));
  return [
    {
      title: message('Change the verb to “{0}”', implemented),
      kind: 'quick-fix',
      preferred: false,
      problem,
      edits: [{ range: verb, newText: implemented }],
    },
    {
      title: message('Count {0} among the test files, in segur.yaml', request.path),
      kind: 'quick-fix',
      preferred: false,
      problem,
      edits: [],
      task: { kind: 'add-test-file', path: request.path },
    },
  ];
}
