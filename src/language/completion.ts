import type { Annotation, IdReference, Verb } from '../annotations/model';
import { folded } from '../base/folded';
import type { Translate } from '../base/message';
import { contains, type Position } from '../base/text';
import type { Catalog } from '../catalog/model';
import type { RequirementTrace, Trace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { verbLabel } from '../trace/words';
import { padded, type CompletionItem, type Completions } from './completionItem';
import { lowerItem, lowerLevels, requirementItem, startsItem } from './requirementItems';
import { revisionCompletions } from './revisionCompletion';
import { confirmDraft, idDraftAt, markerDraftAt, type IdDraft, type WrittenText } from './writingPlace';

/** What is known of the folder is read only where an annotation is written: getters cost nothing elsewhere. */
export interface CompletionRequest extends WrittenText {
  /** Of the file, relative to the workspace folder. */
  readonly path: string;
  /** Of the file, for the order of the items alone: they may be some keystrokes old. */
  readonly neighbours: readonly Annotation[];
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
  /** Verbs are offered in French. */
  readonly french: boolean;
  /** The marker itself is offered where its start was typed. */
  readonly offersMarker: boolean;
}

/**
 * Groups of items, the likeliest first, where they match what is typed equally well: how well they match comes before, and is the editor's to say.
 * Gaps come before what is satisfied, since what nobody wrote yet is what is being written.
 */
const Rank = {
  SameFile: 0,
  Verb: 1,
  SameFolder: 2,
  Gap: 3,
  Other: 4,
  OutOfProfile: 5,
} as const;

/** `undefined` where no annotation is being written: outside comments, in a note, in ignored parts. */
// @segur ST.EDT.04
export function completionsAt(request: CompletionRequest): Completions | undefined {
  const draft = idDraftAt(request);
  if (draft === undefined) {
    return revisionCompletions(request) ?? markerCompletion(request);
  }
  if (draft.severalWords && !meansRequirement(draft, request.catalog)) {
    return undefined;
  }
  const place = confirmDraft(request, draft);
  if (place === undefined) {
    return undefined;
  }
  const { catalog } = request;
  const taken = new Set(place.siblings.flatMap((id) => requirementsOf(id, catalog)));
  const rankOf = neighbourhood(request, place.inserting.start);
  const items = request.trace.requirements.flatMap((row, order) =>
    taken.has(row.requirement.id) ? [] : itemsOf(row, draft, `${rankOf(row)}${padded(order)}`, request),
  );
  const verbs = draft.behindMarker ? verbItems(draft, request) : [];
  return { inserting: place.inserting, replacing: place.replacing, items: [...verbs, ...items] };
}

/** Several words are an id where one of the catalogue starts so, and a search where a title holds them, right behind marker or verb. */
function meansRequirement(draft: IdDraft, catalog: Catalog): boolean {
  const typed = folded(draft.typed).trimStart().replace(/\s+/gu, ' ');
  const words = typed.trim().split(' ');
  return catalog.requirements.some((requirement) => {
    const id = folded(requirement.id);
    const title = folded(requirement.title);
    return id.startsWith(typed) || id.includes(`/${typed}`) || (!/\d/u.test(typed) && hasWords(title, words));
  });
}

function hasWords(title: string, words: readonly string[]): boolean {
  const own = title.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
}

function markerCompletion(request: CompletionRequest): Completions | undefined {
  const range = markerDraftAt(request);
  if (range === undefined || !request.offersMarker) {
    return undefined;
  }
  const { marker, t } = request;
  const item: CompletionItem = {
    kind: 'marker',
    label: marker,
    description: t('Link this code to a requirement'),
    detail: '',
    insertText: `${marker} `,
    filterText: marker,
    sortText: marker,
    obsolete: false,
    goesOn: true,
  };
  return { inserting: range, replacing: range, items: [item] };
}

function requirementsOf(id: IdReference, catalog: Catalog): readonly string[] {
  return catalog.resolve(id.raw).targets.map((target) => target.requirement);
}

/** The rank of a row as text that sorts: ids of the same file by their distance to the line, then those of the folder, then gaps. */
function neighbourhood(
  { path, catalog, neighbours }: CompletionRequest,
  at: Position,
): (row: RequirementTrace) => string {
  // By what is written first: a file may name few ids thousands of times.
  const written = new Map<string, { readonly id: IdReference; distance: number }>();
  for (const { ids } of neighbours) {
    for (const id of ids) {
      const distance = Math.abs(id.range.start.line - at.line);
      const known = written.get(id.raw);
      if (known === undefined ? !contains(id.range, at) : distance < known.distance && !contains(id.range, at)) {
        written.set(id.raw, { id, distance });
      }
    }
  }
  const distances = new Map<string, number>();
  for (const { id, distance } of written.values()) {
    for (const requirement of requirementsOf(id, catalog)) {
      distances.set(requirement, Math.min(distance, distances.get(requirement) ?? distance));
    }
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (row) => {
    const distance = distances.get(row.requirement.id);
    if (distance !== undefined) {
      return `${Rank.SameFile}${padded(distance)}`;
    }
    if (row.links.some(({ file }) => isIn(folder, file) && file !== path)) {
      return `${Rank.SameFolder}`;
    }
    if (!inProfile(row)) {
      return `${Rank.OutOfProfile}`;
    }
    return `${row.state === 'missing' || row.state === 'partial' || row.state === 'suspect' ? Rank.Gap : Rank.Other}`;
  };
}

/** Right in it, not below. */
function isIn(folder: string, file: string): boolean {
  return file.startsWith(folder) && !file.includes('/', folder.length);
}

/** A requirement; its scenarios and expected proofs once it is typed, so that the list of requirements stays short. */
function itemsOf(
  row: RequirementTrace,
  { typed, blankMissing }: IdDraft,
  sortText: string,
  context: CompletionRequest,
): CompletionItem[] {
  const { requirement } = row;
  const blank = blankMissing ? ' ' : '';
  const lower = lowerLevels(requirement);
  const offered = lower.length > 0 && startsItem(requirement.id, typed, context.catalog) ? lower : [];
  return [
    requirementItem(row, `${blank}${requirement.id}`, sortText, context),
    ...offered.map((level) => lowerItem(row, level, `${blank}${level.id}`, `${sortText}${level.id}`, context)),
  ];
}

const VERBS: readonly { readonly verb: Verb; readonly french: string }[] = [
  { verb: 'implements', french: 'implémente' },
  { verb: 'verifies', french: 'vérifie' },
  { verb: 'partial', french: 'partiel' },
  { verb: 'todo', french: 'à-faire' },
];

function verbItems(draft: IdDraft, { t, french: inFrench }: CompletionRequest): CompletionItem[] {
  return VERBS.map(({ verb, french }, order) => {
    const word = inFrench ? french : verb;
    return {
      kind: 'verb',
      label: word,
      description: verbDescription(verb, t),
      detail: verbLabel(t, verb),
      insertText: `${draft.blankMissing ? ' ' : ''}${word} `,
      filterText: [word, folded(word), inFrench ? verb : french].join(' '),
      sortText: `${Rank.Verb}${padded(order)}`,
      obsolete: false,
      goesOn: true,
    };
  });
}

function verbDescription(verb: Verb, t: Translate): string {
  switch (verb) {
    case 'implements':
      return t('this code meets the requirement');
    case 'verifies':
      return t('this test checks the requirement');
    case 'partial':
      return t('this code meets a part of the requirement');
    case 'todo':
      return t('work that the requirement still asks for');
  }
}
