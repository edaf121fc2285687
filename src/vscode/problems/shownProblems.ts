import type { Problem, ProblemCode, Severity } from '../../base/problem';

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
 * typing, it goes through them once, keeps no more than may be shown and sorts only that. Problems of the catalogues that ship are ours, not the
 * user's: they are left out.
 * @param problems in order of their files
 */
export function chooseShown(problems: readonly Problem[], { severities, isOpen, limits }: ShowRules): ShownProblems {
  const open = new Gravest(limits.folder);
  const others = new Gravest(limits.folder);
  let wanted = 0;
  for (let start = 0; start < problems.length;) {
    const file = problems[start]?.file ?? '';
    let end = start + 1;
    while (end < problems.length && problems[end]?.file === file) {
      end++;
    }
    if (!file.startsWith('builtin:')) {
      wanted += isOpen(file)
        ? open.addAll(problems, start, end, severities)
        : others.addGravest(problems, start, end, severities, limits.file);
    }
    start = end;
  }
  const ofOpen = open.take(limits.folder);
  const shown = [...ofOpen, ...others.take(limits.folder - ofOpen.length)].sort((a, b) => a.at - b.at);
  const files = new Map<string, Problem[]>();
  for (const { problem } of shown) {
    const own = files.get(problem.file);
    if (own === undefined) {
      files.set(problem.file, [problem]);
    } else {
      own.push(problem);
    }
  }
  return { files, left: wanted - shown.length };
}

interface Placed {
  /** Among all problems. */
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

  /** @returns how many the user wants to hear of */
  addAll(problems: readonly Problem[], start: number, end: number, severities: Severities): number {
    let wanted = 0;
    for (let at = start; at < end; at++) {
      const problem = problems[at];
      const severity = problem === undefined ? undefined : severityOf(problem, severities);
      if (problem !== undefined && severity !== undefined) {
        wanted++;
        const own = this.#byRank[RANKS.indexOf(severity)];
        if (own !== undefined && own.length < this.#most) {
          own.push({ at, problem });
        }
      }
    }
    return wanted;
  }

  /** As `addAll`, with the gravest of these alone. */
  addGravest(problems: readonly Problem[], start: number, end: number, severities: Severities, most: number): number {
    if (end - start <= most) {
      return this.addAll(problems, start, end, severities);
    }
    const own = new Gravest(most);
    const wanted = own.addAll(problems, start, end, severities);
    for (const placed of own.take(most).sort((a, b) => a.at - b.at)) {
      this.addAll(problems, placed.at, placed.at + 1, severities);
    }
    return wanted;
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
