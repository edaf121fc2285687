import type { FormerRequirement, MentionLink, Link, RequirementTrace, Trace } from './model';
import type { Problem } from '../base/problem';
import type { FileLinks } from './fileLinks';
import { groupProblems, type ProblemsByFile } from './problemsByFile';
import { countStates, groupTotals } from './totals';

export interface SnapshotParts extends Pick<Trace, 'product' | 'profile' | 'catalogs' | 'requirements'> {
  /** In the order of their names; what is in each is in order of place. */
  readonly files: readonly FileLinks[];
  /** Those of no file's annotations. */
  readonly problems: readonly Problem[];
  /** Tells which of the unknown links, and what else, name a requirement of an earlier edition. */
  readonly formerOf?: (unknown: readonly Link[]) => readonly FormerRequirement[];
}

/**
 * A trace over parts that change no more. One is made at each keystroke, so what only some readers ask for (problems, totals, mentions)
 * is computed when it is read for the first time.
 */
export function snapshotOf(parts: SnapshotParts): Trace {
  const { product, profile, catalogs, requirements, files } = parts;
  const unknownLinks = lazy((): readonly Link[] =>
    joined(files, ({ links }) => links.filter((link) => link.state === 'unknown')),
  );
  const former = lazy((): readonly FormerRequirement[] => parts.formerOf?.(unknownLinks()) ?? []);
  const mentions = lazy((): readonly MentionLink[] => joined(files, (file) => file.mentions));
  const problemsByFile = lazy((): ProblemsByFile => groupProblems(files, parts.problems));
  const problems = lazy((): readonly Problem[] => joined(problemsByFile(), (own) => own));
  const byId = lazy(() => new Map(requirements.map((row) => [row.requirement.id, row])));
  const counts = lazy(() => countStates(requirements));
  const totalsBy = (groupOf: (row: RequirementTrace) => string | undefined) =>
    lazy(() => groupTotals(requirements, groupOf));
  const chapters = totalsBy(({ requirement }) => requirement.chapter);
  const themes = totalsBy(({ requirement }) => requirement.theme);
  const families = totalsBy(({ requirement }) => requirement.family);
  return {
    product,
    profile,
    catalogs,
    requirements,
    get unknownLinks() {
      return unknownLinks();
    },
    get former() {
      return former();
    },
    get mentions() {
      return mentions();
    },
    get problems() {
      return problems();
    },
    get problemsByFile() {
      return problemsByFile();
    },
    get counts() {
      return counts();
    },
    get chapters() {
      return chapters();
    },
    get themes() {
      return themes();
    },
    get families() {
      return families();
    },
    requirement: (id) => byId().get(id),
  };
}

/** What `flatMap` gives, in a tenth of its time: it is made anew at each change of a file. */
function joined<S, T>(parts: readonly S[], of: (part: S) => readonly T[]): T[] {
  const all: T[] = [];
  for (const part of parts) {
    for (const one of of(part)) {
      all.push(one);
    }
  }
  return all;
}

function lazy<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}
