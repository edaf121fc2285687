import { placeOf, oneLine, quoted, quotedBlock } from './quoting';
import type { Answer, AnswerContext } from './answer';
import type { InputOf } from './inputs';
import { entryTitle, rowData, rowLine } from './rows';
import type { faqInput } from './tools';

/** No answer of the official FAQ is as long; those of other catalogues may be. */
const FULL = 12_000;
const SOME = 20;
const FEW = 5;

/** One answer of the FAQ, in its own words. */
export function faqAnswer({ id }: InputOf<typeof faqInput>, { folder, search, t }: AnswerContext): Answer {
  const wanted = id.trim();
  const entry =
    folder.catalog.faqEntry(wanted) ?? folder.catalog.faq.find((one) => one.id.toLowerCase() === wanted.toLowerCase());
  if (entry === undefined) {
    const found = search.faq(wanted).slice(0, FEW);
    const lines = [
      t('The FAQ has no answer {0}.', quoted(wanted)),
      ...(found.length === 0
        ? [t('Search by words with segur_search.')]
        : [t('Did you mean:'), ...found.map((one) => `- ${oneLine(one.id)} — ${quoted(entryTitle(one))}`)]),
    ];
    const didYouMean = found.map((one) => ({ id: one.id, title: oneLine(entryTitle(one)) }));
    return { text: lines.join('\n'), data: { unknown: oneLine(wanted), didYouMean } };
  }
  const { block, cut } = quotedBlock(entry.answer, FULL);
  const source = placeOf(entry.location.file, entry.location.range.start);
  const rows = entry.requirements.flatMap(({ requirement }) => folder.trace.requirement(requirement) ?? []);
  const lines = [`${oneLine(entry.id)} — ${quoted(entryTitle(entry))}`];
  if (entry.question !== undefined && entry.subject !== undefined) {
    const question = quoted(entry.question, 600);
    lines.push(entry.reconstructed === true ? t('{0} (reconstructed question)', question) : question);
  }
  lines.push(block);
  if (cut) {
    lines.push(t('The rest is in {0}.', source));
  }
  if (rows.length > 0) {
    lines.push(t('Requirements ({0}):', rows.length), ...rows.slice(0, SOME).map((row) => `- ${rowLine(t, row)}`));
    lines.push(...(rows.length > SOME ? [t('({0} more)', rows.length - SOME)] : []));
  }
  lines.push(t('Source: {0}', source));
  return {
    text: lines.join('\n'),
    data: {
      id: entry.id,
      title: oneLine(entryTitle(entry)),
      ...(entry.question === undefined
        ? {}
        : { question: oneLine(entry.question, 600), reconstructed: entry.reconstructed === true }),
      answer: entry.answer.length > FULL ? `${entry.answer.slice(0, FULL - 1)}…` : entry.answer,
      cut,
      source,
      facets: entry.facets,
      requirements: rows.slice(0, SOME).map(rowData),
      requirementsTotal: rows.length,
    },
  };
}
