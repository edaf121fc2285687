import type { Catalog } from '../catalog/model';
import type { RequirementTrace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { padded } from './completionItem';
import { lowerItem, lowerLevels, requirementItem, startsItem } from './requirementItems';
import type { Suggestion, ValueContext } from './yamlSuggestion';

/** The likeliest first; the same for all where the order of the catalogue is all there is. */
export type RankOf = (row: RequirementTrace) => number;

/** A proof is wanted first where none is, then where one is asked for at all. */
export const proofRank: RankOf = (row) => {
  if (!inProfile(row)) {
    return 3;
  }
  if (row.decision === undefined && row.gaps.some(({ kind }) => PROOF_GAPS.has(kind))) {
    return 0;
  }
  return row.needs.some(({ need }) => need === 'proof') ? 1 : 2;
};

const PROOF_GAPS: ReadonlySet<string> = new Set(['no-proof', 'expected-proof', 'proof-state']);

/** There is something to decide where a gap is and nobody decided. */
export const decisionRank: RankOf = (row) => {
  if (!inProfile(row)) {
    return 3;
  }
  return row.decision !== undefined ? 2 : row.gaps.length > 0 ? 0 : 1;
};

/** Requirements of the catalogue; expected proofs that nothing answers yet, and whatever a typed id has below it. */
export function idValues(context: ValueContext, rankOf: RankOf): Suggestion[] {
  const { trace, catalog } = context;
  const taken = takenItems(context.siblings, catalog);
  return trace.requirements.flatMap((row, order) => {
    const { requirement } = row;
    const sortText = `${rankOf(row)}${padded(order)}`;
    const lower = lowerLevels(requirement);
    const all = lower.length > 0 && startsItem(requirement.id, context.typed.trim(), catalog);
    const awaited = new Set(row.gaps.flatMap((gap) => (gap.kind === 'expected-proof' ? (gap.id ?? []) : [])));
    const items = [
      requirementItem(row, requirement.id, sortText, context),
      ...lower
        .filter(({ id }) => all || (rankOf === proofRank && awaited.has(id)))
        .map((level) => lowerItem(row, level, level.id, `${sortText}${level.id}`, context)),
    ];
    return items.filter(({ label }) => !taken.has(label)).map(({ label, ...item }) => ({ ...item, value: label }));
  });
}

function takenItems(ids: readonly string[], catalog: Catalog): ReadonlySet<string> {
  return new Set(ids.flatMap((id) => catalog.resolve(id).targets.map(({ item }) => item)));
}
