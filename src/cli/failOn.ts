import { distance } from 'fastest-levenshtein';
import { message } from '../base/message';
import { ProblemCode, type Severity } from '../base/problem';
import type { ProofState } from '../evidence/model';
import type { Finding } from '../trace/findings';
import type { RequirementState, TestState } from '../trace/model';
import { linkStateCodes, proofStateCode, proofStates, requirementStates, testStates } from '../trace/stateNames';
import { UsageError } from './usageError';

type NamedLinkState = keyof typeof linkStateCodes;

export type FailOn = (finding: Finding) => boolean;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Reads `--fail-on`: words separated by commas. A word is
 * - `none`, which fails on nothing;
 * - a severity, which takes the graver ones with it;
 * - a state, of a requirement (`missing`), a link (`outdated`), a proof (`expired`) or a test (`failed`); where several have it, the requirement's is
 *   meant, and `proof:missing` or `link:suspect` name the others;
 * - `unclaimed`, code of the folders declared sensitive that no requirement claims;
 * - a group: `gaps` for requirements that are missing, partial or suspect; `stale` for links and proofs that held once and do not any more;
 * - a problem code, or its first part (`annotation`, `proof`).
 *
 * Without it, errors of form alone.
 *
 * @throws UsageError naming the word that is none of these, and what may have been meant: a gate that silently never fails is worse than none.
 */
// @segur ST.CLI.02
export function parseFailOn(list: string | undefined): FailOn {
  const words = (list ?? 'error')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length === 0) {
    throw new UsageError(message('--fail-on names nothing. To fail on nothing, write none.'));
  }
  const tests = words.map(testOf);
  return (finding) => tests.some((test) => test(finding));
}

/** Whether `--fail-on` asks about unclaimed code, which takes reading more than the annotations. */
export function asksForUnclaimed(list: string | undefined): boolean {
  return (list ?? '').split(',').some((word) => word.trim().toLowerCase() === 'unclaimed');
}

function testOf(word: string): FailOn {
  const known = VOCABULARY.get(word);
  if (known !== undefined) {
    return known;
  }
  const codes = CODES.filter((code) => code === word || code.startsWith(`${word}.`));
  if (codes.length > 0) {
    return (finding) => finding.kind === 'problem' && codes.includes(finding.problem.code);
  }
  const close = closest(word);
  throw new UsageError(
    close.length > 0
      ? message('Unknown word in --fail-on: {0}. Did you mean {1}?', word, close.join(', '))
      : message(
          'Unknown word in --fail-on: {0}. It takes {1}, or a problem code.',
          word,
          [...VOCABULARY.keys()].join(', '),
        ),
  );
}

/** More than this is no help to read. */
const MOST_PROPOSED = 3;

function closest(word: string): string[] {
  const most = Math.max(2, Math.floor(word.length / 3));
  return [...VOCABULARY.keys(), ...CODES]
    .map((known) => ({ known, off: distance(word, known) }))
    .filter(({ known, off }) => off <= most || known.includes(word))
    .sort((one, other) => one.off - other.off)
    .slice(0, MOST_PROPOSED)
    .map(({ known }) => known);
}

function makeVocabulary(): ReadonlyMap<string, FailOn> {
  const words = new Map<string, FailOn>([['none', () => false]]);
  for (const severity of SEVERITIES) {
    words.set(severity, atLeast(severity));
  }
  words.set('unclaimed', (finding) => finding.kind === 'unclaimed');
  words.set('gaps', anyOf((['missing', 'partial', 'suspect'] as const).map(requirementIn)));
  words.set('stale', anyOf([...STALE_LINKS.map(linkIn), ...proofStates.filter(isStale).map(proofIn)]));
  // Requirements first: a word that several kinds of things have means theirs.
  for (const state of requirementStates.filter((one) => one !== 'satisfied')) {
    addState(words, 'requirement', state, requirementIn(state));
  }
  for (const state of Object.keys(linkStateCodes) as NamedLinkState[]) {
    addState(words, 'link', state, linkIn(state));
  }
  for (const state of proofStates.filter((one) => one !== 'ok')) {
    addState(words, 'proof', state, proofIn(state));
  }
  for (const state of testStates.filter((one) => one !== 'passed')) {
    addState(words, 'test', state, testIn(state));
  }
  return words;
}

function addState(words: Map<string, FailOn>, kind: string, state: string, test: FailOn): void {
  if (!words.has(state)) {
    words.set(state, test);
  }
  words.set(`${kind}:${state}`, test);
}

function anyOf(tests: readonly FailOn[]): FailOn {
  return (finding) => tests.some((test) => test(finding));
}

function atLeast(severity: Severity): FailOn {
  const rank = SEVERITIES.indexOf(severity);
  return (finding) => finding.kind === 'problem' && SEVERITIES.indexOf(finding.problem.severity) <= rank;
}

function requirementIn(state: RequirementState): FailOn {
  return (finding) => finding.kind === 'requirement' && finding.row.state === state;
}

function linkIn(state: NamedLinkState): FailOn {
  return problemOf(linkStateCodes[state]);
}

function proofIn(state: ProofState): FailOn {
  const code = proofStateCode(state);
  const own: FailOn = (finding) => finding.kind === 'proof' && finding.proof.state === state;
  return code === undefined ? own : anyOf([own, problemOf(code)]);
}

function testIn(state: TestState): FailOn {
  return (finding) => finding.kind === 'test' && finding.test.state === state;
}

function problemOf(code: ProblemCode): FailOn {
  return (finding) => finding.kind === 'problem' && finding.problem.code === code;
}

/** It was there and full, and something went by since. */
function isStale(state: ProofState): boolean {
  return state !== 'ok' && state !== 'missing' && state !== 'empty' && state !== 'expires-soon';
}

const STALE_LINKS = ['outdated', 'predated', 'suspect'] as const;
const CODES = Object.values<string>(ProblemCode);
const VOCABULARY = makeVocabulary();
