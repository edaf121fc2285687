/** Text that is markup already and is not escaped again. */
// @segur ST.OUT.03
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly Markup[] | undefined;

const trimmed = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * HTML from a template: every value is escaped, unless it came out of this function itself. `undefined` is nothing.
 * The template's own indentation is not written.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let parts = trimmed.get(strings);
  if (parts === undefined) {
    parts = strings.map((part) => part.replace(/\n\s*/gu, '\n'));
    trimmed.set(strings, parts);
  }
  const out = [parts[0] ?? ''];
  for (let i = 0; i < values.length; i++) {
    out.push(textOf(values[i]), parts[i + 1] ?? '');
  }
  const text = out.join('');
  return new Markup(text);
}

function textOf(value: Value): string {
  if (value === undefined) {
    return '';
  }
  if (value instanceof Markup) {
    return value.text;
  }
  if (typeof value === 'string' || typeof value === 'number') {
    return escapeHtml(String(value));
  }
  return value.map((part) => part.text).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe in element content and in quoted attributes. Bidirectional controls and NUL, which could disguise a text, are dropped. */
function escapeHtml(text: string): string {
  return /[&<>"'\0\u202A-\u202E\u2066-\u2069]/u.test(text)
    ? text
        .replace(/[\0\u202A-\u202E\u2066-\u2069]/gu, '')
        .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
    : text;
}
