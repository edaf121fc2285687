import type { Mention } from '../../annotations/model';
import { message } from '../../base/message';
import { pushTo } from '../../base/pushTo';
import { touches, LineMap } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { commentGroups, type CommentGroup } from './commentGroups';
import { afterEdits, type Fix, type FixRequest, type FixSource } from './fix';
import { planComment, type PlacedMention, type Plan } from './mentionPlans';

/** Mentions under the cursor, or all of the file, become annotations. */
export function mentionFixes(request: FixRequest): Fix[] {
  const here = new Set(request.file.mentions.filter(({ range }) => touches(range, request.range)));
  if (here.size === 0) {
    return [];
  }
  const groups = commentGroups(request);
  const plans = plansFor(request, groups, (mention) => here.has(mention));
  const ids = [...new Set(plans.flatMap((plan) => plan.ids))];
  const single: Fix = {
    title: message('Turn this mention of {0} into an annotation', ids.join(', ')),
    kind: 'rewrite',
    preferred: false,
    edits: plans.flatMap((plan) => plan.edits),
  };
  const all: Fix = {
    title: message('Turn all mentions of this file into annotations'),
    kind: 'rewrite',
    preferred: false,
    get edits() {
      return verified(
        request,
        plansFor(request, groups, () => true),
      );
    },
    lazy: true,
  };
  const isSound = ids.length > 0 && readsBack(request, plans);
  return [...(isSound ? [single] : []), ...(request.file.mentions.length > here.size ? [all] : [])];
}

function plansFor(source: FixSource, groups: readonly CommentGroup[], isWanted: (mention: Mention) => boolean): Plan[] {
  const lines = new LineMap(source.text);
  const byGroup = new Map<CommentGroup, PlacedMention[]>();
  const groupOf = groupFinder(groups);
  for (const mention of source.file.mentions) {
    const start = lines.offsetAt(mention.range.start);
    const group = groupOf(start);
    const ids = idsOf(source, mention.raw);
    if (group !== undefined && ids.length > 0) {
      const placed = {
        raw: mention.raw,
        start,
        end: lines.offsetAt(mention.range.end),
        ids,
        wanted: isWanted(mention),
      };
      pushTo(byGroup, group, placed);
    }
  }
  const annotated = annotatedIn(source, groupOf, lines);
  return [...byGroup].flatMap(([group, mentions]) => {
    const known = annotated.get(group);
    // What the comment's own annotations say already is left alone.
    const open = mentions.filter(({ raw }) => !requirementsOf(source, raw).every((id) => known?.has(id) === true));
    return planComment(source, group, open, lines);
  });
}

function annotatedIn(
  source: FixSource,
  groupOf: (offset: number) => CommentGroup | undefined,
  lines: LineMap,
): Map<CommentGroup, Set<string>> {
  const found = new Map<CommentGroup, Set<string>>();
  for (const { range, ids } of source.file.annotations) {
    const group = groupOf(lines.offsetAt(range.start));
    if (group !== undefined) {
      const known = found.get(group) ?? new Set();
      ids.flatMap(({ raw }) => requirementsOf(source, raw)).forEach((id) => known.add(id));
      found.set(group, known);
    }
  }
  return found;
}

function groupFinder(groups: readonly CommentGroup[]): (offset: number) => CommentGroup | undefined {
  return (offset) => {
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((groups[middle]?.start ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const group = groups[low];
    return group !== undefined && group.start <= offset && offset < group.end ? group : undefined;
  };
}

/** Those that hold together; where not all do, each that does by itself. */
function verified(source: FixSource, plans: readonly Plan[]): readonly TextEdit[] {
  const kept = readsBack(source, plans) ? plans : plans.filter((plan) => readsBack(source, [plan]));
  return kept === plans || readsBack(source, kept) ? kept.flatMap((plan) => plan.edits) : [];
}

/** Whether every id of before is still there, and those that were planned. */
function readsBack(source: FixSource, plans: readonly Plan[]): boolean {
  const edits = plans.flatMap((plan) => plan.edits);
  const raws = ({ annotations }: Pick<FixSource['file'], 'annotations'>): string[] =>
    annotations.flatMap(({ ids }) => ids.map(({ raw }) => raw));
  const sorted = (ids: readonly string[]): string => JSON.stringify([...ids].sort());
  return sorted(raws(afterEdits(source, edits))) === sorted([...raws(source.file), ...plans.flatMap(({ ids }) => ids)]);
}

function idsOf({ catalog }: FixSource, raw: string): string[] {
  return [...new Set(catalog.resolve(raw).targets.map(({ item }) => item))];
}

function requirementsOf({ catalog }: FixSource, raw: string): string[] {
  return catalog.resolve(raw).targets.map(({ requirement }) => requirement);
}
