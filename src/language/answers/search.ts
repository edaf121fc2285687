import type { FaqEntry, Requirement } from '../../catalog/model';
import type { Answer, AnswerContext } from './answer';
import type { InputOf } from './inputs';
import { pageOf, restOf, type Page } from './paging';
import { oneLine, quoted } from './quoting';
import { entryTitle, rowData, rowLine, subjectsOf } from './rows';
import type { searchInput } from './tools';

const LIMIT = 10;

/** Longer queries are none that somebody would search for word by word. */
const MOST_WORDS = 12;

/** Requirements and answers of the FAQ by words. Where nothing holds all the words, those that hold most of them. */
export function searchAnswer(
  { query, kind, limit = LIMIT, offset = 0 }: InputOf<typeof searchInput>,
  { folder, search, t }: AnswerContext,
): Answer {
  const wantsRequirements = kind !== 'faq';
  const wantsFaq = kind !== 'requirements';
  const find = (words: string) => ({
    requirements: wantsRequirements ? search.requirements(words) : [],
    faq: wantsFaq ? search.faq(words) : [],
  });
  const all = find(query);
  const isLoose = all.requirements.length + all.faq.length === 0;
  const found = isLoose ? anyWord(query, find) : all;
  const requirements = pageOf<Requirement>(found.requirements, offset, limit);
  const faq = pageOf<FaqEntry>(found.faq, offset, limit);
  const rows = requirements.items.flatMap(({ id }) => folder.trace.requirement(id) ?? []);
  const nothing = requirements.total + faq.total === 0;
  const lines = nothing
    ? [t('Nothing holds {0}. Requirements and FAQ are in French: try fewer or other words.', quoted(query))]
    : isLoose
      ? [t('Nothing holds all the words of {0}; what holds some of them:', quoted(query))]
      : [t('What holds {0}:', quoted(query))];
  if (requirements.total > 0) {
    lines.push(t('Requirements ({0}):', requirements.total), ...rows.map((row) => `- ${rowLine(t, row)}`));
    lines.push(...restOf(t, requirements));
  }
  if (faq.total > 0) {
    lines.push(t('Answers of the FAQ ({0}), in full with segur_faq:', faq.total), ...faq.items.map(faqLine));
    lines.push(...restOf(t, faq));
  }
  return {
    text: lines.join('\n'),
    data: {
      query: oneLine(query, 300),
      allWords: !isLoose,
      requirements: { ...counted(requirements), items: rows.map(rowData) },
      faq: { ...counted(faq), items: faq.items.map(faqData) },
    },
  };
}

interface Found {
  readonly requirements: readonly Requirement[];
  readonly faq: readonly FaqEntry[];
}

/** What holds at least one of the words, most of them first. */
function anyWord(query: string, find: (words: string) => Found): Found {
  const words = [...new Set(query.split(/\s+/u).filter((word) => word.length > 2))].slice(0, MOST_WORDS);
  if (words.length < 2) {
    return { requirements: [], faq: [] };
  }
  const each = words.map(find);
  return {
    requirements: mostOften(each.map(({ requirements }) => requirements)),
    faq: mostOften(each.map(({ faq }) => faq)),
  };
}

function mostOften<T>(lists: readonly (readonly T[])[]): T[] {
  const counts = new Map<T, number>();
  for (const one of lists.flat()) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([one]) => one);
}

function counted({ total, nextOffset }: Page<unknown>) {
  return { total, ...(nextOffset === undefined ? {} : { nextOffset }) };
}

function faqLine(entry: FaqEntry): string {
  const about = subjectsOf(entry).map((id) => oneLine(id));
  const ids = about.length > 4 ? `${about.slice(0, 4).join(', ')}…` : about.join(', ');
  return `- ${oneLine(entry.id)} — ${quoted(entryTitle(entry))}${ids === '' ? '' : ` (${ids})`}`;
}

function faqData(entry: FaqEntry) {
  const question = entry.question === undefined ? {} : { question: oneLine(entry.question, 300) };
  return { id: entry.id, title: oneLine(entryTitle(entry)), ...question, requirements: subjectsOf(entry).slice(0, 20) };
}
