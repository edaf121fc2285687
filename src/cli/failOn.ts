import { message } from '../base/message';
import { ProblemCode, type Severity } from '../base/problem';
import type { RequirementState } from '../trace/model';
import type { Finding } from '../trace/findings';
import { UsageError } from './usageError';

export type FailOn = (finding: Finding) => boolean;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const STATES: readonly RequirementState[] = ['missing', 'partial', 'suspect', 'accepted-gap', 'not-applicable'];

/**
 * Reads `--fail-on`: severities (each takes the graver ones with it), states of requirements, problem codes or their first part
 * (`annotation`, `proof`), separated by commas; `gaps` stands for missing, partial and suspect. Without it, errors of form alone.
 *
 * @throws UsageError naming the word that is none of these: a gate that silently never fails is worse than none.
 */
export function parseFailOn(list: string | undefined): FailOn {
  const words = (list ?? 'error')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const tests = words.map(parseWord);
  return (finding) => tests.some((test) => test(finding));
}

function parseWord(word: string): FailOn {
  const rank = (SEVERITIES as readonly string[]).indexOf(word);
  if (rank !== -1) {
    return (finding) => finding.kind === 'problem' && SEVERITIES.indexOf(finding.problem.severity) <= rank;
  }
  if (word === 'gaps') {
    return (finding) => finding.kind === 'requirement' && ['missing', 'partial', 'suspect'].includes(finding.row.state);
  }
  if ((STATES as readonly string[]).includes(word)) {
    return (finding) => finding.kind === 'requirement' && finding.row.state === word;
  }
  const codes = Object.values<string>(ProblemCode).filter((code) => code === word || code.startsWith(`${word}.`));
  if (codes.length > 0) {
    return (finding) => finding.kind === 'problem' && codes.includes(finding.problem.code);
  }
  throw new UsageError(
    message(
      'Unknown word in --fail-on: {0}. It takes {1}, or a problem code.',
      word,
      [...SEVERITIES, 'gaps', ...STATES].join(', '),
    ),
  );
}
