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
 * typing, it goes through them a few times and sorts nothing. Problems of the catalogues that ship are ours, not the user's: they are left out.
 * @param problems in order of their files
 */
export function chooseShown(problems: readonly Problem[], { severities, isOpen, limits }: ShowRules): ShownProblems {
  const rankOf = (problem: Problem): number => RANKS.indexOf(severityOf(problem, severities) ?? 'hint');
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (severityOf(problem, severities) === undefined || problem.file.startsWith('builtin:')) {
      continue;
    }
    const group = groups.get(problem.file);
    if (group === undefined) {
      groups.set(problem.file, [problem]);
    } else {
      group.push(problem);
    }
  }
  const wanted = sizeOf(groups);
  const kept = new Map<string, readonly Problem[]>();
  for (const [file, group] of groups) {
    kept.set(file, isOpen(file) ? group : gravest(group, limits.file, rankOf));
  }
  if (sizeOf(kept) > limits.folder) {
    const all = [...kept.values()].flat();
    const open = new Set(
      gravest(
        [...kept].filter(([file]) => isOpen(file)).flatMap(([, of]) => of),
        limits.folder,
        rankOf,
      ),
    );
    const others = gravest(
      all.filter(({ file }) => !isOpen(file)),
      limits.folder - open.size,
      rankOf,
    );
    const shown = new Set([...open, ...others]);
    for (const [file, group] of kept) {
      const left = group.filter((problem) => shown.has(problem));
      if (left.length === 0) {
        kept.delete(file);
      } else {
        kept.set(file, left);
      }
    }
  }
  return { files: kept, left: wanted - sizeOf(kept) };
}

/** The gravest, the first ones where they are as grave, in their order. */
function gravest(problems: readonly Problem[], most: number, rankOf: (problem: Problem) => number): readonly Problem[] {
  if (problems.length <= most) {
    return problems;
  }
  const counts = new Array<number>(RANKS.length).fill(0);
  for (const problem of problems) {
    const rank = rankOf(problem);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  let left = most;
  const room = counts.map((count) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken;
  });
  return problems.filter((problem) => {
    const rank = rankOf(problem);
    const free = room[rank] ?? 0;
    room[rank] = free - 1;
    return free > 0;
  });
}

function sizeOf(groups: ReadonlyMap<string, readonly Problem[]>): number {
  let size = 0;
  for (const group of groups.values()) {
    size += group.length;
  }
  return size;
}
