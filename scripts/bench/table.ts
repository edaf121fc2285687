import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { percentile99, spreadOf, type Spread } from './statistics';

export type Language = 'en' | 'fr';
export type Words = Readonly<Record<Language, string>>;

export interface Row {
  readonly what: Words;
  /** Of each run. Milliseconds unless `unit` says otherwise. */
  readonly values: readonly number[];
  readonly unit?: 'MB';
  /** Many short runs: 99 of 100 are told in place of the least and the most. */
  readonly many?: boolean;
  /** Over the time of ripgrep or of another peer, round by round. */
  readonly ratio?: Spread;
  /** The other peer, in Markdown. */
  readonly peer?: string;
  readonly aim?: Aim;
  readonly note?: Words;
  /** Stands in the README too, whose readers want to know in short. */
  readonly headline?: true;
}

/** At most so much, in the median: in the row's unit, or of the peer's time. */
export interface Aim {
  readonly most: number;
  readonly of?: string;
}

const END = '<!-- /benchmark -->';

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  en: ['What', 'Median (least–most)', 'Of ripgrep’s time (least–most)', 'Aim'],
  fr: ['Quoi', 'Médiane (min–max)', 'Par rapport à ripgrep (min–max)', 'Objectif'],
};
/** Above ratios to several peers, each of which is named beside its own. */
const COMPARED: Words = { en: 'Compared (least–most)', fr: 'Comparé (min–max)' };

/** A Markdown table: medians with their spread, and whether the aims are met. */
export function table(rows: readonly Row[], language: Language): string {
  const body = rows.map((row) => [
    label(row, language),
    amount(row, language),
    row.ratio === undefined ? '' : comparison(row.ratio, row.peer, language),
    row.aim === undefined ? '' : verdict(row, row.aim, language),
  ]);
  const isCompared = rows.some(({ peer }) => peer !== undefined);
  const head = HEAD[language].map((title, at) => (at === 2 && isCompared ? COMPARED[language] : title));
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function comparison(ratio: Spread, peer: string | undefined, language: Language): string {
  const text = withSpread(ratio, (value) => `${decimal(value, value < 1 ? 2 : 1, language)} ×`);
  return peer === undefined ? text : `${text} ${peer}`;
}

/** Whether the median is within the aim; one that could not be measured is not. */
export function isMet({ values, ratio }: Row, { most, of }: Aim): boolean {
  const measured = of === undefined ? spreadOf(values).median : ratio?.median;
  return measured !== undefined && measured <= most;
}

function verdict(row: Row, aim: Aim, language: Language): string {
  const most =
    aim.of === undefined ? limit(aim.most, row.unit, language) : `${decimal(aim.most, 1, language)} × ${aim.of}`;
  const words =
    language === 'fr'
      ? { met: '\u00A0: tenu', missed: '\u00A0: **manqué**' }
      : { met: ': met', missed: ': **missed**' };
  return `≤ ${most}${isMet(row, aim) ? words.met : words.missed}`;
}

function label({ what, note }: Row, language: Language): string {
  return note === undefined ? what[language] : `${what[language]} (${note[language]})`;
}

function amount({ values, unit, many }: Row, language: Language): string {
  const text = (value: number): string => plain(value, unit, language);
  if (many === true) {
    const tail = text(percentile99(values));
    const median = text(spreadOf(values).median);
    return language === 'fr' ? `${median} (99 sur 100\u00A0: ≤ ${tail})` : `${median} (99 of 100: ≤ ${tail})`;
  }
  return values.length === 0 ? '–' : withSpread(spreadOf(values), text);
}

function withSpread({ min, median, max }: Spread, text: (value: number) => string): string {
  return min === max || Number.isNaN(median) ? text(median) : `${text(median)} (${text(min)}–${text(max)})`;
}

function plain(value: number, unit: Row['unit'], language: Language): string {
  if (Number.isNaN(value)) {
    return language === 'fr' ? 'non mesuré' : 'not measured';
  }
  if (unit === 'MB') {
    return `${Math.round(value)} ${language === 'fr' ? 'Mo' : 'MB'}`;
  }
  return value >= 1000
    ? `${decimal(value / 1000, 2, language)} s`
    : `${decimal(value, value < 1 ? 2 : value < 10 ? 1 : 0, language)} ms`;
}

/** As an aim is written: without zeros after it. */
function limit(value: number, unit: Row['unit'], language: Language): string {
  return plain(value, unit, language).replace(/[.,]0+(?= s$)/u, '');
}

function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits);
  return language === 'fr' ? text.replace('.', ',') : text;
}

/**
 * Between the marks in the documents: the whole table where speed is the subject, its headlines in the README.
 * @param start the mark before the table, which tells how it is made
 * @param where the machine, the date and the rounds
 * @returns the documents that were written
 */
export function writeIntoDocuments(root: string, start: string, rows: readonly Row[], where: Words): string[] {
  const headlines = rows.filter(({ headline }) => headline);
  const documents: readonly (readonly [name: string, language: Language, rows: readonly Row[]])[] = [
    ['docs/performance.md', 'en', rows],
    ['docs/performance.fr.md', 'fr', rows],
    ['README.md', 'en', headlines],
    ['README.fr.md', 'fr', headlines],
  ];
  return documents
    .filter(([, , told]) => told.length > 0)
    .map(([name, language, told]) => {
      const file = join(root, name);
      const text = readFileSync(file, 'utf8');
      const [before, rest] = text.split(start);
      const end = rest?.indexOf(END) ?? -1;
      if (before === undefined || rest === undefined || end < 0) {
        throw new Error(`${name} has no place for the table: ${start} … ${END}`);
      }
      writeFileSync(file, `${before}${start}\n\n${table(told, language)}\n\n${where[language]}\n\n${rest.slice(end)}`);
      return file;
    });
}
