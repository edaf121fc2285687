import type { FaqEntry } from '../../catalog/model';
import { createCatalogSearch } from '../../catalog/searchCatalog';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { wrap } from '../wrap';

/** `faq [WORDS]`: the FAQ by words and facets; without words, all of it. */
export async function faq(
  folder: Pick<OpenedFolder, 'catalog'>,
  words: readonly string[],
  facets: Readonly<Record<string, string>>,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<void> {
  const found = createCatalogSearch(folder.catalog).faq(words.join(' '), facets);
  if (format === 'json') {
    const entries = found.map(({ id, question, reconstructed, subject, answer, facets: of, requirements }) => ({
      id,
      ...(question === undefined ? {} : { question }),
      ...(reconstructed === undefined ? {} : { reconstructed }),
      ...(subject === undefined ? {} : { subject }),
      answer,
      facets: of,
      requirements,
    }));
    await terminal.write(`${JSON.stringify({ version: 1, faq: entries }, null, 2)}\n`);
    return;
  }
  await terminal.write(found.map((entry) => entryText(entry, terminal)).join('\n'));
  if (found.length === 0) {
    terminal.note(terminal.t('No answer matches.'));
  }
}

function entryText(entry: FaqEntry, { colors, t, width }: Terminal): string {
  const lines = [`${colors.bold(entry.subject ?? entry.question ?? entry.id)} ${colors.dim(`(${entry.id})`)}`];
  if (entry.question !== undefined && entry.subject !== undefined) {
    const question = entry.reconstructed === true ? t('{0} (reconstructed question)', entry.question) : entry.question;
    lines.push(colors.italic(wrap(question, width, '', '')));
  }
  lines.push(
    ...entry.answer
      .trimEnd()
      .split('\n')
      .map((line) => wrap(line, width, '  ', '  ')),
  );
  if (entry.requirements.length > 0) {
    const ids = entry.requirements.map((match) => match.requirement);
    lines.push(colors.dim(wrap(t('Requirements: {0}', ids.join(', ')), width, '  ', '    ')));
  }
  return `${lines.join('\n')}\n`;
}
