import type { GlobFault } from '../base/glob';
import { message, type Message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';

/** What to tell the author of a glob that is refused. */
export function globProblem(
  pattern: string,
  fault: GlobFault,
): Pick<Problem, 'code' | 'severity' | 'message' | 'remedy'> {
  const shown = pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
  const code = fault === 'outside' ? ProblemCode.PathOutside : ProblemCode.GlobInvalid;
  return { code, severity: 'error', ...inWords(fault, shown) };
}

function inWords(fault: GlobFault, pattern: string): { message: Message; remedy: Message } {
  switch (fault) {
    case 'outside':
      return {
        message: message('{0} leaves the workspace folder', pattern),
        remedy: message('Write a path inside the folder, from its root, without “..”'),
      };
    case 'backslash':
      return {
        message: message('{0} holds a backslash', pattern),
        remedy: message('Write “/” between folders; put a special character between brackets: [*]'),
      };
    case 'too-long':
      return { message: message('The path {0} is too long', pattern), remedy: message('Write a shorter one') };
    case 'too-many-alternatives':
      return {
        message: message('The braces of {0} stand for too many paths', pattern),
        remedy: message('Write a list of simpler globs'),
      };
    case 'empty':
      return {
        message: message('An empty path matches nothing'),
        remedy: message('Write a path or glob, or remove it'),
      };
  }
}
