import type { ExpectedProof, Need, Requirement } from '../catalog/model';
import { holds, isDoubtful, type Decision, type Proof } from '../evidence/model';
import type { DocumentReading, Gap, Link, NeedState, RequirementState, TestResult } from './model';
import { readDocuments } from './proofDocuments';
import { testGaps, type TestGaps } from './results/testGaps';

/** A proof together with the ids, canonical and of whatever level, that it was declared for under one requirement. */
export interface AimedProof {
  readonly proof: Proof;
  readonly items: ReadonlySet<string>;
}

export interface Judgement {
  readonly state: RequirementState;
  readonly needs: readonly NeedState[];
  readonly gaps: readonly Gap[];
  readonly covered: readonly string[];
  readonly documents: readonly DocumentReading[];
}

/**
 * Holds a requirement's needs against its links and proofs. A current decision settles the state and leaves no gap; the needs still tell what is met.
 * @param named results of the tests that name the requirement and are in none of its links; absent where no test results were read
 */
// @segur ST.STA.01
export function judge(
  requirement: Requirement,
  links: readonly Link[],
  proofs: readonly AimedProof[],
  decision: Decision | undefined,
  expiredDecision: Decision | undefined,
  named?: readonly TestResult[],
): Judgement {
  const gaps: Gap[] = [];
  const tests = testGaps(links, named);
  const needs = requirement.needs.map((need) => {
    const found = gapsOf(need, requirement, links, proofs, tests, named);
    gaps.push(...found);
    return { need, met: found.length === 0 };
  });
  if (!requirement.needs.includes('test')) {
    gaps.push(...tests.failed);
  }
  const doubtful = links.filter(
    (link) => link.state === 'outdated' || link.state === 'predated' || link.state === 'suspect',
  );
  gaps.push(
    ...links.filter((link) => link.verb === 'todo' && counts(link)).map((link) => ({ kind: 'todo' as const, link })),
  );
  gaps.push(...doubtful.map((link) => ({ kind: 'link-state' as const, link })));
  const faulty = proofs.filter(({ proof }) => !holds(proof.state)).map(({ proof }) => proof);
  gaps.push(...faulty.map((proof) => ({ kind: 'proof-state' as const, proof })));
  if (expiredDecision !== undefined) {
    gaps.push({ kind: 'decision-expired', decision: expiredDecision });
  }
  const suspect = doubtful.length > 0 || faulty.some(({ state }) => isDoubtful(state));
  const hasSomething = links.some(counts) || proofs.length > 0 || (named ?? []).length > 0;
  const documents = readDocuments(
    requirement,
    proofs.map(({ proof }) => proof),
  );
  const covered = coveredItems(requirement, proofs, documents);
  if (decision !== undefined) {
    return { state: decision.status, needs, gaps: [], covered, documents };
  }
  return { state: stateOf(gaps.length === 0, hasSomething, suspect), needs, gaps, covered, documents };
}

function stateOf(isComplete: boolean, hasSomething: boolean, isSuspect: boolean): RequirementState {
  if (isComplete) {
    return 'satisfied';
  }
  if (isSuspect) {
    return 'suspect';
  }
  return hasSomething ? 'partial' : 'missing';
}

function gapsOf(
  need: Need,
  requirement: Requirement,
  links: readonly Link[],
  proofs: readonly AimedProof[],
  { failed, unshown }: TestGaps,
  named: readonly TestResult[] = [],
): readonly Gap[] {
  switch (need) {
    case 'code': {
      if (links.some((link) => link.verb === 'implements' && counts(link))) {
        return [];
      }
      const partial = links.filter((link) => link.verb === 'partial' && counts(link));
      return partial.length === 0
        ? [{ kind: 'no-code' }]
        : partial.map((link) => ({ kind: 'only-partial-code', link }));
    }
    case 'test':
      return links.some((link) => link.verb === 'verifies' && counts(link)) || named.length > 0
        ? [...failed, ...unshown]
        : [{ kind: 'no-test' }];
    case 'proof':
      return proofGaps(requirement, proofs);
  }
}

/** Links that stand for something: a doubtful one does until it is looked at again, and makes the requirement suspect. */
function counts(link: Link): boolean {
  return link.state !== 'duplicate';
}

/** As links: a doubtful proof stands for something until it is looked at again, and makes the requirement suspect. */
function countsAsProof({ state }: Proof): boolean {
  return holds(state) || isDoubtful(state);
}

/** Where the catalogue names expected proofs, each must be answered: by a proof for it, for its scenario, or for the whole requirement. */
function proofGaps(requirement: Requirement, proofs: readonly AimedProof[]): Gap[] {
  const holding = proofs.filter(({ proof }) => countsAsProof(proof));
  const named = requirement.scenarios.flatMap((scenario) =>
    scenario.proofs.map((expected) => ({ expected, ids: [requirement.id, scenario.id, expected.id] })),
  );
  if (named.length === 0) {
    return holding.length === 0 ? [{ kind: 'no-proof' }] : [];
  }
  return named
    .filter(({ ids }) => !holding.some(({ items }) => ids.some((id) => id !== undefined && items.has(id))))
    .map(({ expected }) => expectedGap(expected));
}

function expectedGap({ id, kind, text }: ExpectedProof): Gap {
  return { kind: 'expected-proof', proofKind: kind, text, ...(id === undefined ? {} : { id }) };
}

function coveredItems(
  requirement: Requirement,
  proofs: readonly AimedProof[],
  documents: readonly DocumentReading[],
): string[] {
  const holding = proofs.flatMap(({ proof }) => (holds(proof.state) ? [proof] : []));
  const paths = new Set(holding.flatMap((proof) => proof.documents?.map(({ path }) => path) ?? []));
  const claimed = new Set([
    ...holding.flatMap(({ entry }) => entry.covers),
    ...documents.flatMap(({ path, answered }) => (paths.has(path) ? answered : [])),
  ]);
  return requirement.checklist.map(({ id }) => id).filter((id) => claimed.has(id));
}
