/**
 * Wording stays out of the core: it names a message by its English template, the faces translate it.
 * The template is the key in `l10n/bundle.l10n.fr.json`; a unit test finds every literal given to `message` or `t`.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** Translates an English template and fills `{0}`, `{1}`…; the signature of `vscode.l10n.t` and of `@vscode/l10n`'s `t`. */
export type Translate = (template: string, ...args: (string | number)[]) => string;

export function message(template: string, ...args: (string | number)[]): Message {
  return { template, args };
}

export function render(t: Translate, text: Message): string {
  return t(text.template, ...text.args);
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
