import type { Verb } from '../annotations/model';
import { countText, dayText, type Translate } from '../base/message';
import type { MatchStrength, Nature, Need, Origin, ProofKind } from '../catalog/model';
import type { ProofState } from '../evidence/model';
import type { Gap, Link, LinkState, LinkTests, RequirementState, Scope, TestResult, TestState } from './model';

/** A mark for each state that a monochrome print and a screen reader tell apart. */
export function stateSymbol(state: RequirementState): string {
  const symbols: Record<RequirementState, string> = {
    satisfied: '✓',
    partial: '◐',
    missing: '✗',
    suspect: '⚠',
    'not-applicable': '∅',
    'accepted-gap': '≈',
  };
  return symbols[state];
}

export function stateLabel(t: Translate, state: RequirementState): string {
  switch (state) {
    case 'satisfied':
      return t('Satisfied');
    case 'partial':
      return t('Partial');
    case 'missing':
      return t('Missing');
    case 'suspect':
      return t('Suspect');
    case 'not-applicable':
      return t('Not applicable');
    case 'accepted-gap':
      return t('Accepted gap');
  }
}

export function linkStateLabel(t: Translate, state: LinkState): string {
  switch (state) {
    case 'ok':
      return t('ok');
    case 'unknown':
      return t('unknown requirement');
    case 'outdated':
      return t('outdated');
    case 'predated':
      return t('predated');
    case 'suspect':
      return t('suspect');
    case 'unwanted':
      return t('unwanted');
    case 'duplicate':
      return t('duplicate');
  }
}

export function proofStateLabel(t: Translate, state: ProofState): string {
  switch (state) {
    case 'ok':
      return t('ok');
    case 'missing':
      return t('missing');
    case 'empty':
      return t('empty');
    case 'changed':
      return t('changed');
    case 'expired':
      return t('expired');
    case 'expires-soon':
      return t('expires soon');
    case 'older-than-code':
      return t('older than the code');
    case 'wrong-edition':
      return t('made for another edition');
    case 'wrong-version':
      return t('made for another version');
  }
}

export function testStateLabel(t: Translate, state: TestState): string {
  switch (state) {
    case 'passed':
      return t('passed');
    case 'failed':
      return t('failed');
    case 'skipped':
      return t('skipped');
    case 'not-run':
      return t('not run');
  }
}

/** A mark for each state that a monochrome print and a screen reader tell apart. */
export function testStateSymbol(state: TestState): string {
  const symbols: Record<TestState, string> = { passed: '✓', failed: '✗', skipped: '↷', 'not-run': '○' };
  return symbols[state];
}

/** « passed », « failed: 1 of 3 », « passed: 5 of 6 ». */
export function testsText(t: Translate, { state, counts, results }: LinkTests): string {
  const label = testStateLabel(t, state);
  const own = state === 'not-run' ? 0 : counts[state];
  return own === results.length ? label : t('{0}: {1} of {2}', label, countText(t, own), countText(t, results.length));
}

/** The day of the last run, where the results say it. */
export function testsDate(results: readonly TestResult[]): string | undefined {
  return results.reduce<string | undefined>(
    (latest, { date }) => (date !== undefined && (latest === undefined || date > latest) ? date : latest),
    undefined,
  );
}

export function verbLabel(t: Translate, verb: Verb): string {
  switch (verb) {
    case 'implements':
      return t('implements');
    case 'verifies':
      return t('verifies');
    case 'partial':
      return t('partial');
    case 'todo':
      return t('to do');
  }
}

export function needLabel(t: Translate, need: Need): string {
  switch (need) {
    case 'code':
      return t('code');
    case 'test':
      return t('test');
    case 'proof':
      return t('proof');
  }
}

export function natureLabel(t: Translate, nature: Nature): string {
  return nature === 'exigence' ? t('requirement (DOIT)') : t('recommendation (PEUT)');
}

export function scopeLabel(t: Translate, scope: Scope): string {
  switch (scope) {
    case 'applicable':
      return t('applicable');
    case 'unknown':
      return t('applicability unknown');
    case 'out-of-profile':
      return t('out of profile');
    case 'obsolete':
      return t('obsolete');
  }
}

export function originLabel(t: Translate, origin: Origin): string {
  switch (origin) {
    case 'cited':
      return t('cited by the FAQ');
    case 'matched':
      return t('matched by subject');
    case 'listed':
      return t('listed in public documents');
    case 'imported':
      return t('from your REM');
  }
}

export function matchLabel(t: Translate, match: MatchStrength): string {
  switch (match) {
    case 'cited':
      return t('names this requirement');
    case 'matched':
      return t('same subject');
    case 'family':
      return t('whole family');
    case 'weak':
      return t('uncertain match');
  }
}

export function proofKindLabel<T>(t: (template: string) => T, kind: ProofKind): T {
  switch (kind) {
    case 'documentation':
      return t('documentation');
    case 'attestation':
      return t('attestation');
    case 'formulaire':
      return t('form');
    case 'capture':
      return t('screenshot');
    case 'video':
      return t('video');
    case 'rapport':
      return t('report');
    case 'configuration':
      return t('configuration extract');
    case 'code':
      return t('code extract');
    case 'autre':
      return t('other proof');
  }
}

/** Why a requirement is not satisfied yet, in one line. */
export function gapText(t: Translate, gap: Gap): string {
  switch (gap.kind) {
    case 'no-code':
      return t('no code implements it');
    case 'no-test':
      return t('no test verifies it');
    case 'no-proof':
      return t('no proof');
    case 'only-partial-code':
      return t('implemented in part only: {0}', place(gap.link));
    case 'todo':
      return t('to do: {0}', place(gap.link));
    case 'link-state':
      return t('link {0}: {1}', linkStateLabel(t, gap.link.state), place(gap.link));
    case 'proof-state':
      return t('proof {0}: {1}', proofStateLabel(t, gap.proof.state), proofName(gap.proof.entry));
    case 'expected-proof':
      return gap.id === undefined
        ? t('expected proof: {0} — {1}', proofKindLabel(t, gap.proofKind), gap.text)
        : t('expected proof {0}: {1} — {2}', gap.id, proofKindLabel(t, gap.proofKind), gap.text);
    case 'test-failed':
      return gap.result.message === undefined
        ? t('failed test: {0} — {1}', placeOfTest(gap), gap.result.name)
        : t('failed test: {0} — {1}: {2}', placeOfTest(gap), gap.result.name, gap.result.message);
    case 'test-skipped':
      return gap.result.message === undefined
        ? t('skipped test: {0} — {1}', placeOfTest(gap), gap.result.name)
        : t('skipped test: {0} — {1}: {2}', placeOfTest(gap), gap.result.name, gap.result.message);
    case 'test-not-run':
      return t('no result of the test: {0}', place(gap.link));
    case 'decision-expired':
      return t('decision expired on {0}: {1}', dayText(t, gap.decision.expires ?? ''), gap.decision.reason);
    case 'told':
      return gap.text;
  }
}

/** Where its code is, else where its result stands. */
function placeOfTest({ link, result }: { readonly link?: Link; readonly result: TestResult }): string {
  return link === undefined ? `${result.file}:${result.line + 1}` : place(link);
}

function place(link: { readonly file: string; readonly range: { readonly start: { readonly line: number } } }): string {
  return `${link.file}:${link.range.start.line + 1}`;
}

/** A declared proof as its author named it: its globs, its value or its address. */
export function proofName(entry: {
  readonly files?: readonly string[];
  readonly value?: string;
  readonly link?: string;
}): string {
  return entry.files?.join(', ') ?? entry.value ?? entry.link ?? '';
}
