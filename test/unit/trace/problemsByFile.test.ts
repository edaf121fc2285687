import assert from 'node:assert/strict';
import fc from 'fast-check';
import { message } from '../../../src/base/message';
import { ProblemCode, type Problem } from '../../../src/base/problem';
import { byPlace } from '../../../src/trace/byPlace';
import { groupProblems } from '../../../src/trace/problemsByFile';

const problem = fc
  .record({ file: fc.constantFrom('a', 'a/b', 'b', 'é'), line: fc.nat({ max: 4 }), isWhole: fc.boolean() })
  .map(({ file, line, isWhole }): Problem => {
    const place = { line, character: 0 };
    const known = { code: ProblemCode.AnnotationUnknownId, severity: 'error', message: message(`${line}`) } as const;
    return isWhole ? { ...known, file } : { ...known, file, range: { start: place, end: place } };
  });

function byFile(problems: readonly Problem[]): Problem[][] {
  const files = [...new Set(problems.map(({ file }) => file))].sort();
  return files.map((file) => problems.filter((one) => one.file === file).sort(byPlace));
}

describe('problems by file', () => {
  it('are in order of file and place, those of annotations first', () => {
    fc.assert(
      fc.property(fc.array(problem), fc.array(problem, { maxLength: 6 }), (own, others) => {
        const files = byFile(own).map((problems) => ({ problems }));
        const found = groupProblems([{ problems: [] }, ...files], others);
        assert.deepEqual(found.flat(), [...own.sort(byPlace), ...others].sort(byPlace));
        assert.ok(found.every((group) => group.every(({ file }) => file === group[0]?.file)));
        assert.equal(new Set(found.map(([first]) => first?.file)).size, found.length);
      }),
    );
  });

  it('are the same array for a file of which nothing else is said', () => {
    fc.assert(
      fc.property(fc.array(problem), fc.array(problem, { maxLength: 3 }), (own, others) => {
        const files = byFile(own).map((problems) => ({ problems }));
        const found = groupProblems(files, others);
        for (const { problems } of files) {
          const isAlone = others.every(({ file }) => file !== problems[0]?.file);
          assert.equal(found.includes(problems), isAlone);
        }
      }),
    );
  });
});
