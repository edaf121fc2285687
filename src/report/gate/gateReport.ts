import type { Message, Translate } from '../../base/message';
import { message } from '../../base/message';
import type { Severity } from '../../base/problem';
import type { Finding } from '../../trace/findings';
import type { Trace } from '../../trace/model';
import { gapText, proofName, proofStateLabel } from '../../trace/words';

/** What the gate found, and what it fails on: the input of every report. */
export interface GateResult {
  readonly trace: Trace;
  /** Every problem, every requirement of the profile that is not satisfied, every proof in a state that no problem tells of, every test that did not pass. */
  readonly findings: readonly Finding[];
  /** Those of the findings that the caller asked to fail on. */
  readonly failing: ReadonlySet<Finding>;
  /** Only what got worse fails. */
  readonly hasBaseline: boolean;
}

export interface GateOptions {
  readonly t: Translate;
  readonly language: 'fr' | 'en';
  /** Of this tool. */
  readonly version: string;
}

export function severityLabel(severity: Severity): Message {
  switch (severity) {
    case 'error':
      return message('error');
    case 'warning':
      return message('warning');
    case 'information':
      return message('information');
    case 'hint':
      return message('hint');
  }
}

/** `file:line`, or the file alone where a problem concerns the whole of it. */
export function placeText({
  file,
  range,
}: {
  readonly file: string;
  readonly range?: { readonly start: { readonly line: number } };
}): string {
  return range === undefined ? file : `${file}:${range.start.line + 1}`;
}

/** A proof and its state, in one line. */
export function proofWords({ proof }: Finding & { kind: 'proof' }, t: Translate): string {
  const { entry, state } = proof;
  return t('Proof of {0}: {1}', entry.for.join(', '), `${proofStateLabel(t, state)} — ${proofName(entry)}`);
}

/** A test that did not pass and the first requirement that relies on it, in one line. */
export function testWords({ test }: Finding & { kind: 'test' }, t: Translate): string {
  return t('{0}: {1}', test.row.requirement.id, gapText(t, test.gap));
}
