import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import { folded } from '../base/folded';
import type { Catalog, FaqEntry, Requirement } from './model';
import { foldId, withoutPrefix } from './requirementId';

export interface CatalogSearch {
  /**
   * The requirements that hold every word of the query, in their id, their own words or those of the answers joined to them, the
   * best first; all of them in the catalogue's order for an empty query.
   */
  requirements(query: string): Requirement[];
  /**
   * The answers that hold every word of the query, the best first, and fit the facets (facet id to value, case and accents folded; part
   * of a value will do). An answer without a value for a facet concerns everyone, so it fits. An empty query leaves the FAQ's order.
   */
  faq(query: string, facets?: Readonly<Record<string, string>>): FaqEntry[];
  /** What a facet can be narrowed to: its declared values, then those that answers have besides. */
  facetValues(facetId: string): string[];
}

/** Searches one catalogue; the indexes are built at the first query that needs them. */
// @segur ST.CAT.06
export function createCatalogSearch(catalog: Catalog): CatalogSearch {
  const requirements = lazily(() => requirementIndex(catalog));
  const faq = lazily(() => faqIndex(catalog));
  return {
    requirements: (query) => find(query, requirements, catalog.requirements),
    faq: (query, facets = {}) => find(query, faq, catalog.faq).filter((entry) => fits(entry, facets)),
    facetValues: (facetId) => {
      const declared = catalog.facets.find(({ id }) => id === facetId)?.values ?? [];
      return [...new Set([...declared, ...catalog.faq.flatMap((entry) => facetOf(entry, facetId) ?? [])])];
    },
  };
}

interface Indexed {
  readonly order: number;
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly guidance: string;
}

/** Words that French sentences hold whatever they are about. */
const emptyWords = new Set(
  'a au aux ce ces d de des du elle en est et il l la le les leur ou par pour qu que qui s se son sur un une'.split(
    ' ',
  ),
);
const elisions = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/gu;
const idLike = /[\p{L}\p{N}][./][\p{L}\p{N}]/u;

function requirementIndex(catalog: Catalog): MiniSearch<Indexed> {
  return indexOf(
    catalog.requirements.map((each, order) => ({
      order,
      id: [each.id, ...each.aliases].join('\n'),
      title: each.title,
      body: [each.statement, each.chapter, each.theme, each.note, ...each.checklist.map(({ text }) => text)].join('\n'),
      guidance: catalog
        .guidance(each.id)
        .filter(({ match }) => match === 'cited' || match === 'matched')
        .map(({ entry }) => [entry.subject, entry.question, entry.answer].join('\n'))
        .join('\n'),
    })),
  );
}

function faqIndex(catalog: Catalog): MiniSearch<Indexed> {
  return indexOf(
    catalog.faq.map((entry, order) => ({
      order,
      id: [
        entry.id,
        ...entry.requirements.filter(({ match }) => match !== 'family').map((match) => match.requirement),
      ].join('\n'),
      title: [entry.subject, entry.question].join('\n'),
      body: entry.answer,
      guidance: Object.values(entry.facets).join('\n'),
    })),
  );
}

function indexOf(documents: readonly Indexed[]): MiniSearch<Indexed> {
  const index = new MiniSearch<Indexed>({
    idField: 'order',
    fields: ['id', 'title', 'body', 'guidance'],
    tokenize: (text, field) => (field === 'id' ? text.split('\n').flatMap(idTerms) : words(text)),
    processTerm: (term) => term,
  });
  index.addAll(documents);
  return index;
}

const options: SearchOptions = {
  combineWith: 'AND',
  boost: { id: 8, title: 4, guidance: 0.5 },
  prefix: true,
  // Short words and numbers have too many neighbours.
  fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
  tokenize: words,
  processTerm: (term) => term,
};

function find<T>(query: string, index: () => MiniSearch<Indexed>, all: readonly T[]): T[] {
  const parts = query
    .split(/\s+/)
    .filter((word) => words(word).length > 0)
    .map((word): Query => queryOf(word, index));
  if (parts.length === 0) {
    return [...all];
  }
  return index()
    .search({ combineWith: 'AND', queries: parts }, options)
    .sort((a, b) => b.score - a.score || Number(a.id) - Number(b.id))
    .flatMap(({ id }) => all[Number(id)] ?? []);
}

/** `GEN.18` is looked up as an id; as separate words only when no id begins so. */
function queryOf(word: string, index: () => MiniSearch<Indexed>): Query {
  const key = plain(foldId(word));
  const asId: Query = { queries: [key], fields: ['id'], tokenize: (text) => [text], prefix: true, fuzzy: false };
  return idLike.test(word) && index().search(asId, options).length > 0
    ? asId
    : { queries: words(word), combineWith: 'AND' };
}

/** An id is found by every part of it, and by its end from every boundary: `sc.ssi/gen.18`, `ssi/gen.18`, `gen.18`, `18`, `gen`. */
function idTerms(id: string): string[] {
  const key = plain(foldId(id));
  const ends = [...key.matchAll(/[/.]/g)].map(({ index }) => key.slice(index + 1));
  return [...new Set([key, withoutPrefix(key), ...ends, ...words(id)])];
}

function words(text: string): string[] {
  return (
    plain(text)
      .replace(elisions, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !emptyWords.has(word));
}

/** Without case and accents; `œ` as `oe`. */
function plain(text: string): string {
  return folded(text).replaceAll('œ', 'oe');
}

/** What an object has by nature is no facet. */
function facetOf({ facets }: FaqEntry, id: string): string | undefined {
  return Object.hasOwn(facets, id) ? facets[id] : undefined;
}

function fits(entry: FaqEntry, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([facet, value]) => {
    const own = facetOf(entry, facet);
    return own === undefined || value === '' || plain(own).includes(plain(value).trim());
  });
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
