import type { DiffPart } from '../../catalog/diff/wordDiff';
import { shortened, type DiffDocument, type DiffItem, type DiffLine } from './diffDocument';

/** Styles for a terminal; a page has none. */
export type DiffStyles = Readonly<Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>>;

const same = (text: string): string => text;
const PLAIN: DiffStyles = { bold: same, dim: same, green: same, red: same, yellow: same };

/** A comparison for a terminal or a log: `[-gone-]` and `{+come+}`, as git writes words, so that it reads without colours too. */
export function diffText({ title, facts, sections }: DiffDocument, colors = PLAIN): string {
  const lines = [colors.bold(visible(title)), ...facts.map((fact) => `  ${visible(fact)}`)];
  for (const section of sections) {
    lines.push('', colors.bold(visible(section.title)), ...section.items.flatMap((item) => itemLines(item, colors)));
  }
  return `${lines.join('\n')}\n`;
}

function itemLines({ tone, mark, id, title, note, lines }: DiffItem, colors: DiffStyles): string[] {
  const paint = tone === 'good' ? colors.green : tone === 'bad' ? colors.red : colors.yellow;
  const head = [paint(mark), colors.bold(visible(id)), visible(title)].filter((part) => part !== '').join(' ');
  return [
    note === '' ? `  ${head}` : `  ${head}  ${colors.dim(visible(note))}`,
    ...lines.map((line) => `      ${lineText(line, colors)}`),
  ];
}

function lineText(line: DiffLine, colors: DiffStyles): string {
  return typeof line === 'string'
    ? colors.dim(visible(line))
    : `${colors.dim(`${visible(line.label)}:`)} ${shortened(line.words)
        .map((part) => partText(part, colors))
        .join('')}`;
}

function partText({ kind, text }: DiffPart, colors: DiffStyles): string {
  switch (kind) {
    case 'same':
      return visible(text);
    case 'added':
      return colors.green(`{+${visible(text)}+}`);
    case 'removed':
      return colors.red(`[-${visible(text)}-]`);
  }
}

/** A file from elsewhere moves no cursor and changes no colour. */
export function visible(text: string): string {
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
