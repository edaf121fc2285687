import type { Problem } from '../base/problem';
import { byPlace } from './byPlace';

/** Problems of each file that has some, in order of the files' names and of place. Those of a file that did not change are the same array. */
export type ProblemsByFile = readonly (readonly Problem[])[];

/**
 * @param files in order of their names, each with the problems of its annotations in order of place
 * @param others in any order; they come behind those of annotations at the same place
 */
export function groupProblems(
  files: readonly { readonly problems: readonly Problem[] }[],
  others: readonly Problem[],
): ProblemsByFile {
  const rest = byFile(others);
  const groups: (readonly Problem[])[] = [];
  let next = 0;
  for (const { problems } of files) {
    const file = problems[0]?.file;
    if (file === undefined) {
      continue;
    }
    let own = problems;
    for (let group = rest[next]; group?.[0] !== undefined && group[0].file <= file; group = rest[++next]) {
      if (group[0].file === file) {
        own = [...problems, ...group].sort(byPlace);
      } else {
        groups.push(group);
      }
    }
    groups.push(own);
  }
  groups.push(...rest.slice(next));
  return groups;
}

function byFile(problems: readonly Problem[]): Problem[][] {
  const groups: Problem[][] = [];
  for (const problem of [...problems].sort(byPlace)) {
    const last = groups.at(-1);
    if (last?.[0]?.file === problem.file) {
      last.push(problem);
    } else {
      groups.push([problem]);
    }
  }
  return groups;
}
