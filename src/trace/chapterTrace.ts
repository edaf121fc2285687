import type { RequirementTrace, Trace } from './model';
import { snapshotOf } from './snapshot';

/**
 * The trace of one chapter alone: its requirements, with their totals and mentions. Problems and links of unknown ids belong to no chapter and are
 * left out.
 * @param chapter its name in the catalogue; `''` for what has none
 */
export function chapterTrace(trace: Trace, chapter: string): Trace {
  const requirements = trace.requirements.filter((row) => chapterOf(row) === chapter);
  const ids = new Set(requirements.map(({ requirement }) => requirement.id));
  const { product, profile, catalogs } = trace;
  const mentions = trace.mentions.filter(({ id }) => ids.has(id));
  return snapshotOf({
    product,
    profile,
    catalogs,
    requirements,
    files: [{ links: [], mentions, problems: [] }],
    problems: [],
  });
}

/** `''` for a requirement without one. */
export function chapterOf({ requirement }: Pick<RequirementTrace, 'requirement'>): string {
  return requirement.chapter ?? '';
}
