import type { GenericSchema } from 'valibot';
import { descriptionOf, elementOf, formsOf, schemaAt, type SchemaForms } from '../base/schemaWalk';
import { padded, type CompletionItem } from './completionItem';
import { offersValues } from './fieldValues';
import { facetKeys } from './catalogValues';
import { escapeMarkdown } from './markdown';
import { entryTemplates, type EntryTemplate } from './yamlEntries';
import type { YamlPlace } from './yamlPlace';
import type { YamlRequest } from './yamlRequest';
import type { YamlSlot } from './yamlSlots';
import { namesOf } from './yamlSuggestion';
import { escapeSnippet, lead } from './yamlWriting';

const STEP = 2;

interface KnownKey {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: GenericSchema | undefined;
}

/** The keys that a map may still get, those first that it must have. @param slot a map, or a list of maps that gets a new one */
export function keyItems(place: YamlPlace, slot: YamlSlot, rank: number, request: YamlRequest): CompletionItem[] {
  const map = slot.role === 'item' ? [...slot.path, -1] : slot.path;
  const schema = schemaAt(request.schema, map);
  const data: unknown = slot.role === 'item' ? {} : place.dataAt(slot.path);
  const present = new Set(typeof data === 'object' && data !== null ? Object.keys(data) : []);
  if (slot.role === 'key' && place.hasColon) {
    present.delete(place.written);
  }
  const isNewMap = slot.role !== 'key';
  return knownKeys(schema, map, request)
    .filter(({ name }) => !present.has(name) && !isExcluded(name, namesOf(map), present))
    .map((key, order) =>
      keyItem(place, slot, key, `${rank}${isNewMap ? 1 : 0}${key.required ? 0 : 1}${padded(order)}`, request),
    );
}

/** A proof is a file, a value or a link: the others are no longer asked for once one of them is there. */
const ONE_OF = ['files', 'value', 'link'];

function isExcluded(name: string, map: string, present: ReadonlySet<string>): boolean {
  return map === 'proofs' && ONE_OF.includes(name) && ONE_OF.some((other) => present.has(other));
}

function knownKeys(schema: GenericSchema | undefined, map: YamlSlot['path'], request: YamlRequest): KnownKey[] {
  const forms = schema === undefined ? undefined : formsOf(schema);
  if (schema === undefined || forms === undefined) {
    return [];
  }
  if (forms.record) {
    const facets = namesOf(map) === 'faq.facets' ? facetKeys(request.catalog) : [];
    return facets.map(({ id, question }) => ({ name: id, description: question, required: false, schema: undefined }));
  }
  return (forms.keys ?? []).flatMap((name) => {
    const element = elementOf(schema, name, {});
    return element === undefined
      ? []
      : [
          {
            name,
            description: request.t(descriptionOf(element.schema)),
            required: !element.optional,
            schema: element.schema,
          },
        ];
  });
}

function keyItem(
  place: YamlPlace,
  slot: YamlSlot,
  key: KnownKey,
  sortText: string,
  request: YamlRequest,
): CompletionItem {
  const { t } = request;
  const { text, goesOn } = behindKey(place, slot, key, request);
  return {
    kind: 'key',
    label: key.name,
    description: key.required ? t('required') : '',
    detail: '',
    documentation: escapeMarkdown(key.description),
    insertText: `${before(place, slot)}${key.name}${text}`,
    filterText: key.name,
    sortText,
    obsolete: false,
    goesOn,
  };
}

/** The colon, and what begins below the key. */
function behindKey(
  place: YamlPlace,
  slot: YamlSlot,
  { name, schema }: KnownKey,
  request: YamlRequest,
): { text: string; goesOn: boolean } {
  if (place.hasColon) {
    return { text: '', goesOn: false };
  }
  const forms: SchemaForms | undefined = schema === undefined ? undefined : formsOf(schema);
  if (schema === undefined || forms === undefined) {
    return { text: ': ', goesOn: true };
  }
  const [only, ...others] = forms.values;
  if (only !== undefined && others.length === 0) {
    return { text: `: ${String(only)}`, goesOn: false };
  }
  const below = `\n${' '.repeat(keyColumn(place, slot) + STEP)}`;
  if (!place.flow && forms.item?.keys !== undefined) {
    return { text: `:${below}- `, goesOn: true };
  }
  if (!place.flow && (forms.keys !== undefined || forms.record)) {
    return { text: `:${below}`, goesOn: true };
  }
  const path = [...slot.path, ...(slot.role === 'item' ? [-1] : []), name];
  const context = { ...request, typed: '', siblings: [], dataAt: place.dataAt, path };
  return { text: ': ', goesOn: offersValues(context, schema, request.format) };
}

/** Whole entries of a list, to be filled in. @param slot the list, or its entry that is still empty */
export function entryItems(place: YamlPlace, slot: YamlSlot, rank: number, request: YamlRequest): CompletionItem[] {
  if (place.flow || (slot.role === 'value' && typeof slot.path.at(-1) !== 'number')) {
    return [];
  }
  const templates = entryTemplates(namesOf(slot.path), request.today, request.t);
  return templates.map((template, order) => entryItem(place, slot, template, `${rank}0${padded(order)}`));
}

function entryItem(place: YamlPlace, slot: YamlSlot, template: EntryTemplate, sortText: string): CompletionItem {
  const [first = '', ...others] = template.lines;
  const indent = `\n${' '.repeat(keyColumn(place, slot))}`;
  return {
    kind: 'entry',
    label: template.label,
    description: template.description,
    detail: '',
    documentation: ['```yaml', ...template.lines.map(withoutPlaceholders), '```'].join('\n'),
    insertText: [`${escapeSnippet(before(place, slot))}${first}`, ...others].join(indent),
    snippet: true,
    filterText: [template.label, template.words, /^\w+/u.exec(first)?.[0] ?? ''].join(' '),
    sortText,
    obsolete: false,
    goesOn: true,
  };
}

/** What comes before the first key, below the key of the list where the cursor still stands beside it. */
function before(place: YamlPlace, slot: YamlSlot): string {
  if (place.besideKey && !place.flow && slot.role !== 'key') {
    const column = place.lineColumn + STEP;
    return `\n${' '.repeat(column)}${slot.role === 'item' ? '- ' : ''}`;
  }
  return lead(place, slot);
}

/** Where the keys of the map stand. */
function keyColumn(place: YamlPlace, slot: YamlSlot): number {
  const dash = slot.role === 'item' ? STEP : 0;
  if (place.besideKey && !place.flow && slot.role !== 'key') {
    return place.lineColumn + STEP + dash;
  }
  return slot.column + dash;
}

function withoutPlaceholders(line: string): string {
  return line
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/gu, '$1')
    .replace(/\$\{\d+:([^}]*)\}/gu, '$1')
    .replace(/\$\d+/gu, '');
}
