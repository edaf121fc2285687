import type { CatalogDocument, RequirementDocument } from '../catalog/catalogSchema';
import { IdIndex } from '../catalog/idIndex';
import { pushTo } from '../base/pushTo';
import { foldId } from '../catalog/requirementId';

/** What an import never writes, so that it can only come from the user; `title` and `needs` only where the spreadsheet gives none. */
const own = [
  'title',
  'theme',
  'family',
  'needs',
  'checklist',
  'references',
  'aliases',
  'since',
  'revision',
  'note',
  'source',
] as const;

export interface Kept {
  readonly document: CatalogDocument;
  /** Ids of requirements of which something was kept, or that were kept whole. */
  readonly kept: readonly string[];
  /** Ids that the earlier file had from its spreadsheet and the new one has not. */
  readonly gone: readonly string[];
}

/** A requirement that has another id in the new edition, as the user confirmed. */
export interface Renumbered {
  readonly before: string;
  readonly after: string;
}

/**
 * The new import with what the user added to the earlier file: fields that no spreadsheet has, and whole entries that did not come from an import. What
 * did come from the earlier spreadsheet and is not in the new one goes. A renumbered requirement keeps what was added to it, and its former id as an alias.
 */
// @segur ST.IMP.03
export function keepEdits(
  fresh: CatalogDocument,
  earlier: CatalogDocument,
  renumbered: readonly Renumbered[] = [],
): Kept {
  const formerIds = new Map<string, string[]>();
  renumbered.forEach(({ before, after }) => pushTo(formerIds, foldId(after), before));
  const former = new IdIndex<RequirementDocument>();
  earlier.requirements?.forEach((requirement) => former.add(foldId(requirement.id), requirement));
  const found = new Set<RequirementDocument>();
  const kept: string[] = [];
  const requirements = (fresh.requirements ?? []).map((imported): RequirementDocument => {
    const ownFormerIds = formerIds.get(foldId(imported.id)) ?? [];
    const [before, ...merged] = [imported.id, ...ownFormerIds].flatMap((id) => former.find(foldId(id)) ?? []);
    const requirement = ownFormerIds.length === 0 ? imported : withAliases(imported, ownFormerIds, before);
    merged.forEach((one) => found.add(one));
    if (before === undefined) {
      return requirement;
    }
    found.add(before);
    const extra = Object.fromEntries(
      own
        .filter((field) => before[field] !== undefined && (requirement[field] === undefined || field === 'needs'))
        .map((field) => [field, before[field]]),
    );
    const changed = Object.entries(extra).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(requirement[field as (typeof own)[number]]),
    );
    if (changed.length === 0) {
      return requirement;
    }
    kept.push(requirement.id);
    return { ...requirement, ...extra };
  });
  const others = (earlier.requirements ?? []).filter((requirement) => !found.has(requirement));
  const byHand = others.filter(({ rows }) => rows === undefined);
  const { facets, feedback, faq } = earlier;
  return {
    document: {
      ...fresh,
      requirements: [...requirements, ...byHand],
      ...(facets === undefined ? {} : { facets }),
      ...(feedback === undefined ? {} : { feedback }),
      ...(faq === undefined ? {} : { faq }),
    },
    kept: [...kept, ...byHand.map(({ id }) => id)],
    gone: others.filter(({ rows }) => rows !== undefined).map(({ id }) => id),
  };
}

/** With the former ids that it had already. */
function withAliases(
  requirement: RequirementDocument,
  formerIds: readonly string[],
  before: RequirementDocument | undefined,
): RequirementDocument {
  return { ...requirement, aliases: [...new Set([...(before?.aliases ?? []), ...formerIds])] };
}
