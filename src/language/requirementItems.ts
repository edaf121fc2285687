import { folded } from '../base/folded';
import type { Translate } from '../base/message';
import type { Catalog, Requirement } from '../catalog/model';
import type { RequirementTrace } from '../trace/model';
import { natureLabel, scopeLabel, stateLabel, stateSymbol } from '../trace/words';
import type { CompletionItem } from './completionItem';

export interface ItemContext {
  readonly catalog: Catalog;
  readonly t: Translate;
}

/** A requirement in a list of suggestions, found by its id, its short form and the words of its title. */
export function requirementItem(
  row: RequirementTrace,
  insertText: string,
  sortText: string,
  { catalog, t }: ItemContext,
): CompletionItem {
  const { requirement } = row;
  return {
    ...factsOf(row, t),
    kind: 'requirement',
    label: requirement.id,
    description: requirement.title,
    insertText,
    filterText: filterText(requirement, catalog),
    sortText,
  };
}

/** A scenario or an expected proof of a requirement. */
export interface LowerLevel {
  readonly id: string;
  readonly text: string;
}

/** A scenario or an expected proof in a list of suggestions. */
export function lowerItem(
  row: RequirementTrace,
  { id, text }: LowerLevel,
  insertText: string,
  sortText: string,
  { catalog, t }: ItemContext,
): CompletionItem {
  return {
    ...factsOf(row, t),
    kind: 'item',
    label: id,
    description: text,
    insertText,
    filterText: [id, shortForm(id, catalog), text].join(' '),
    sortText,
  };
}

/** Scenarios and expected proofs that have an id. */
export function lowerLevels({ scenarios, proofs }: Requirement): readonly LowerLevel[] {
  const expected = [...scenarios.flatMap((scenario) => scenario.proofs), ...proofs];
  return [
    ...scenarios.map(({ id, text = '' }) => ({ id, text })),
    ...expected.flatMap(({ id, text }) => (id === undefined ? [] : [{ id, text }])),
  ];
}

/** Whether what is typed is the id of a requirement, in any spelling: its scenarios and proofs are offered then. */
export function startsItem(id: string, typed: string, catalog: Catalog): boolean {
  const { kind, targets } = catalog.resolve(typed);
  return (kind === 'exact' || kind === 'short') && targets.length > 0 && targets.every((to) => to.requirement === id);
}

/** A text, and its words with accents once more without them: the editor tells `é` from `e`. */
export function withFolded(text: string): string {
  const plain = text.split(/\s+/u).filter((word) => folded(word) !== word.toLowerCase());
  return [text, ...plain.map(folded)].join(' ');
}

function factsOf({ requirement, state, scope }: RequirementTrace, t: Translate) {
  const facts = [`${stateSymbol(state)} ${stateLabel(t, state)}`, natureLabel(t, requirement.nature)];
  if (scope !== 'applicable') {
    facts.push(scopeLabel(t, scope));
  }
  const obsolete = requirement.obsolete === true;
  return { detail: facts.join(' · '), requirement: requirement.id, obsolete, goesOn: false };
}

/** Of the requirements of a catalogue: a list is made anew at each keystroke that opens one. */
const filterTexts = new WeakMap<Catalog, Map<Requirement, string>>();

function filterText(requirement: Requirement, catalog: Catalog): string {
  const known = filterTexts.get(catalog) ?? new Map<Requirement, string>();
  filterTexts.set(catalog, known);
  const { id, title } = requirement;
  const text =
    known.get(requirement) ?? [id, shortForm(id, catalog), withFolded(title)].filter((part) => part !== '').join(' ');
  known.set(requirement, text);
  return text;
}

/** The shortest end of an id that stands for it alone; empty when only the whole does. */
function shortForm(id: string, catalog: Catalog): string {
  const end = id.slice(id.lastIndexOf('/') + 1);
  const { targets } = catalog.resolve(end);
  return end !== id && targets.length === 1 && targets[0]?.item === id ? end : '';
}
