import { LineMap } from '../base/text';
import { formsOf, schemaAt, type SchemaForms } from '../base/schemaWalk';
import { yamlScalar } from '../base/yamlScalar';
import { padded, type CompletionItem, type Completions } from './completionItem';
import { valuesAt } from './fieldValues';
import { entryItems, keyItems } from './yamlKeys';
import { pathQuestion, pathValues, type FolderEntry, type PathQuestion } from './yamlPaths';
import { yamlPlaceAt, type YamlPlace } from './yamlPlace';
import type { YamlRequest } from './yamlRequest';
import type { YamlSlot } from './yamlSlots';
import { namesOf, textsOf, type Suggestion, type ValueContext } from './yamlSuggestion';
import { escapeSnippet, lead } from './yamlWriting';

export interface YamlCompletions extends Completions {
  /** A folder that is to be listed first, and what comes of it. */
  readonly paths?: {
    readonly question: PathQuestion;
    readonly itemsOf: (entries: readonly FolderEntry[]) => readonly CompletionItem[];
  };
}

/** Keys, values and whole entries where a project file or a catalogue is being written; `undefined` where nothing is to be suggested. */
// @segur ST.EDT.04
export function yamlCompletionsAt(request: YamlRequest): YamlCompletions | undefined {
  const { text, offset } = request;
  const place = yamlPlaceAt(text, offset);
  if (place === undefined) {
    return undefined;
  }
  const items = place.slots.flatMap((slot, rank) => slotItems(place, slot, rank, request));
  const [slot] = place.slots;
  const paths = slot?.role === 'value' || slot?.role === 'item' ? pathsAt(place, slot, request) : undefined;
  if (items.length === 0 && paths === undefined) {
    return undefined;
  }
  const lines = new LineMap(text);
  const start = startsBelow(place, request) ? place.start - blanksBefore(text, place.start) : place.start;
  const replacing = lines.rangeOf(start, place.end);
  // A quote that is open is closed by the item itself.
  const inserting = place.quote === '' ? lines.rangeOf(start, offset) : replacing;
  return { inserting, replacing, items, ...(paths === undefined ? {} : { paths }) };
}

/** Whether what is suggested beside a key belongs below it: the blank in between goes. */
function startsBelow({ besideKey, flow, slots }: YamlPlace, { schema }: YamlRequest): boolean {
  const own = schemaAt(schema, slots[0]?.path ?? []);
  return besideKey && !flow && own !== undefined && hasMaps(formsOf(own));
}

function hasMaps({ keys, record, item }: SchemaForms): boolean {
  return keys !== undefined || record || item?.keys !== undefined;
}

function blanksBefore(text: string, offset: number): number {
  return /[ ]*$/u.exec(text.slice(Math.max(0, offset - 80), offset))?.[0].length ?? 0;
}

function slotItems(place: YamlPlace, slot: YamlSlot, rank: number, request: YamlRequest): CompletionItem[] {
  const { schema, schemaElsewhere } = request;
  const own = schemaAt(schema, slot.path);
  if (own === undefined) {
    return [];
  }
  const forms = formsOf(own);
  const isMap = slot.role === 'key' || forms.keys !== undefined || forms.record;
  if (isMap || forms.item?.keys !== undefined) {
    const container: YamlSlot = isMap ? slot : { ...slot, role: 'item' };
    // Nobody else moves what is written to the column where it belongs.
    const isElsewhere = schemaElsewhere && (!place.freshLine || slot.column === place.lineColumn);
    return [
      ...(slot.role === 'key' ? [] : entryItems(place, container, rank, request)),
      ...(isElsewhere ? [] : keyItems(place, container, rank, request)),
    ];
  }
  const context = contextOf(place, slot, request);
  const values = valuesAt(context, own, request.format, schemaElsewhere);
  return values.map((value, order) => valueItem(place, slot, { rank, order, onlyList: !forms.scalar }, value));
}

function pathsAt(place: YamlPlace, slot: YamlSlot, request: YamlRequest): YamlCompletions['paths'] {
  const question = request.format === 'project' ? pathQuestion(namesOf(slot.path), place.typed) : undefined;
  if (question === undefined) {
    return undefined;
  }
  const { siblings } = contextOf(place, slot, request);
  return {
    question,
    itemsOf: (entries) =>
      pathValues(question, entries, siblings, request.t).map((value, order) =>
        valueItem(place, slot, { rank: 0, order, onlyList: false }, value),
      ),
  };
}

function contextOf(place: YamlPlace, slot: YamlSlot, { trace, catalog, t, today }: YamlRequest): ValueContext {
  const { dataAt, typed, written } = place;
  const { path } = slot;
  const list = slot.role === 'item' ? path : path.slice(0, -1);
  const others = typeof path.at(-1) === 'number' || slot.role === 'item' ? textsOf(dataAt(list)) : [];
  const own = others.indexOf(written);
  const siblings = others.filter((_, at) => at !== own || slot.role === 'item');
  return { trace, catalog, t, today, typed, siblings, dataAt, path };
}

interface ItemOrder {
  readonly rank: number;
  readonly order: number;
  /** The schema takes a list alone, and the value would be its first item. */
  readonly onlyList: boolean;
}

function valueItem(place: YamlPlace, slot: YamlSlot, about: ItemOrder, suggestion: Suggestion): CompletionItem {
  const { value, kind = 'value', sortText = padded(about.order), ...more } = suggestion;
  const { insertText, snippet } = writtenValue(place, slot, suggestion, about.onlyList && slot.role === 'value');
  return {
    description: '',
    detail: '',
    filterText: value,
    obsolete: false,
    goesOn: false,
    ...more,
    kind,
    label: value,
    insertText,
    snippet,
    // With the quote that is open, the editor matches what is typed from there on.
    ...(place.quote === '' ? {} : { filterText: `${place.quote}${suggestion.filterText ?? value}` }),
    sortText: `${about.rank}${sortText}`,
  };
}

function writtenValue(
  place: YamlPlace,
  slot: YamlSlot,
  { value, goesOn }: Suggestion,
  asList: boolean,
): { insertText: string; snippet: boolean } {
  const scalar = yamlScalar(value, asList ? { quote: place.quote, flow: true } : place);
  const written = asList && !place.flow ? `[${scalar}]` : scalar;
  const before = lead(place, slot);
  // The cursor stays inside of what is not complete yet.
  return goesOn === true && written !== value
    ? { insertText: `${before}${escapeSnippet(written.slice(0, -1))}$0${written.slice(-1)}`, snippet: true }
    : { insertText: `${before}${written}`, snippet: false };
}
