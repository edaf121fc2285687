import type { DiffPart } from '../../catalog/diff/wordDiff';
import { escapeMarkdown } from '../markdown';
import { shortened, type DiffDocument, type DiffItem, type DiffLine } from './diffDocument';

/** A comparison in Markdown: what is gone struck through, what came in bold. */
export function diffMarkdown({ title, facts, sections }: DiffDocument): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n'),
    ...sections.flatMap((section) => [`## ${escapeMarkdown(section.title)}`, section.items.map(itemLines).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function itemLines({ mark, id, title, note, lines }: DiffItem): string {
  const head = [mark === '-' ? '−' : mark === '+' ? '＋' : mark, `**${escapeMarkdown(id)}**`, escapeMarkdown(title)];
  const words = head.filter((part) => part !== '').join(' ');
  const first = note === '' ? words : `${words} — ${escapeMarkdown(note)}`;
  return [`- ${first}`, ...lines.map((line) => `  - ${lineText(line)}`)].join('\n');
}

function lineText(line: DiffLine): string {
  if (typeof line === 'string') {
    return escapeMarkdown(line);
  }
  return `${escapeMarkdown(line.label)} : ${shortened(line.words).map(partText).join('')}`;
}

/** Marks count for markup only where they touch the words, so blanks stay outside. */
function partText({ kind, text }: DiffPart): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
  if (words === '') {
    return text;
  }
  const mark = kind === 'added' ? '**' : kind === 'removed' ? '~~' : '';
  return `${before}${mark}${escapeMarkdown(words)}${mark}${after}`;
}
