import type { Annotation } from '../annotations/model';
import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';

/** What to say of the verb that the author of an annotation wrote out. */
export function verbProblem(
  file: string,
  annotation: Annotation,
  isTest: (path: string) => boolean,
): Problem | undefined {
  const { verb, ids, range, verbRange = range } = annotation;
  if (ids.length === 0) {
    return undefined;
  }
  if (verb === 'todo') {
    return {
      code: ProblemCode.AnnotationTodo,
      severity: 'warning',
      file,
      range: verbRange,
      message: message('Still to be done: {0}', ids.map(({ raw }) => raw).join(', ')),
      remedy: message('Write “implements” or leave the verb out once it is done'),
    };
  }
  if (verb === 'verifies' && !isTest(file) && !mayHoldTests(file) && !isOnTest(annotation)) {
    return {
      code: ProblemCode.AnnotationVerifiesOutsideTests,
      severity: 'information',
      file,
      range: verbRange,
      message: message('This annotation says that it verifies, but no glob of scan.tests matches this file'),
      remedy: message(
        'Add the file to scan.tests in segur.yaml, or write “implements” where the code does what is asked',
      ),
    };
  }
  return undefined;
}

/**
 * Prose, where a plan for tests by hand belongs; languages that keep tests beside the code in blocks of their own, which a glob cannot tell: Rust's
 * `#[cfg(test)]`, D's `unittest`, Zig's `test`, Racket's `module+ test`, Lean's `#guard`.
 */
const MAY_HOLD_TESTS = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|org|txt|tex|typ|rs|d|zig|rkt|lean|robot)$/iu;

function mayHoldTests(file: string): boolean {
  return MAY_HOLD_TESTS.test(file);
}

/** Words of which one in a name makes it that of a test. */
const TEST_WORDS: ReadonlySet<string> = new Set([
  ...['test', 'tests', 'testcase', 'spec', 'specs', 'doctest', 'selftest', 'unittest', 'fact', 'essai', 'essais'],
]);

/** Python's doctests and the like, which start with the prompt of an interpreter; the calls that most test runners take. */
const TEST_LINE = /^(?:>>>|iex>|julia>|(?:it|describe|specify|context)\s*[("'.])/u;

/** The code says itself that it is a test, by the name of its unit or by the line that the annotation stands on. */
function isOnTest({ unit, snippet }: Annotation): boolean {
  return (
    unit?.kind === 'test' ||
    TEST_LINE.test(snippet) ||
    hasTestWord(snippet) ||
    (unit !== undefined && hasTestWord(unit.name))
  );
}

function hasTestWord(text: string): boolean {
  return text.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).some((word) => TEST_WORDS.has(word.toLowerCase()));
}
