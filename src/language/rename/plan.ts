import { languageForId, languageForPath } from '../../annotations/languages';
import { parseAnnotations } from '../../annotations/parseAnnotations';
import { message, type Message } from '../../base/message';
import type { Catalog, Resolution } from '../../catalog/model';
import { longestId } from '../../catalog/requirementId';
import { createResolver } from '../../catalog/resolveId';
import { renamedRequirements } from './renamedCatalog';
import { itemAfter, rewritten, spellingOf, type Definers, type Renaming, type Subject } from './subject';

/** What a renaming changes, or why it must not be. */
export type RenamePlan =
  | {
      readonly kind: 'ready';
      readonly renaming: Renaming;
      /** The folder's own catalogues change too, and what the id stands for stays the same. Else only what people wrote is corrected. */
      readonly inCatalogs: boolean;
    }
  | { readonly kind: 'refused'; readonly why: Message };

export interface PlanContext {
  readonly catalog: Catalog;
  readonly definers: Definers;
  readonly marker: string;
  /** Ids that annotations, proofs and decisions of the folder name, as they are written there; asked for when the catalogue changes. */
  readonly written: () => Iterable<string>;
}

/** Why something cannot be renamed, whatever its new id. */
export function refusal(subject: Subject, { own, shipped }: Definers): Message | undefined {
  if (subject.kind === 'written' || !shipped) {
    return undefined;
  }
  return own
    ? message(
        '{0} is an id of the catalogue that ships, which your catalogue completes: it cannot be changed',
        subject.item,
      )
    : message('{0} is an id of the catalogue that ships: it cannot be changed', subject.item);
}

// @segur ST.EDT.08
export function planRename(subject: Subject, typed: string, context: PlanContext): RenamePlan {
  const { catalog, definers, marker } = context;
  const newId = typed.trim();
  const why = refusal(subject, definers) ?? notAnId(newId, marker);
  if (why !== undefined) {
    return refused(why);
  }
  const taken = catalog.resolve(newId);
  if (subject.kind === 'item' && definers.own) {
    return inCatalogs({ subject, newId }, taken, context);
  }
  if (taken.targets.length > 0) {
    return correction(subject, newId, taken);
  }
  if (subject.kind === 'item') {
    // Below a known requirement every number is known.
    return refused(message('{0} is in no catalogue: add it to one first', newId));
  }
  if (subject.formerOf === undefined) {
    return { kind: 'ready', renaming: { subject, newId }, inCatalogs: false };
  }
  if (definers.shipped || !definers.own) {
    return refused(message('{0} is in no catalogue: add it to one first', newId));
  }
  return { kind: 'ready', renaming: { subject, newId }, inCatalogs: true };
}

/** What somebody wrote names something of the catalogue afterwards, in its spelling. */
function correction(subject: Subject, newId: string, { kind, targets }: Resolution): RenamePlan {
  const items = [...new Set(targets.map(({ item }) => item))];
  const [item] = items;
  if (kind === 'range' || items.length !== 1 || item === undefined) {
    return refused(message('{0} names several ids', newId));
  }
  return { kind: 'ready', renaming: { subject, newId: item }, inCatalogs: false };
}

function inCatalogs(renaming: Renaming, taken: Resolution, { catalog, written }: PlanContext): RenamePlan {
  const { subject, newId } = renaming;
  const other = taken.targets.find(({ item, requirement }) =>
    taken.kind === 'alias'
      ? subject.kind === 'item' && requirement !== subject.requirement
      : item !== spellingOf(subject) && isListed(item, catalog),
  );
  if (taken.kind === 'range') {
    return refused(message('{0} names several ids', newId));
  }
  if (other !== undefined) {
    const { title = '' } = catalog.requirement(other.requirement) ?? {};
    return refused(message('{0} is an id already: {1}', newId, title));
  }
  const torn = tornBy(renaming, catalog, written());
  return torn === undefined
    ? { kind: 'ready', renaming, inCatalogs: true }
    : refused(
        message('With the id {0}, {1} would no longer name what it names now: write that in full first', newId, torn),
      );
}

/** A number below a known requirement is understood without being listed. */
function isListed(item: string, { requirements }: Catalog): boolean {
  return requirements.some(
    ({ id, scenarios, proofs }) =>
      id === item ||
      scenarios.some((scenario) => scenario.id === item || scenario.proofs.some((proof) => proof.id === item)) ||
      proofs.some((proof) => proof.id === item),
  );
}

/** The first id that somebody wrote and that the new id would give another meaning: a short form that two would match, say. */
function tornBy(renaming: Renaming, catalog: Catalog, written: Iterable<string>): string | undefined {
  const { subject, newId } = renaming;
  const after = createResolver(renamedRequirements(catalog.requirements, renaming));
  for (const raw of new Set(written)) {
    const meant = catalog
      .resolve(raw)
      .targets.map((target) =>
        subject.kind === 'item' ? (itemAfter(target, subject, newId) ?? target.item) : target.item,
      );
    // What named nothing may name something now: where only the catalogue lags behind.
    if (meant.length === 0) {
      continue;
    }
    const texts = rewritten(raw, renaming, catalog) ?? [raw];
    const means = texts.flatMap((text) => after(text).targets.map(({ item }) => item));
    if (JSON.stringify([...new Set(meant)]) !== JSON.stringify([...new Set(means)])) {
      return raw;
    }
  }
  return undefined;
}

/** An annotation must read it as one id and nothing else, first in a list or behind another. */
function notAnId(newId: string, marker: string): Message | undefined {
  if (newId === '') {
    return message('An id cannot be empty');
  }
  const language = languageForId('typescript') ?? languageForPath('.ts');
  const read = parseAnnotations(`// ${marker} ${newId}~1, X-1\n// ${marker} ${newId} - x\n`, { language, marker });
  const ids = read.annotations.flatMap((annotation) => annotation.ids.map(({ raw }) => raw));
  const isOne = newId.length <= longestId && !/["'\\\p{Cc}]/u.test(newId);
  return isOne && ids.join('\n') === [newId, 'X-1', newId].join('\n')
    ? undefined
    : message('“{0}” cannot be written in an annotation as one id', newId);
}

function refused(why: Message): RenamePlan {
  return { kind: 'refused', why };
}
