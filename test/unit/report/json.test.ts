import assert from 'node:assert/strict';
import { english, message } from '../../../src/base/message';
import { ProblemCode, type Problem } from '../../../src/base/problem';
import { problemJson, writeJson } from '../../../src/report/json';
import { catalogOf, tracerOf } from '../trace/fixtures';

const options = { t: english, language: 'en' as const };

/** A problem that notes how often somebody looked for its remedy. */
function costlyProblem(): { problem: Problem; looked: () => number } {
  let looked = 0;
  const problem: Problem = {
    code: ProblemCode.AnnotationUnknownId,
    severity: 'error',
    file: 'src/a.ts',
    message: message('No catalogue knows the requirement {0}', 'X.1'),
    get remedy() {
      looked++;
      return message('Write the id of today.');
    },
  };
  return { problem, looked: () => looked };
}

describe('problemJson', () => {
  it('gives the remedy in full and never looks for it in brief', () => {
    const { problem, looked } = costlyProblem();
    assert.equal('remedy' in problemJson(problem, options, 'brief'), false);
    assert.equal(looked(), 0);
    assert.equal(problemJson(problem, options).remedy, 'Write the id of today.');
  });

  it('says the same of a problem in brief as in full, its remedy aside', () => {
    const { remedy, ...full } = problemJson(costlyProblem().problem, options);
    assert.equal(remedy, 'Write the id of today.');
    assert.deepEqual(problemJson(costlyProblem().problem, options, 'brief'), full);
  });
});

describe('the stored trace', () => {
  it('looks for no remedy of its problems, and holds none', () => {
    const { problem, looked } = costlyProblem();
    const trace = tracerOf(catalogOf('requirements: []\n')).trace([problem]);
    const stored = JSON.parse(writeJson(trace, options)) as { problems: object[] };
    assert.equal(stored.problems.length, 1);
    assert.equal('remedy' in (stored.problems[0] ?? {}), false);
    assert.equal(looked(), 0);
  });
});
