import type { DiffPart } from '../catalog/diff/wordDiff';
import { shortened, type DiffDocument, type DiffItem, type DiffLine } from '../report/compare/diffDocument';
import type { Colors, Terminal } from './terminal';

/** A comparison for a terminal or a log: `[-gone-]` and `{+come+}`, as git writes words, so that it reads without colours too. */
export function diffText({ title, facts, sections }: DiffDocument, { colors }: Pick<Terminal, 'colors'>): string {
  const lines = [colors.bold(visible(title)), ...facts.map((fact) => `  ${visible(fact)}`)];
  for (const section of sections) {
    lines.push('', colors.bold(visible(section.title)), ...section.items.flatMap((item) => itemLines(item, colors)));
  }
  return `${lines.join('\n')}\n`;
}

function itemLines({ tone, mark, id, title, note, lines }: DiffItem, colors: Colors): string[] {
  const paint = tone === 'good' ? colors.green : tone === 'bad' ? colors.red : colors.yellow;
  const head = [paint(mark), colors.bold(visible(id)), visible(title)].filter((part) => part !== '').join(' ');
  return [
    note === '' ? `  ${head}` : `  ${head}  ${colors.dim(visible(note))}`,
    ...lines.map((line) => `      ${lineText(line, colors)}`),
  ];
}

function lineText(line: DiffLine, colors: Colors): string {
  return typeof line === 'string'
    ? colors.dim(visible(line))
    : `${colors.dim(`${visible(line.label)}:`)} ${shortened(line.words)
        .map((part) => partText(part, colors))
        .join('')}`;
}

function partText({ kind, text }: DiffPart, colors: Colors): string {
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
function visible(text: string): string {
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
