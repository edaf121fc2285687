/**
 * Wording stays out of the core: it names a message by its English template, the faces translate it.
 * The template is the key in `l10n/bundle.l10n.fr.json`; a unit test finds every literal given to `message` or `t`.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number | Day)[];
}

/** A day of the calendar in a message: people read it as their language writes it, machines as it is. */
export interface Day {
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Translates an English template and fills `{0}`, `{1}`…; the signature of `vscode.l10n.t` and of `@vscode/l10n`'s `t`. */
export type Translate = (template: string, ...args: (string | number)[]) => string;

export function message(template: string, ...args: (string | number | Day)[]): Message {
  return { template, args };
}

export function render(t: Translate, text: Message): string {
  return t(text.template, ...text.args.map((arg) => (typeof arg === 'object' ? dayText(t, arg.day) : arg)));
}

/** What fills a message's placeholders, for machines: the same in every language. */
export function plainArgs({ args }: Message): (string | number)[] {
  return args.map((arg) => (typeof arg === 'object' ? arg.day : arg));
}

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u;

/**
 * A day as the language writes it: 01/09/2026 in French. In English it stays 2026-09-01, since 01/09 is another day on either side of the ocean.
 * What is no day (a half-written date) stays as it is.
 * @param date `YYYY-MM-DD`
 */
export function dayText(t: Translate, date: string): string {
  const { year, month, day } = DAY.exec(date)?.groups ?? {};
  return year === undefined || month === undefined || day === undefined ? date : t('{0}-{1}-{2}', year, month, day);
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
