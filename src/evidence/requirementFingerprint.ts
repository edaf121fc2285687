import { sha256 } from '../base/sha256';
import type { Catalog, Requirement } from '../catalog/model';

/**
 * 16 hex digits of what a requirement asks for: whoever reviewed a link or a proof did so under these words. Layout does not count: white space is
 * folded. Nor does what we or the catalogue say about the entry (notes, sources, profiles).
 */
export function requirementFingerprint(requirement: Requirement): string {
  const { title, statement = '', nature, checklist, scenarios, proofs, obsolete = false } = requirement;
  const proofWords = (expected: Requirement['proofs']): unknown =>
    expected.map(({ id = '', kind, text }) => [id, kind, folded(text)]);
  const words = [
    folded(title),
    folded(statement),
    nature,
    obsolete,
    checklist.map(({ id, text }) => [id, folded(text)]),
    scenarios.map(({ id, text = '', proofs: expected }) => [id, folded(text), proofWords(expected)]),
    proofWords(proofs),
  ];
  return sha256(JSON.stringify(words)).slice(0, 16);
}

/**
 * 16 hex digits of what the FAQ answers to a requirement; answers that are joined to it by its family or a guess do not count. `undefined` where there
 * is none.
 */
export function guidanceFingerprint(guidance: ReturnType<Catalog['guidance']>): string | undefined {
  const answers = guidance
    .filter(({ match }) => match === 'cited' || match === 'matched')
    .map(({ entry: { id, subject = '', question = '', answer } }) => [
      id,
      folded(subject),
      folded(question),
      folded(answer),
    ])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  return answers.length === 0 ? undefined : sha256(JSON.stringify(answers)).slice(0, 16);
}

/** The requirement without the ids of its scenarios and proofs, which follow its number. */
export function numberless(requirement: Requirement): Requirement {
  const bare = (expected: Requirement['proofs']): Requirement['proofs'] =>
    expected.map(({ kind, text }) => ({ kind, text }));
  return {
    ...requirement,
    scenarios: requirement.scenarios.map((scenario) => ({ ...scenario, id: '', proofs: bare(scenario.proofs) })),
    proofs: bare(requirement.proofs),
  };
}

function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
