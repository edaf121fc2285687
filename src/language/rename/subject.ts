import { message, type Message } from '../../base/message';
import type { Catalog, ResolvedId } from '../../catalog/model';
import type { AskedId } from '../occurrences/askedId';
import type { IdsOfFile } from '../occurrences/definition';
import { sameId, splitsOf, tailBelow } from '../occurrences/sameId';
import { isDefinition } from '../yamlIds';

/**
 * What gets another id: something of the catalogue, by whatever spelling it is named; or what somebody wrote, in that spelling alone: a former id or
 * one that no catalogue knows.
 */
export type Subject =
  | {
      readonly kind: 'item';
      readonly requirement: string;
      /** Canonical id of the requirement, scenario or proof. */
      readonly item: string;
    }
  | {
      readonly kind: 'written';
      readonly raw: string;
      /** Whose former id it is. */
      readonly formerOf?: string;
    };

/** A subject and the id that it gets. */
export interface Renaming {
  readonly subject: Subject;
  readonly newId: string;
}

/** The subject that the id under the cursor stands for, or why there is none. */
export function subjectOf({ raw, role, resolution }: AskedId): Subject | Message {
  const [target] = resolution.targets;
  if (resolution.kind === 'range') {
    return message('{0} names several ids: write it in full first, by its quick fix', raw);
  }
  if (target === undefined) {
    return { kind: 'written', raw };
  }
  if (role === 'alias' || resolution.kind === 'alias') {
    return { kind: 'written', raw, formerOf: target.requirement };
  }
  return { kind: 'item', requirement: target.requirement, item: target.item };
}

/** The id to begin with: as the catalogue spells it. */
export function spellingOf(subject: Subject): string {
  return subject.kind === 'item' ? subject.item : subject.raw;
}

/** In which catalogues the subject is defined. */
export interface Definers {
  readonly own: boolean;
  readonly shipped: boolean;
}

/** @param catalogs those of the folder; `builtin:` names those that ship */
export function definersOf(subject: Subject, catalogs: readonly IdsOfFile[]): Definers {
  const files = catalogs.filter(({ ids }) => ids.some(({ raw, role }) => isDefinedBy(subject, raw, role)));
  const shipped = files.filter(({ file }) => file.startsWith('builtin:'));
  return { own: files.length > shipped.length, shipped: shipped.length > 0 };
}

function isDefinedBy(subject: Subject, raw: string, role: Parameters<typeof isDefinition>[0]): boolean {
  return subject.kind === 'item'
    ? isDefinition(role) && sameId(raw, subject.item)
    : subject.formerOf !== undefined && role === 'alias' && sameId(raw, subject.raw);
}

/**
 * What a written id has to be replaced by: one id, or several where a range or list has to be written out; `undefined` when it does not name the
 * subject.
 */
export function rewritten(raw: string, { subject, newId }: Renaming, catalog: Catalog): readonly string[] | undefined {
  const { kind, targets } = catalog.resolve(raw);
  if (subject.kind === 'written') {
    const split = splitsOf(raw).find(({ head }) => isWritten(head, subject, catalog));
    return split === undefined ? undefined : [newId + split.tail];
  }
  const after = targets.map((target) => itemAfter(target, subject, newId));
  if (after.every((item) => item === undefined)) {
    return undefined;
  }
  if (after.every((item) => item !== undefined)) {
    const split = splitsOf(raw).find(({ head }) => isItem(head, subject.item, catalog));
    const [only] = after;
    if (split !== undefined || (kind !== 'range' && only !== undefined)) {
      return [split === undefined ? (only ?? newId) : newId + split.tail];
    }
  }
  // What several requirements share keeps its id with each of them.
  return kind === 'range' ? [...new Set(targets.map((target, at) => after[at] ?? target.item))] : undefined;
}

/** Canonical id that a target has afterwards; `undefined` when it keeps its own. */
export function itemAfter(
  { requirement, item }: Pick<ResolvedId, 'requirement' | 'item'>,
  subject: Extract<Subject, { kind: 'item' }>,
  newId: string,
): string | undefined {
  if (item === subject.item) {
    return newId;
  }
  const tail = requirement === subject.requirement ? tailBelow(item, subject.item) : undefined;
  return tail === undefined ? undefined : newId + tail;
}

function isItem(head: string, item: string, catalog: Catalog): boolean {
  const { kind, targets } = catalog.resolve(head);
  return kind !== 'range' && targets.length > 0 && targets.every((target) => target.item === item);
}

function isWritten(head: string, { raw, formerOf }: Extract<Subject, { kind: 'written' }>, catalog: Catalog): boolean {
  return sameId(head, raw) && catalog.resolve(head).kind === (formerOf === undefined ? 'unknown' : 'alias');
}
