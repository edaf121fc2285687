import type { Problem, ProblemCode, Severity } from '../../base/problem';
import type { ProblemsByFile } from '../../trace/problemsByFile';
import { pushTo } from '../../base/pushTo';

/** How grave the user wants a code to be; a code that is not named is as grave as it is told. */
export type Severities = ReadonlyMap<ProblemCode, Severity | 'off'>;

export interface Limits {
  /** At most so many of one folder. */
  readonly folder: number;
  /** At most so many of one file that no editor holds. */
  readonly file: number;
}

/** More than this helps nobody and slows the panel down, which shows a thousand lines of a file at most; a last line says how many were left out. */
export const shownLimits: Limits = { folder: 1000, file: 100 };

export interface ShownProblems {
  /** In the order in which they came. */
  readonly files: ReadonlyMap<string, readonly Problem[]>;
  /** How many were left out by the limits. */
  readonly left: number;
}

export interface ShowRules {
  readonly severities: Severities;
  /** What stands under the author's eyes is left out last. */
  readonly isOpen: (file: string) => boolean;
  readonly limits: Limits;
}

const RANKS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `undefined` for a problem that the user does not want to hear of. */
export function severityOf({ code, severity }: Problem, severities: Severities): Severity | undefined {
  const wanted = severities.get(code) ?? severity;
  return wanted === 'off' ? undefined : wanted;
}

/**
 * Which problems of a folder are shown: those of open files before the others, then the graver ones, then the first ones. Asked at each pause in
 * typing, it looks only at files that changed since, and into no more of the others than may be shown. Problems of the catalogues that ship are ours,
 * not the user's: they are left out.
 */
export function chooseShown(groups: ProblemsByFile, { severities, isOpen, limits }: ShowRules): ShownProblems {
  const open = new Gravest(limits.folder);
  const others = new Gravest(limits.folder);
  let wanted = 0;
  for (const [order, problems] of groups.entries()) {
    const counted = countedOf(problems, severities);
    if (counted.total > 0) {
      wanted += counted.total;
      if (isOpen(counted.file)) {
        open.add(order, problems, counted, Infinity);
      } else {
        others.add(order, problems, counted, limits.file);
      }
    }
  }
  const ofOpen = open.take(limits.folder);
  const shown = [...ofOpen, ...others.take(limits.folder - ofOpen.length)].sort(
    (a, b) => a.order - b.order || a.at - b.at,
  );
  const files = new Map<string, Problem[]>();
  for (const { problem } of shown) {
    pushTo(files, problem.file, problem);
  }
  return { files, left: wanted - shown.length };
}

/** What the user wants to hear of one file. */
interface Counted {
  readonly file: string;
  readonly total: number;
  /** How many of each rank. */
  readonly byRank: readonly number[];
  /** Of each problem: thousands of them need not be looked at again to see that they are not grave enough. */
  readonly ranks: Uint8Array;
}

const known = new WeakMap<Severities, WeakMap<readonly Problem[], Counted>>();

/** Counted once for each array. */
function countedOf(problems: readonly Problem[], severities: Severities): Counted {
  const byProblems = known.get(severities) ?? new WeakMap<readonly Problem[], Counted>();
  known.set(severities, byProblems);
  let counted = byProblems.get(problems);
  if (counted === undefined) {
    counted = count(problems, severities);
    byProblems.set(problems, counted);
  }
  return counted;
}

function count(problems: readonly Problem[], severities: Severities): Counted {
  const file = problems[0]?.file ?? '';
  const byRank = RANKS.map(() => 0);
  const ranks = new Uint8Array(problems.length);
  let total = 0;
  if (!file.startsWith('builtin:')) {
    for (const [at, problem] of problems.entries()) {
      const rank = rankOf(problem, severities);
      ranks[at] = rank;
      if (rank < RANKS.length) {
        byRank[rank] = (byRank[rank] ?? 0) + 1;
        total++;
      }
    }
  }
  return { file, total, byRank, ranks };
}

/** Beyond all ranks for what the user does not want to hear of. */
function rankOf(problem: Problem, severities: Severities): number {
  const severity = severityOf(problem, severities);
  return severity === undefined ? RANKS.length : RANKS.indexOf(severity);
}

interface Placed {
  /** Of its file. */
  readonly order: number;
  /** Among those of its file. */
  readonly at: number;
  readonly problem: Problem;
}

/** The first problems of each severity, no more of one than could be taken. */
class Gravest {
  readonly #most: number;
  readonly #byRank: readonly Placed[][] = RANKS.map(() => []);

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Takes of the problems of one file.
   * @param order of the file among all
   * @param most the gravest alone, at most so many
   */
  add(order: number, problems: readonly Problem[], { byRank, ranks }: Counted, most: number): void {
    if (byRank.every((count, rank) => count === 0 || this.#roomFor(rank) === 0)) {
      return;
    }
    let left = most;
    const wanted = byRank.map((count, rank) => {
      const ofRank = Math.min(count, left);
      left -= ofRank;
      return Math.min(ofRank, this.#roomFor(rank));
    });
    for (const [at, rank] of ranks.entries()) {
      const still = wanted[rank] ?? 0;
      const problem = still > 0 ? problems[at] : undefined;
      if (problem !== undefined) {
        this.#byRank[rank]?.push({ order, at, problem });
        wanted[rank] = still - 1;
      }
    }
  }

  #roomFor(rank: number): number {
    return this.#most - (this.#byRank[rank]?.length ?? 0);
  }

  /** The graver ones first, then the first ones. */
  take(most: number): Placed[] {
    const taken: Placed[] = [];
    for (const own of this.#byRank) {
      taken.push(...own.slice(0, most - taken.length));
    }
    return taken;
  }
}
