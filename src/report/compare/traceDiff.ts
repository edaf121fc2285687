import type { StateCounts, RequirementState } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { isSettled, settledCount } from '../../trace/totals';
import type { ComparedRow, ComparedTrace } from '../history/comparedTrace';

/** What became of a requirement, the gravest first. */
export const CHANGES = ['lost', 'suspect', 'worse', 'added', 'removed', 'better', 'decided', 'satisfied'] as const;

/**
 * satisfied, suspect: it is that now, and was not; decided: not applicable or an accepted gap now; lost: satisfied or decided before, and neither
 * now; better, worse: otherwise nearer to that, or further from it, or with fewer or more gaps; added, removed: it counts in one of both alone, since the catalogue or the
 * profile is another.
 */
export type Change = (typeof CHANGES)[number];

export interface RequirementChange {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly change: Change;
  readonly before?: RequirementState;
  readonly after?: RequirementState;
  /** What it lacks now and did not lack before, in words. */
  readonly gaps: readonly string[];
}

/** One of two traces. */
export interface TraceSide {
  readonly product: ComparedTrace['product'];
  readonly catalogs: ComparedTrace['catalogs'];
  readonly commit?: string;
  readonly committedAt?: string;
  readonly generatedAt?: string;
  readonly counts: StateCounts;
  readonly total: number;
  readonly links: number;
  readonly unknownLinks: number;
}

export interface ChapterProgress {
  /** Empty for what has none. */
  readonly name: string;
  /** Satisfied or decided, of all of the profile, and whether it is ready; absent where nothing of it counted. */
  readonly before?: Progress;
  readonly after?: Progress;
}

export interface Progress {
  readonly settled: number;
  readonly total: number;
  readonly ready: boolean;
}

export interface TraceDiff {
  readonly before: TraceSide;
  readonly after: TraceSide;
  /** Only those in which something is another. */
  readonly chapters: readonly ChapterProgress[];
  /** In the order of the catalogue of now; what is gone comes last. */
  readonly requirements: readonly RequirementChange[];
}

/** What became of the requirements of the profile from one trace, stored or not, to the next. */
// @segur ST.HIS.01
export function diffTraces(before: ComparedTrace, after: ComparedTrace): TraceDiff {
  const olds = rowsOf(before);
  const news = rowsOf(after);
  const ids = [...news.keys(), ...[...olds.keys()].filter((id) => !news.has(id))];
  return {
    before: sideOf(before),
    after: sideOf(after),
    chapters: chapterProgress(before, after),
    requirements: ids.flatMap((id) => changeOf(olds.get(id), news.get(id)) ?? []),
  };
}

/** Whether no requirement and no total is another. */
export function isSameTrace({ before, after, chapters, requirements }: TraceDiff): boolean {
  const totals = ({ counts, total, links, unknownLinks }: TraceSide): string =>
    JSON.stringify([Object.entries(counts).sort(), total, links, unknownLinks]);
  return requirements.length === 0 && chapters.length === 0 && totals(before) === totals(after);
}

function rowsOf({ requirements }: ComparedTrace): Map<string, ComparedRow> {
  return new Map(requirements.filter(inProfile).map((row) => [row.id, row]));
}

function sideOf(matrix: ComparedTrace): TraceSide {
  const { product, catalogs, commit, committedAt, generatedAt, counts, requirements, unknownLinks } = matrix;
  return {
    product,
    catalogs,
    ...(commit === undefined ? {} : { commit }),
    ...(committedAt === undefined ? {} : { committedAt }),
    ...(generatedAt === undefined ? {} : { generatedAt }),
    counts,
    total: requirements.filter(inProfile).length,
    links: requirements.reduce((sum, { links }) => sum + links.length, 0),
    unknownLinks: unknownLinks.length,
  };
}

function chapterProgress(before: ComparedTrace, after: ComparedTrace): ChapterProgress[] {
  const olds = new Map(before.chapters.map((chapter) => [chapter.name, progressOf(chapter)]));
  const news = new Map(after.chapters.map((chapter) => [chapter.name, progressOf(chapter)]));
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((name) => {
    const [was, is] = [olds.get(name), news.get(name)];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ name, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function progressOf({ counts, total, ready }: ComparedTrace['chapters'][number]): Progress {
  const settled = settledCount(counts);
  return { settled, total, ready };
}

function changeOf(before: ComparedRow | undefined, after: ComparedRow | undefined): RequirementChange | undefined {
  const row = after ?? before;
  const change = kindOf(before?.state, after?.state) ?? changeOfGaps(before?.gaps ?? [], after?.gaps ?? []);
  if (row === undefined || change === undefined) {
    return undefined;
  }
  const known = new Set(before?.gaps.map(withoutLines));
  return {
    id: row.id,
    title: row.title,
    chapter: row.chapter ?? '',
    change,
    ...(before === undefined ? {} : { before: before.state }),
    ...(after === undefined ? {} : { after: after.state }),
    gaps: after?.gaps.filter((gap) => !known.has(withoutLines(gap))) ?? [],
  };
}

/** In one state a requirement may lack more or less. As many gaps as before in other words are no news: the trace may be in another language. */
function changeOfGaps(before: readonly string[], after: readonly string[]): 'better' | 'worse' | undefined {
  return before.length === after.length ? undefined : before.length > after.length ? 'better' : 'worse';
}

/** Code that moves in its file is no news. */
function withoutLines(gap: string): string {
  return gap.replaceAll(/:\d+/gu, '');
}

/** From the furthest from satisfied to the nearest; what is suspect was satisfied in part at least. */
const OPEN: readonly RequirementState[] = ['missing', 'suspect', 'partial'];

function kindOf(before: RequirementState | undefined, after: RequirementState | undefined): Change | undefined {
  if (before === after) {
    return undefined;
  }
  if (before === undefined || after === undefined) {
    return before === undefined ? 'added' : 'removed';
  }
  if (after === 'satisfied' || after === 'suspect') {
    return after;
  }
  if (isSettled(after)) {
    return 'decided';
  }
  if (isSettled(before)) {
    return 'lost';
  }
  return OPEN.indexOf(after) > OPEN.indexOf(before) ? 'better' : 'worse';
}
