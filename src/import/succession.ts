import type { CatalogDocument } from '../catalog/catalogSchema';
import { diffCatalogs, isSameCatalog, type CatalogDiff } from '../catalog/diff/catalogDiff';
import type { Catalog, Requirement, Succession } from '../catalog/model';
import { foldId } from '../catalog/requirementId';
import { numberless, requirementFingerprint } from '../evidence/requirementFingerprint';
import { catalogOfDocument } from './catalogOfDocument';
import type { Renumbered } from './keepEdits';

/** A requirement that is likely to have another number, which nobody confirmed yet. */
export interface ProposedRenumbering extends Renumbered {
  readonly titleBefore: string;
  readonly titleAfter: string;
  /** From 0 to 1; absent where an earlier import found it. */
  readonly likeness?: number;
}

/** What a new edition makes of the earlier one. */
export interface EditionChange {
  readonly diff: CatalogDiff;
  readonly proposed: readonly ProposedRenumbering[];
  /** Ids that an earlier edition had and this one has not. */
  readonly gone: readonly string[];
  /** Ids of the new edition. */
  readonly ids: readonly string[];
}

/**
 * Holds a new import against the file that it replaces, and notes in it what the earlier edition had otherwise: the earlier file is no catalogue any
 * more, and whoever opens the folder later has still to learn what is to be reviewed. What was noted before and still holds stays.
 */
// @segur ST.IMP.04
export function succeed(
  earlier: CatalogDocument,
  fresh: CatalogDocument,
): { readonly document: CatalogDocument; readonly change: EditionChange } {
  const before = catalogOfDocument(earlier);
  const after = catalogOfDocument(fresh);
  const diff = diffCatalogs(before, after);
  const isOther =
    earlier.catalog?.edition !== fresh.catalog?.edition ||
    earlier.catalog?.import?.sha256 !== fresh.catalog?.import?.sha256;
  const noted = earlier.catalog?.succeeds;
  const succeeds =
    isOther && !isSameCatalog(diff) ? noteOf(diff, { before, after }, earlier) : stillTrue(noted ?? {}, after);
  const change = changeOf(diff, { before, after }, succeeds.removed ?? []);
  const isEmpty = (succeeds.reworded ?? []).length + (succeeds.removed ?? []).length === 0;
  return {
    document: fresh.catalog === undefined || isEmpty ? fresh : { ...fresh, catalog: { ...fresh.catalog, succeeds } },
    change,
  };
}

function changeOf(diff: CatalogDiff, { before, after }: Editions, noted: NonNullable<Note['removed']>): EditionChange {
  const found = diff.renumbered.filter(({ confirmed }) => !confirmed);
  const taken = new Set(found.map((one) => one.before));
  const titleOf = (id: string): string => after.requirement(id)?.title ?? id;
  return {
    diff,
    proposed: [
      ...found.map(({ before: old, id, title, likeness }) => ({
        before: old,
        after: id,
        titleBefore: before.requirement(old)?.title ?? old,
        titleAfter: title,
        ...(likeness === undefined ? {} : { likeness }),
      })),
      ...noted.flatMap(({ id, title = id, now }) =>
        now === undefined || taken.has(id)
          ? []
          : [{ before: id, after: now, titleBefore: title, titleAfter: titleOf(now) }],
      ),
    ],
    gone: [...new Set([...diff.removed.map(({ id }) => id), ...taken, ...noted.map(({ id }) => id)])],
    ids: after.requirements.map(({ id }) => id),
  };
}

type Editions = Readonly<Record<'before' | 'after', Catalog>>;

type Note = NonNullable<NonNullable<CatalogDocument['catalog']>['succeeds']>;

function noteOf(
  { renumbered, removed, changed }: CatalogDiff,
  { before, after }: Editions,
  earlier: CatalogDocument,
): Note {
  const former = new Map(before.requirements.map((one) => [foldId(one.id), one]));
  const now = new Map(after.requirements.map((one) => [foldId(one.id), one]));
  const isOther = (old: string, id: string, wordsOf: (one: Requirement) => string): boolean => {
    const [was, is] = [former.get(foldId(old)), now.get(foldId(id))];
    return was !== undefined && is !== undefined && wordsOf(was) !== wordsOf(is);
  };
  const reworded = [
    ...changed.filter(({ id }) => isOther(id, id, requirementFingerprint)),
    // What stands below an id follows it.
    ...renumbered.filter(
      ({ confirmed, before: old, id }) =>
        confirmed && isOther(old, id, (one) => requirementFingerprint(numberless(one))),
    ),
  ].map(({ id }) => id);
  const gone = [
    ...removed.map(({ id, title }) => ({ id, title })),
    ...renumbered
      .filter((one) => !one.confirmed)
      .map(({ before: id, id: likely }) => ({ id, title: former.get(foldId(id))?.title ?? id, now: likely })),
  ];
  const { edition } = earlier.catalog ?? {};
  const kept = stillTrue(earlier.catalog?.succeeds ?? {}, after);
  return {
    ...(edition === undefined ? {} : { edition }),
    ...lists({
      reworded: [...new Set([...reworded, ...(kept.reworded ?? [])])],
      removed: [...gone, ...(kept.removed ?? [])],
    }),
  };
}

/** Without what is there again, or is gone by now; a requirement that has another number since goes by that. */
function stillTrue({ edition, reworded = [], removed = [] }: Succession, after: Catalog): Note {
  const named = (id: string): string[] => {
    const { kind, targets } = after.resolve(id);
    return kind === 'exact' || kind === 'alias' ? targets.map(({ requirement }) => requirement) : [];
  };
  return {
    ...(edition === undefined ? {} : { edition }),
    ...lists({
      reworded: [...new Set(reworded.flatMap(named))],
      removed: removed.filter(({ id }) => named(id).length === 0).map((one) => ({ ...one })),
    }),
  };
}

function lists({ reworded, removed }: Required<Pick<Note, 'reworded' | 'removed'>>): Note {
  return {
    ...(reworded.length === 0 ? {} : { reworded }),
    ...(removed.length === 0 ? {} : { removed }),
  };
}
