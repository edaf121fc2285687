import { isDoubtful, type ProofState } from '../../evidence/model';
import { stateOf } from '../../trace/results/testVerdicts';
import type { StoredConflict, StoredRequirement } from '../matrixSchema';
import { Said } from './conflicts';

/** One requirement in one trace. */
export interface RowOf {
  readonly row: StoredRequirement;
  /** The repositories that the trace is of. */
  readonly repositories: readonly string[];
}

export interface MergedRow {
  readonly row: StoredRequirement;
  readonly conflicts: readonly StoredConflict[];
}

type Need = StoredRequirement['needs'][number]['need'];

interface StoredGap {
  readonly kind: string;
  readonly text: string;
}

/** What each need may lack. The first of each is said of a whole repository, the others of something in it. */
const GAPS: Readonly<Record<Need, readonly string[]>> = {
  code: ['no-code', 'only-partial-code'],
  test: ['no-test', 'test-failed', 'test-skipped', 'test-not-run'],
  proof: ['no-proof', 'expected-proof'],
};
/** Another repository may have what one lacks. */
const OF_WHOLE = new Set(['no-code', 'no-test', 'no-proof', 'expected-proof']);
/** Whoever has it breaks it for all. */
const FAILED = 'test-failed';

/** What a repository says against a decision of another one by its code. */
export const IMPLEMENTED = 'implemented';

/**
 * One requirement of several repositories as that of one product: links, proofs and results of all, each need met where one repository meets it and
 * no test of it failed anywhere, a decision of one for all. In whatever order they come, the result is the same.
 * @param rows of the traces in a fixed order
 */
export function mergeRows(rows: readonly RowOf[]): MergedRow {
  const [first] = rows;
  if (first === undefined) {
    throw new Error('nothing to merge');
  }
  const all = rows.map(({ row }) => row);
  const conflicts = [...textConflicts(rows), ...decisionConflicts(rows)];
  const decision = decisionOf(all);
  const kept = decision === undefined ? mergedGaps(rows) : [];
  const links = all.flatMap((row) => row.links);
  const proofs = all.flatMap((row) => row.proofs);
  const named = all.flatMap((row) => row.tests?.named ?? []);
  const states = [...links.flatMap(({ tests }) => tests?.state ?? []), ...named.map(({ outcome }) => outcome)];
  const isKnown = all.some(({ tests }) => tests !== undefined);
  const { id, title, chapter, theme, family, nature, origin } = first.row;
  const row: StoredRequirement = {
    id,
    title,
    ...(chapter === undefined ? {} : { chapter }),
    ...(theme === undefined ? {} : { theme }),
    ...(family === undefined ? {} : { family }),
    nature,
    origin,
    scope: SCOPES.find((scope) => all.some((one) => one.scope === scope)) ?? first.row.scope,
    state: decision?.status ?? stateOfRow(kept, links, proofs, named.length > 0),
    needs: mergedNeeds(all, decision === undefined ? kept : mergedGaps(rows)),
    links,
    proofs,
    checklist: mergedChecklist(all),
    ...(all.some(({ documents }) => documents !== undefined)
      ? { documents: all.flatMap(({ documents }) => documents ?? []) }
      : {}),
    ...(decision === undefined ? {} : { decision }),
    guidance: firstOfEach(all.flatMap(({ guidance }) => guidance)),
    gaps: kept.map(({ text }) => text),
    gapKinds: kept.map(({ kind }) => kind),
    ...(isKnown ? { tests: { state: stateOf(states), named } } : {}),
  };
  return { row, conflicts };
}

const SCOPES = ['applicable', 'unknown', 'out-of-profile', 'obsolete'] as const;

function gapsOf({ row, repositories }: RowOf): StoredGap[] {
  const [repository] = repositories;
  // A trace that is merged already names the repositories itself.
  const mark = repositories.length === 1 && repository !== undefined ? ` [${repository}]` : '';
  return row.gaps.map((text, at) => {
    const kind = row.gapKinds?.[at] ?? '';
    return { kind, text: OF_WHOLE.has(kind) || text.endsWith(mark) ? text : `${text}${mark}` };
  });
}

