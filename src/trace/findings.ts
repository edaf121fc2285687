import { problemKey, type Problem } from '../base/problem';
import type { RequirementTrace, Trace } from './model';
import { inProfile } from './scope';

/** Something that `check` can fail on: a problem, or the state of a requirement of the profile. */
export type Finding = { readonly key: string } & (
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'requirement'; readonly row: RequirementTrace }
);

/** Findings carry keys without line numbers, so that moving code is no news against a baseline. */
export function findings(trace: Trace): Finding[] {
  return [
    ...trace.problems.map((problem) => ({
      kind: 'problem' as const,
      key: problemKey(problem.code, problem.file, problem.message.args),
      problem,
    })),
    ...trace.requirements
      .filter((row) => inProfile(row) && row.state !== 'satisfied')
      .map((row) => ({ kind: 'requirement' as const, key: requirementKey(row.requirement.id, row.state), row })),
  ];
}

export function requirementKey(id: string, state: string): string {
  return ['requirement', state, id].join('\u0000');
}
