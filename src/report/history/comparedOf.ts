import type { Trace } from '../../trace/model';
import { gapText } from '../../trace/words';
import { groupJson } from '../json';
import type { MatrixOptions } from '../matrixFormat';
import type { ComparedTrace } from './comparedTrace';

/** A trace as `comparedSchema` would read it, had it been stored. */
export function comparedOf(
  trace: Trace,
  { t, commit, committedAt, generatedAt }: Pick<MatrixOptions, 't' | 'commit' | 'committedAt' | 'generatedAt'>,
): ComparedTrace {
  return {
    product: trace.product,
    catalogs: trace.catalogs.map(({ id, title, edition }) => ({
      id,
      title,
      ...(edition === undefined ? {} : { edition }),
    })),
    ...(commit === undefined ? {} : { commit }),
    ...(committedAt === undefined ? {} : { committedAt }),
    ...(generatedAt === undefined ? {} : { generatedAt }),
    counts: trace.counts,
    chapters: trace.chapters.map(groupJson),
    requirements: trace.requirements.map(({ requirement, scope, state, links, gaps }) => ({
      id: requirement.id,
      title: requirement.title,
      ...(requirement.chapter === undefined ? {} : { chapter: requirement.chapter }),
      scope,
      state,
      links: { length: links.length },
      gaps: gaps.map((gap) => gapText(t, gap)),
    })),
    unknownLinks: { length: trace.unknownLinks.length },
  };
}
