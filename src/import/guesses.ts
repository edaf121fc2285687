import { message, type Count, type Message } from '../base/message';
import type { RequirementDocument } from '../catalog/catalogSchema';
import type { ProofKind, Requirement } from '../catalog/model';
import { proofKindLabel } from '../trace/words';
import type { Notice } from './model';

/** So many of those that a guess concerns are named. */
const MOST_NAMED = 20;

/**
 * What an import took for the needs of its requirements and for the kinds of their proofs: no column of a REM says either.
 * @param shipped what the catalogue that ships knows of an id: it says the needs itself
 */
export function guesses(
  requirements: readonly RequirementDocument[],
  shipped: (id: string) => Requirement | undefined,
): readonly Notice[] {
  const guessed = requirements.filter(({ needs }) => needs !== undefined);
  const onPaper = guessed.filter(({ needs }) => needs?.includes('code') === false);
  const silent = requirements.filter(({ id, needs }) => needs === undefined && shipped(id) === undefined);
  const proofs = requirements.flatMap(({ proofs: own = [], scenarios = [] }) => [
    ...own,
    ...scenarios.flatMap((scenario) => scenario.proofs ?? []),
  ]);
  const vague = proofs.filter(({ kind }) => kind === 'autre');
  return [
    ...guess(guessed.length - onPaper.length, (count) =>
      message('Code and proofs were taken as what {0} requirements need, by their expected proofs', count),
    ),
    ...guess(onPaper.length, (count) =>
      message(
        'Proofs alone, without code, were taken as what {0} requirements need, since all their expected proofs are documents: {1}',
        count,
        named(onPaper.map(({ id }) => id)),
      ),
    ),
    ...guess(silent.length, (count) =>
      message(
        'Code alone was taken as what {0} requirements need, which have no expected proof: {1}',
        count,
        named(silent.map(({ id }) => id)),
      ),
    ),
    ...kindCounts(proofs.map(({ kind }) => kind)).flatMap(([kind, count]) =>
      guess(
        count,
        (proofCount) => message('The kind of {0} expected proofs was taken from their words: {1}', proofCount),
        [proofKindLabel(message, kind)],
      ),
    ),
    ...guess(vague.length, (count) =>
      message(
        '{0} expected proofs have no word that tells their kind, as “{1}”',
        count,
        vague[0]?.text.replace(/\s+/gu, ' ').trim().slice(0, 80) ?? '',
      ),
    ),
  ];
}

function guess(count: number, text: (count: Count) => Message, words?: readonly Message[]): Notice[] {
  return count === 0 ? [] : [{ level: 'guess', text: text({ count }), ...(words === undefined ? {} : { words }) }];
}

function kindCounts(kinds: readonly ProofKind[]): readonly (readonly [ProofKind, number])[] {
  const counts = new Map<ProofKind, number>();
  kinds.forEach((kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return [...counts].filter(([kind]) => kind !== 'autre').sort(([, a], [, b]) => b - a);
}

function named(ids: readonly string[]): string {
  return ids.length > MOST_NAMED ? `${ids.slice(0, MOST_NAMED).join(', ')}, …` : ids.join(', ');
}
