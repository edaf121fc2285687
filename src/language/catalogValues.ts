import type { Catalog, FaqEntry } from '../catalog/model';
import { facetValues, knownDispositifs, knownProfils } from '../catalog/profileValues';
import { idValues } from './idValues';
import { escapeMarkdown, quoteMarkdown } from './markdown';
import { dateValue } from './projectValues';
import { namesOf, plainValues, type Suggestion, type ValueContext } from './yamlSuggestion';

/** The values that a catalogue file may be given at a path beyond the words of its schema; `undefined` where we know none. */
export function catalogValues(context: ValueContext): readonly Suggestion[] | undefined {
  const { catalog, t, path } = context;
  const names = namesOf(path);
  const [, facet] = /^faq\.facets\.(.+)$/u.exec(names) ?? [];
  if (facet !== undefined) {
    return plainValues(facetValues(catalog, facet), context);
  }
  const requirementTexts = (of: 'chapter' | 'theme' | 'family' | 'since'): Suggestion[] =>
    plainValues(
      catalog.requirements.flatMap((requirement) => requirement[of] ?? []),
      context,
    );
  switch (names) {
    case 'catalog.source.retrieved':
      return [dateValue(context.today, t('today'))];
    case 'requirements.id':
    case 'faq.requirements.id':
      return idValues(context, () => 0);
    case 'requirements.chapter':
      return requirementTexts('chapter');
    case 'requirements.theme':
      return requirementTexts('theme');
    case 'requirements.family':
      return requirementTexts('family');
    case 'requirements.since':
      return requirementTexts('since');
    case 'requirements.profiles.dispositif':
      return plainValues(
        knownDispositifs(catalog).map(({ value }) => value),
        context,
      );
    case 'requirements.profiles.profil':
      return plainValues(knownProfils(catalog), context);
    case 'requirements.profiles.rem':
      return plainValues(
        catalog.requirements.flatMap(({ profiles }) => profiles.flatMap(({ rem }) => rem ?? [])),
        context,
      );
    case 'requirements.scenarios.id':
    case 'requirements.scenarios.proofs.id':
      return nextNumber(context);
    case 'requirements.checklist.source':
    case 'faq.id':
      return answerValues(catalog, context);
    case 'facets.id':
      return plainValues(
        catalog.facets.map(({ id }) => id),
        context,
        (id) => ({ description: catalog.facets.find((each) => each.id === id)?.question ?? '' }),
      );
    default:
      return undefined;
  }
}

/** Ids of facets, as the keys under an answer's `facets`. */
export function facetKeys(catalog: Catalog): readonly { readonly id: string; readonly question: string }[] {
  return catalog.facets;
}

function answerValues({ faq }: Catalog, context: ValueContext): Suggestion[] {
  const byId = new Map(faq.map((entry) => [entry.id, entry]));
  return plainValues(byId.keys(), context, (id) => answer(byId.get(id))).map((value) => ({ kind: 'answer', ...value }));
}

function answer(entry: FaqEntry | undefined): Omit<Suggestion, 'value'> {
  if (entry === undefined) {
    return {};
  }
  const title = entry.subject ?? entry.question ?? '';
  return { description: title, documentation: `**${escapeMarkdown(title)}**\n\n${quoteMarkdown(entry.answer)}` };
}

/** The ids below one are numbered from 01 on, as the REM numbers them. */
function nextNumber({ dataAt, path }: ValueContext): Suggestion[] {
  const ownIndex = path.at(-2);
  const above = dataAt([...path.slice(0, -3), 'id']);
  if (typeof above !== 'string' || typeof ownIndex !== 'number') {
    return [];
  }
  return [{ value: `${above}.${String(ownIndex + 1).padStart(2, '0')}` }];
}
