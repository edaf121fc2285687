import type { GenericSchema } from 'valibot';
import { formsOf } from '../base/schemaWalk';
import { catalogValues } from './catalogValues';
import { padded } from './completionItem';
import { wordInWords } from './enumValues';
import { escapeMarkdown } from './markdown';
import { expectedProofs, projectValues } from './projectValues';
import { pathQuestion } from './yamlPaths';
import { namesOf, type Suggestion, type ValueContext } from './yamlSuggestion';

export type YamlFormat = 'project' | 'catalog';

/** What a value at a path may be: what we know of the folder, else the words of the schema. */
export function valuesAt(
  context: ValueContext,
  schema: GenericSchema,
  format: YamlFormat,
  schemaElsewhere = false,
): readonly Suggestion[] {
  const known = format === 'project' ? projectValues(context) : catalogValues(context);
  if (known !== undefined) {
    return known;
  }
  if (format === 'project' && namesOf(context.path) === 'catalogs') {
    const shipped = 'builtin:segur-v2';
    const isNew = !context.siblings.includes(shipped);
    return isNew ? [{ value: shipped, description: context.t('ships with Ségur Trace'), sortText: '' }] : [];
  }
  const forms = formsOf(schema);
  const words = [...forms.values, ...(forms.item?.values ?? [])].map(String);
  return schemaElsewhere ? [] : wordValues(words, context, format);
}

/** Whether something would be suggested there: then the list opens by itself. */
export function offersValues(context: ValueContext, schema: GenericSchema, format: YamlFormat): boolean {
  const names = namesOf(context.path);
  return (
    (format === 'project' && pathQuestion(names, '') !== undefined) || valuesAt(context, schema, format).length > 0
  );
}

/** The words of a schema; of the kinds of proof, those first that the requirements of the entry expect. */
function wordValues(words: readonly string[], context: ValueContext, format: YamlFormat): Suggestion[] {
  const { path, t, siblings } = context;
  const names = namesOf(path);
  const key = names.slice(names.lastIndexOf('.') + 1);
  const expected = format === 'project' && names === 'proofs.kind' ? expectedProofs(context) : [];
  return words
    .filter((word) => !siblings.includes(word))
    .map((word, order) => {
      const wanted = expected.filter(({ kind }) => kind === word).map(({ text }) => text);
      const label = wordInWords(key, word, t);
      return {
        value: word,
        description: label === word ? '' : label,
        detail: wanted.length > 0 ? t('expected of this requirement') : '',
        documentation: wanted.map((text) => `- ${escapeMarkdown(text)}`).join('\n'),
        filterText: `${word} ${label}`,
        sortText: `${wanted.length > 0 ? 0 : 1}${padded(order)}`,
      };
    });
}
