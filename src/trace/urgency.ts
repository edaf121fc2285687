import type { RequirementState } from './model';

/** States in the order in which they ask for work. */
export const statesByUrgency: readonly RequirementState[] = [
  'suspect',
  'missing',
  'partial',
  'satisfied',
  'accepted-gap',
  'not-applicable',
];

/** The state among these that asks for work most; `undefined` of none. */
export function mostUrgent(states: Iterable<RequirementState>): RequirementState | undefined {
  const present = new Set(states);
  return statesByUrgency.find((state) => present.has(state));
}