function mergedGaps(rows: readonly RowOf[]): StoredGap[] {
  const all = rows.map(gapsOf);
  const keys = all.map((gaps) => new Set(gaps.map(keyOf)));
  const isMet = (need: Need): boolean =>
    rows.some(({ row }) => row.needs.some((one) => one.need === need && one.met) && row.decision === undefined);
  const needOf = (kind: string): Need | undefined => NEEDS.find((need) => GAPS[need].includes(kind));
  const found = new Map<string, StoredGap>();
  for (const gap of all.flat()) {
    const need = needOf(gap.kind);
    const isOpen = need === undefined || gap.kind === FAILED || !isMet(need);
    const isOfAll = !OF_WHOLE.has(gap.kind) || keys.every((own) => own.has(keyOf(gap)));
    if (isOpen && isOfAll) {
      found.set(keyOf(gap), gap);
    }
  }
  return [...found.values()];
}

const NEEDS: readonly Need[] = ['code', 'test', 'proof'];

function keyOf({ kind, text }: StoredGap): string {
  return `${kind}\0${text}`;
}

function mergedNeeds(all: readonly StoredRequirement[], gaps: readonly StoredGap[]): StoredRequirement['needs'] {
  return NEEDS.filter((need) => all.some(({ needs }) => needs.some((one) => one.need === need))).map((need) => {
    const isMet = all.some(({ needs }) => needs.some((one) => one.need === need && one.met));
    const isBroken = gaps.some(({ kind }) => kind === FAILED) && need === 'test';
    // Of what is decided nothing is told that it lacks.
    const isTold = all.every(({ gapKinds, decision }) => gapKinds !== undefined && decision === undefined);
    const isFilled = isTold && !gaps.some(({ kind }) => GAPS[need].includes(kind));
    return { need, met: (isMet || isFilled) && !isBroken };
  });
}

function stateOfRow(
  gaps: readonly StoredGap[],
  links: StoredRequirement['links'],
  proofs: StoredRequirement['proofs'],
  hasNamed: boolean,
): StoredRequirement['state'] {
  if (gaps.length === 0) {
    return 'satisfied';
  }
  const isDoubted =
    links.some(({ state }) => state === 'outdated' || state === 'predated' || state === 'suspect') ||
    proofs.some(({ state }) => isDoubtful(state as ProofState));
  if (isDoubted) {
    return 'suspect';
  }
  const hasLink = links.some(({ state }) => state !== 'unknown' && state !== 'duplicate');
  return hasLink || proofs.length > 0 || hasNamed ? 'partial' : 'missing';
}

function mergedChecklist(all: readonly StoredRequirement[]): StoredRequirement['checklist'] {
  const covered = new Set(all.flatMap(({ checklist }) => checklist.filter((item) => item.covered).map(({ id }) => id)));
  return firstOfEach(all.flatMap(({ checklist }) => checklist)).map((item) => ({
    ...item,
    covered: covered.has(item.id),
  }));
}

function firstOfEach<T extends { readonly id: string }>(all: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    found.set(one.id, found.get(one.id) ?? one);
  }
  return [...found.values()];
}

type StoredDecision = NonNullable<StoredRequirement['decision']>;

/** Of several, the one that claims least. */
function decisionOf(all: readonly StoredRequirement[]): StoredDecision | undefined {
  const decisions = all.flatMap(({ decision }) => decision ?? []);
  const [chosen] = decisions.sort(
    (a, b) => compare(a.status, b.status) || compare(JSON.stringify(a), JSON.stringify(b)),
  );
  return chosen;
}

function decisionConflicts(rows: readonly RowOf[]): StoredConflict[] {
  const said = new Said();
  for (const { row, repositories } of rows) {
    const { decision } = row;
    if (decision !== undefined) {
      said.add(`${decision.status}: ${decision.reason}`, repositories);
    }
  }
  const isNotApplicable = rows.some(({ row }) => row.decision?.status === 'not-applicable');
  for (const { row, repositories } of rows) {
    if (isNotApplicable && row.decision === undefined && row.links.some(({ verb }) => verb === 'implements')) {
      said.add(IMPLEMENTED, repositories);
    }
  }
  const conflict = said.conflict('decision', rows[0]?.row.id ?? '');
  return conflict === undefined ? [] : [conflict];
}

/** What the catalogues say of it. */
function textConflicts(rows: readonly RowOf[]): StoredConflict[] {
  const said = new Said();
  for (const { row, repositories } of rows) {
    said.add([row.title, row.nature, row.chapter].filter((part) => part !== undefined).join(' · '), repositories);
  }
  const conflict = said.conflict('requirement', rows[0]?.row.id ?? '');
  return conflict === undefined ? [] : [conflict];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
