import type { Annotation, IdReference } from '../../annotations/model';
import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import type { TextEdit } from '../../base/textEdit';
import { sameId, splitsOf } from '../occurrences/sameId';
import { sameRange, type Fix, type FixRequest, type FixSource } from './fix';
import { referenceAt, type FoundReference } from './references';

/** Short forms, ranges and former ids: the ids that they stand for, here or everywhere. */
export function fullIdFixes(request: FixRequest, problem: Problem): Fix[] {
  const isAlias = problem.code === ProblemCode.AnnotationAlias;
  const found = referenceAt(request.file, problem.range);
  if ((!isAlias && problem.code !== ProblemCode.AnnotationShortForm) || found === undefined) {
    return [];
  }
  const { raw } = found.reference;
  const ids = fullIds(request, found);
  const here: Fix = {
    title: isAlias
      ? message('Change the former id {0} to {1}', raw, ids.join(', '))
      : message('Write {0} in full: {1}', raw, ids.join(', ')),
    kind: 'quick-fix',
    preferred: true,
    problem,
    edits: [editOf(found.reference, ids)],
  };
  const edits = fullIdEdits(request);
  const all: Fix = {
    title: message('Write all ids of this file in full'),
    kind: 'quick-fix',
    preferred: false,
    problem,
    edits,
  };
  const everywhere = isAlias ? replacedInFolder(request, problem, found) : undefined;
  return [here, ...(everywhere === undefined ? [] : [everywhere]), ...(edits.length > 1 ? [all] : [])];
}

/** A former id that stands elsewhere too, in other files, proofs or decisions: the editor replaces it there, since it has to read them. */
function replacedInFolder(
  { trace, path }: FixRequest,
  problem: Problem,
  { reference }: FoundReference,
): Fix | undefined {
  const { raw, range } = reference;
  const isBelow = (id: string): boolean => splitsOf(id).some(({ head }) => sameId(head, raw));
  for (const { requirement, links, proofs, decision } of trace.requirements) {
    const formerOf = requirement.id;
    if (!requirement.aliases.some((alias) => sameId(alias, raw))) {
      continue;
    }
    const inCode = links.filter(
      (link) => isBelow(link.raw) && !(link.file === path && sameRange(link.range, range)),
    ).length;
    const named = [...proofs.flatMap(({ entry }) => entry.for), ...(decision?.for ?? [])];
    const others = inCode + named.filter(isBelow).length;
    return others === 0
      ? undefined
      : {
          title: message('Change the former id {0} to {1} in the whole folder: {2} places', raw, formerOf, others + 1),
          kind: 'quick-fix',
          preferred: false,
          problem,
          edits: [],
          task: { kind: 'replace-former-id', raw, formerOf },
        };
  }
  return undefined;
}

/** What the editor does to the whole file, on request or when it is saved; nothing that would have to be looked at again. */
export function fixAll(source: FixSource): Fix | undefined {
  const edits = fullIdEdits(source);
  return edits.length === 0
    ? undefined
    : { title: message('Write all ids of this file in full'), kind: 'source', preferred: true, edits };
}

function fullIdEdits(source: FixSource): TextEdit[] {
  return source.file.annotations.flatMap((annotation) =>
    annotation.ids.flatMap((reference) => {
      const { kind } = source.catalog.resolve(reference.raw);
      const isFull = kind === 'exact' || kind === 'unknown';
      return isFull ? [] : [editOf(reference, fullIds(source, { annotation, reference }))];
    }),
  );
}

/** The catalogue's ids, without those that the annotation names already, unless that leaves none. */
function fullIds(source: FixSource, { annotation, reference }: FoundReference): string[] {
  const all = itemsOf(source, reference);
  const others = new Set(earlier(source, annotation, reference).flatMap((other) => itemsOf(source, other)));
  const missing = all.filter((id) => !others.has(id));
  return missing.length === 0 ? all : missing;
}

/** The ids that stand in full, and the lists before this one: two ranges that overlap each keep what the other lacks. */
function earlier({ catalog }: FixSource, { ids }: Annotation, reference: IdReference): IdReference[] {
  const index = ids.indexOf(reference);
  return ids.filter((other, at) => other !== reference && (at < index || catalog.resolve(other.raw).kind === 'exact'));
}

function itemsOf({ catalog }: FixSource, { raw }: IdReference): string[] {
  return [...new Set(catalog.resolve(raw).targets.map(({ item }) => item))];
}

/** The revision behind the id stays and counts for its last one: the others get it too. */
function editOf({ range, revision }: IdReference, ids: readonly string[]): TextEdit {
  const pinned = ids.map((id, at) => (revision === undefined || at === ids.length - 1 ? id : `${id}~${revision}`));
  return { range, newText: pinned.join(', ') };
}
