import type { IdReference, Verb } from '../annotations/model';
import type { Translate } from '../base/message';
import type { Range } from '../base/text';
import type { Catalog, Requirement } from '../catalog/model';
import type { RequirementTrace, Trace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { natureLabel, scopeLabel, stateLabel, stateSymbol, verbLabel } from '../trace/words';
import { requirementMarkdown } from './hover';
import { confirmDraft, idDraftAt, markerDraftAt, type IdDraft, type WrittenText } from './writingPlace';

/** What is known of the folder is read only where an annotation is written: getters cost nothing elsewhere. */
export interface CompletionRequest extends WrittenText {
  /** Of the file, relative to the workspace folder. */
  readonly path: string;
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
  /** Verbs are offered in French. */
  readonly french: boolean;
  /** The marker itself is offered where its start was typed. */
  readonly offersMarker: boolean;
}

export interface CompletionItem {
  readonly kind: 'requirement' | 'item' | 'verb' | 'marker';
  readonly label: string;
  /** Plain text beside the label. */
  readonly description: string;
  /** Plain text above the documentation. */
  readonly detail: string;
  readonly insertText: string;
  /** What the editor matches with the typed text. */
  readonly filterText: string;
  /** Orders items that match equally well. */
  readonly sortText: string;
  /** Canonical id of the requirement that `completionMarkdown` tells of. */
  readonly requirement?: string;
  /** No longer asked for. */
  readonly obsolete: boolean;
  /** More is to be chosen behind it. */
  readonly goesOn: boolean;
}

export interface Completions {
  /** What an item replaces: up to the cursor, or to the end of the word under it. */
  readonly inserting: Range;
  readonly replacing: Range;
  readonly items: readonly CompletionItem[];
}

/** Groups of items, the likeliest first. */
const Rank = {
  SameFile: 0,
  Verb: 1,
  SameFolder: 2,
  Gap: 3,
  Other: 4,
  OutOfProfile: 5,
} as const;

/** `undefined` where no annotation is being written: outside comments, in a note, in ignored parts. */
export function completionsAt(request: CompletionRequest): Completions | undefined {
  const draft = idDraftAt(request);
  if (draft === undefined) {
    return markerCompletion(request);
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
  const rankOf = neighbourhood(request, place.written, place.inserting.start.line);
  const items = request.trace.requirements.flatMap((row, order) =>
    taken.has(row.requirement.id) ? [] : requirementItems(row, draft, `${rankOf(row)}${padded(order)}`, request),
  );
  const verbs = draft.behindMarker ? verbItems(draft, request) : [];
  return { inserting: place.inserting, replacing: place.replacing, items: [...verbs, ...items] };
}

/** The documentation of an item, made when it is looked at: Markdown that holds text of the workspace, show it as untrusted. */
export function completionMarkdown(item: CompletionItem, trace: Trace, t: Translate): string {
  const row = item.requirement === undefined ? undefined : trace.requirement(item.requirement);
  return row === undefined ? '' : requirementMarkdown(row, t);
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
  { path, catalog }: CompletionRequest,
  written: readonly IdReference[],
  line: number,
): (row: RequirementTrace) => string {
  const distances = new Map<string, number>();
  for (const id of written) {
    const distance = Math.abs(id.range.start.line - line);
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

function padded(number: number): string {
  return String(number).padStart(7, '0');
}

function requirementItems(
  row: RequirementTrace,
  draft: IdDraft,
  sortText: string,
  { catalog, t }: CompletionRequest,
): CompletionItem[] {
  const { requirement, state, scope } = row;
  const facts = [`${stateSymbol(state)} ${stateLabel(t, state)}`, natureLabel(t, requirement.nature)];
  if (scope !== 'applicable') {
    facts.push(scopeLabel(t, scope));
  }
  const blank = draft.blankMissing ? ' ' : '';
  const obsolete = requirement.obsolete === true;
  const common = { detail: facts.join(' · '), requirement: requirement.id, obsolete, goesOn: false };
  const whole: CompletionItem = {
    ...common,
    kind: 'requirement',
    label: requirement.id,
    description: requirement.title,
    insertText: `${blank}${requirement.id}`,
    filterText: filterText(requirement, catalog),
    sortText,
  };
  const items = lowerLevels(requirement, draft.typed, catalog).map(({ id, text }): CompletionItem => ({
    ...common,
    kind: 'item',
    label: id,
    description: text,
    insertText: `${blank}${id}`,
    filterText: [id, shortForm(id, catalog), text].join(' '),
    sortText: `${sortText}${id}`,
  }));
  return [whole, ...items];
}

/** Scenarios and expected proofs are offered once their requirement is typed: the list of requirements stays short. */
function lowerLevels(requirement: Requirement, typed: string, catalog: Catalog): { id: string; text: string }[] {
  const { scenarios, proofs } = requirement;
  if ((scenarios.length === 0 && proofs.length === 0) || !startsItem(requirement.id, typed, catalog)) {
    return [];
  }
  const expected = [...scenarios.flatMap((scenario) => scenario.proofs), ...proofs];
  return [
    ...scenarios.map(({ id, text = '' }) => ({ id, text })),
    ...expected.flatMap(({ id, text }) => (id === undefined ? [] : [{ id, text }])),
  ];
}

function startsItem(id: string, typed: string, catalog: Catalog): boolean {
  const { kind, targets } = catalog.resolve(typed);
  return (kind === 'exact' || kind === 'short') && targets.length > 0 && targets.every((to) => to.requirement === id);
}

/** The id, its short form, the title's words, and these without their accents: the editor tells `é` from `e`. */
function filterText({ id, title }: Requirement, catalog: Catalog): string {
  const plain = title.split(/\s+/u).filter((word) => folded(word) !== word.toLowerCase());
  return [id, shortForm(id, catalog), title, ...plain.map(folded)].filter((part) => part !== '').join(' ');
}

/** The shortest end of an id that stands for it alone; empty when only the whole does. */
function shortForm(id: string, catalog: Catalog): string {
  const end = id.slice(id.lastIndexOf('/') + 1);
  const { targets } = catalog.resolve(end);
  return end !== id && targets.length === 1 && targets[0]?.item === id ? end : '';
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

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
