import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spread } from './statistics';

export interface Row {
  readonly what: string;
  readonly spread: Spread;
  /** Milliseconds unless it says otherwise. */
  readonly unit?: 'MB';
  /** Over ripgrep's time in the same round. */
  readonly ratio?: Spread;
  readonly target?: string;
  readonly note?: string;
}

const START = '<!-- benchmark: npm run bench -- --write-readme -->';
const END = '<!-- /benchmark -->';

/** A Markdown table: median, with the least and the most of the rounds. */
export function table(rows: readonly Row[]): string {
  const head = ['What', 'Median (min–max)', '× ripgrep (min–max)', 'Aim'];
  const body = rows.map(({ what, spread, unit, ratio, target, note }) => [
    note === undefined ? what : `${what}: ${note}`,
    withSpread(spread, (value) => (unit === 'MB' ? `${Math.round(value)} MB` : duration(value))),
    ratio === undefined ? '' : withSpread(ratio, (value) => value.toFixed(1)),
    target ?? '',
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function withSpread({ min, median, max }: Spread, text: (value: number) => string): string {
  return min === max ? text(median) : `${text(median)} (${text(min)}–${text(max)})`;
}

function duration(milliseconds: number): string {
  return milliseconds >= 1000
    ? `${(milliseconds / 1000).toFixed(2)} s`
    : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}

/** Between the marks in both READMEs. The table is in English in the French one too: its lines name commands. */
export function writeIntoReadmes(root: string, rows: readonly Row[], where: string): void {
  for (const name of ['README.md', 'README.fr.md']) {
    const file = join(root, name);
    const text = readFileSync(file, 'utf8');
    const [before, rest] = text.split(START);
    const after = rest?.split(END)[1];
    if (before === undefined || after === undefined) {
      throw new Error(`${name} has no place for the table: ${START} … ${END}`);
    }
    writeFileSync(file, `${before}${START}\n\n${table(rows)}\n\n${where}\n\n${END}${after}`);
  }
}
