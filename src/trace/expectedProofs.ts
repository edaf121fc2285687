import type { ExpectedProof } from '../catalog/model';
import { holds } from '../evidence/model';
import type { RequirementTrace } from './model';

/** `open`: asked for, and neither plainly there nor plainly missing: another proof of the requirement may serve. */
export type ExpectedState = 'provided' | 'open' | 'missing';

export interface JudgedExpectation {
  readonly expected: ExpectedProof;
  readonly state: ExpectedState;
}

/** The proofs that the catalogue expects of a requirement and of its scenarios, held against those that were declared. */
export function judgedExpectations(row: RequirementTrace): JudgedExpectation[] {
  const { proofs, scenarios } = row.requirement;
  return [
    ...proofs.map((expected) => ({ expected, state: stateOfWhole(row, expected) })),
    ...scenarios.flatMap((scenario) =>
      scenario.proofs.map((expected) => ({ expected, state: stateInScenario(row, expected) })),
    ),
  ];
}

/** Nothing says which declared proof answers which of these: one of the same kind is taken to. */
function stateOfWhole(row: RequirementTrace, expected: ExpectedProof): ExpectedState {
  const holding = row.proofs.filter(({ state }) => holds(state));
  if (holding.some(({ entry }) => entry.kind === expected.kind)) {
    return 'provided';
  }
  return row.gaps.some(({ kind }) => kind === 'no-proof') ? 'missing' : 'open';
}

/** The trace has judged these one by one, unless a decision settled the requirement or it needs no proof. */
function stateInScenario(row: RequirementTrace, expected: ExpectedProof): ExpectedState {
  if (row.decision !== undefined || !row.needs.some(({ need }) => need === 'proof')) {
    return 'open';
  }
  const isMissing = row.gaps.some(
    (gap) =>
      gap.kind === 'expected-proof' &&
      gap.id === expected.id &&
      gap.proofKind === expected.kind &&
      gap.text === expected.text,
  );
  return isMissing ? 'missing' : 'provided';
}
