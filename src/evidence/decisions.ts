import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { pushTo } from '../base/pushTo';
import { daysBetween, EXPIRES_SOON_DAYS } from './calendar';
import type { Decision } from './model';

export interface WeighedDecisions {
  /** The decision that counts today, by canonical id of the requirement. */
  readonly current: ReadonlyMap<string, Decision>;
  /** For requirements without a current one: the decision that ended last. */
  readonly expired: ReadonlyMap<string, Decision>;
  readonly problems: readonly Problem[];
}

/** A decision counts until its last day included. */
function hasExpired(decision: Decision, today: string): boolean {
  const left = decision.expires === undefined ? undefined : daysBetween(today, decision.expires);
  return left !== undefined && left < 0;
}

/**
 * Which decision counts for each requirement. Of several current ones for the same requirement the newest counts (then the later in the file);
 * when their statuses contradict each other none counts, since the tool must not choose what is handed in.
 * @param requirementsOf canonical ids of the requirements that a written id stands for
 */
// @segur ST.PRF.03
export function weighDecisions(
  decisions: readonly Decision[],
  today: string,
  requirementsOf: (raw: string) => readonly string[],
  projectFile = PROJECT_FILE,
): WeighedDecisions {
  const byRequirement = new Map<string, Decision[]>();
  const problems: Problem[] = [];
  for (const decision of decisions) {
    for (const requirement of new Set(decision.for.flatMap((raw) => requirementsOf(raw)))) {
      pushTo(byRequirement, requirement, decision);
    }
    const ending = endProblem(decision, today);
    if (ending !== undefined) {
      problems.push({ ...ending, file: projectFile, range: decision.range });
    }
  }
  const current = new Map<string, Decision>();
  const expired = new Map<string, Decision>();
  for (const [requirement, all] of byRequirement) {
    const counting = all.filter((decision) => !hasExpired(decision, today));
    const conflicting = counting.find((decision) => decision.status !== counting[0]?.status);
    if (conflicting !== undefined) {
      problems.push({
        code: ProblemCode.DecisionConflict,
        severity: 'error',
        file: projectFile,
        range: conflicting.range,
        message: message('Two decisions contradict each other on {0}: neither counts', requirement),
        remedy: message('Keep one of them, or give the former one a date of expiry'),
        related: counting
          .filter(({ status }) => status !== conflicting.status)
          .map(({ range }) => ({ file: projectFile, range, message: message('The decision that it contradicts') })),
      });
      continue;
    }
    const newest = latest(counting, ({ date = '' }) => date);
    if (newest !== undefined) {
      current.set(requirement, newest);
      continue;
    }
    const ended = latest(all, ({ expires = '' }) => expires);
    if (ended !== undefined) {
      expired.set(requirement, ended);
    }
  }
  return { current, expired, problems };
}

function endProblem(
  decision: Decision,
  today: string,
): Pick<Problem, 'code' | 'severity' | 'message' | 'remedy'> | undefined {
  const { expires } = decision;
  const left = expires === undefined ? undefined : daysBetween(today, expires);
  if (expires === undefined || left === undefined || left > EXPIRES_SOON_DAYS) {
    return undefined;
  }
  const ids = decision.for.join(', ');
  return left < 0
    ? {
        code: ProblemCode.DecisionExpired,
        severity: 'warning',
        message: message('The decision on {0} ended on {1} and no longer counts', ids, { day: expires }),
        remedy: message('Decide again, with a new date of expiry, or meet the requirement'),
      }
    : {
        code: ProblemCode.DecisionExpiresSoon,
        severity: 'information',
        message: message('The decision on {0} ends on {1}', ids, { day: expires }),
        remedy: message('Decide again, with a new date of expiry, or meet the requirement'),
      };
}

function latest(decisions: readonly Decision[], key: (decision: Decision) => string): Decision | undefined {
  return decisions.reduce<Decision | undefined>(
    (best, decision) => (best === undefined || key(decision) >= key(best) ? decision : best),
    undefined,
  );
}
