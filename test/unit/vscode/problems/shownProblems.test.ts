import assert from 'node:assert/strict';
import fc from 'fast-check';
import { message } from '../../../../src/base/message';
import { ProblemCode, type Problem, type Severity } from '../../../../src/base/problem';
import { groupProblems } from '../../../../src/trace/problemsByFile';
import { chooseShown, type Severities } from '../../../../src/vscode/problems/shownProblems';

const CODES: Readonly<Record<Severity, ProblemCode>> = {
  error: ProblemCode.AnnotationUnknownId,
  warning: ProblemCode.AnnotationOutdated,
  information: ProblemCode.AnnotationUnwanted,
  hint: ProblemCode.AnnotationShortForm,
};
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `a.ts:error a.ts:hint` */
function problemsOf(...written: string[]): Problem[] {
  return written.map((text) => {
    const [file, severity] = text.split(':') as [string, Severity];
    return { code: CODES[severity], severity, file, message: message(text) };
  });
}

function shown(
  problems: readonly Problem[],
  { open = [], folder = 1000, file = 100, severities = new Map() }: Options = {},
): { readonly lines: string[]; readonly left: number } {
  const { files, left } = chooseShown(groupProblems([], problems), {
    severities,
    isOpen: (path) => open.includes(path),
    limits: { folder, file },
  });
  return { lines: [...files.values()].flat().map(({ message: { template } }) => template), left };
}

interface Options {
  readonly open?: readonly string[];
  readonly folder?: number;
  readonly file?: number;
  readonly severities?: Severities;
}

describe('the problems that are shown', () => {
  it('are all, in their order, while they are few', () => {
    const problems = problemsOf('a.ts:hint', 'a.ts:error', 'b.ts:warning');
    assert.deepEqual(shown(problems), { lines: ['a.ts:hint', 'a.ts:error', 'b.ts:warning'], left: 0 });
  });

  it('are the gravest of a file with many, in their order', () => {
    const problems = problemsOf('a.ts:hint', 'a.ts:warning', 'a.ts:error', 'a.ts:warning', 'b.ts:hint');
    assert.deepEqual(shown(problems, { file: 2 }), { lines: ['a.ts:warning', 'a.ts:error', 'b.ts:hint'], left: 2 });
  });

  it('are all of an open file, however many', () => {
    const problems = problemsOf('a.ts:hint', 'a.ts:hint', 'a.ts:hint', 'b.ts:error', 'b.ts:error');
    assert.equal(
      shown(problems, { file: 1, open: ['a.ts'] }).lines.join(' '),
      'a.ts:hint a.ts:hint a.ts:hint b.ts:error',
    );
  });

  it('are those of open files first, then the gravest of the folder', () => {
    const problems = problemsOf('a.ts:warning', 'b.ts:error', 'c.ts:hint', 'd.ts:error');
    assert.deepEqual(shown(problems, { folder: 2, open: ['c.ts'] }), { lines: ['b.ts:error', 'c.ts:hint'], left: 2 });
  });

  it('are as grave as the user wants them to be, which counts before the limits', () => {
    const severities: Severities = new Map([
      [CODES.error, 'off' as const],
      [CODES.hint, 'error' as const],
    ]);
    const problems = problemsOf('a.ts:error', 'a.ts:warning', 'b.ts:hint');
    assert.deepEqual(shown(problems, { severities, folder: 1 }), { lines: ['b.ts:hint'], left: 1 });
  });

  it('are none of the catalogues that ship', () => {
    const problems: Problem[] = [{ code: CODES.error, severity: 'error', file: 'builtin:x', message: message('') }];
    assert.deepEqual(shown(problems), { lines: [], left: 0 });
  });

  it('never pass the limit, lose none that fits, and leave out none that is graver than one that is shown', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...SEVERITIES)), { maxLength: 30 });
    fc.assert(
      fc.property(some, fc.nat({ max: 12 }), fc.subarray(['a', 'b', 'c']), (written, folder, open) => {
        const sorted = written
          .map(([file, severity]) => `${file}:${severity}`)
          .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
        const problems = problemsOf(...sorted);
        const { files, left } = chooseShown(groupProblems([], problems), {
          severities: new Map(),
          isOpen: (file) => open.includes(file),
          limits: { folder, file: 100 },
        });
        const kept = [...files.values()].flat();
        assert.equal(kept.length, Math.min(folder, problems.length));
        assert.equal(left, problems.length - kept.length);
        assert.deepEqual(
          kept,
          problems.filter((problem) => kept.includes(problem)),
        );
        const order = ({ file, severity }: Problem): number =>
          (open.includes(file) ? 0 : 10) + SEVERITIES.indexOf(severity);
        const worstLeft = Math.min(...problems.filter((problem) => !kept.includes(problem)).map(order));
        assert.ok(kept.every((problem) => order(problem) <= worstLeft));
      }),
    );
  });
});
