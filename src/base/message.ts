/**
 * Wording stays out of the core: it names a message by its English template, the faces translate it.
 * The template is the key in `l10n/bundle.l10n.fr.json`; a unit test finds every literal given to `message` or `t`.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly Arg[];
}

type Arg = string | number | Day | Count;

/** A day of the calendar in a message: people read it as their language writes it, machines as it is. */
export interface Day {
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** How many of something, in a message: people read 1,204 where a line or a row stays 1204, so a bare number never gets separators. */
export interface Count {
  readonly count: number;
}

/** Translates an English template and fills `{0}`, `{1}`…; the signature of `vscode.l10n.t` and of `@vscode/l10n`'s `t`. */
export type Translate = (template: string, ...args: (string | number)[]) => string;

/** A message for the faces to translate. @param template a literal, so that it is found among the texts to translate */
export function message(template: string, ...args: Arg[]): Message {
  return { template, args };
}

/** A message in words: days are written as the language writes them. */
export function render(t: Translate, text: Message): string {
  return t(text.template, ...text.args.map((arg) => shown(t, arg)));
}

/** What fills a message's placeholders, for machines: the same in every language. */
export function plainArgs({ args }: Message): (string | number)[] {
  return args.map((arg) => (typeof arg !== 'object' ? arg : 'day' in arg ? arg.day : arg.count));
}

function shown(t: Translate, arg: Arg): string | number {
  if (typeof arg !== 'object') {
    return arg;
  }
  return 'day' in arg ? dayText(t, arg.day) : countText(t, arg.count);
}

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u;

/**
 * A day as the language writes it: 01/09/2026 in French. In English it stays 2026-09-01, since 01/09 is another day on either side of the ocean.
 * What is no day (a half-written date) stays as it is, and where there is none there is no text either.
 * @param date `YYYY-MM-DD`
 */
export function dayText(t: Translate, date: string): string;
export function dayText(t: Translate, date: string | undefined): string | undefined;
export function dayText(t: Translate, date: string | undefined): string | undefined {
  if (date === undefined) {
    return undefined;
  }
  const { year, month, day } = DAY.exec(date)?.groups ?? {};
  return year === undefined || month === undefined || day === undefined ? date : t('{0}-{1}-{2}', year, month, day);
}

/** A whole number as the language writes how many there are of something: 1,204 in English. Never for lines, years, ids or data. */
export function countText(t: Translate, count: number): string {
  const digits = String(Math.abs(count));
  const groups = /^\d{4,}$/u.test(digits) ? (digits.match(/\d{1,3}(?=(?:\d{3})*$)/gu) ?? []) : [digits];
  return (count < 0 ? '-' : '') + groups.reduce((thousands, rest) => t('{0},{1}', thousands, rest));
}

/** The translation of the English interface: fills the placeholders and changes nothing else. */
export const english: Translate = (template, ...args) =>
  template.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const value = args[Number(index)];
    return value === undefined ? whole : String(value);
  });

/** A translation from a bundle of template to translated template; what the bundle lacks stays in English. */
export function translator(bundle: Readonly<Record<string, string>>): Translate {
  return (template, ...args) => english(bundle[template] ?? template, ...args);
}
