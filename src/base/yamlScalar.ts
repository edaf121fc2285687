/** How a text has to be written where a YAML file takes a single value. */
export interface ScalarStyle {
  /** The quote that is open already; empty when none is. */
  readonly quote: '' | '"' | "'";
  /** Inside `[]` or `{}`, where commas and brackets end a value. */
  readonly flow: boolean;
}

/** A text of one line as a YAML value that is read as that text again: bare where that is safe, else in quotes; in the quote that is open, closed. */
export function yamlScalar(text: string, { quote, flow }: ScalarStyle): string {
  if (quote === '"') {
    return JSON.stringify(text);
  }
  if (quote === "'" || !isPlain(text, flow)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return text;
}

/** What YAML 1.1 and 1.2 take for something else than a text. */
const OTHER_TYPES =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[.\d][\d_.,:]*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xo][\da-f_]+)$/iu;
/** A date stays bare: our schemas take it as it is written. */
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

function isPlain(text: string, flow: boolean): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    !/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|[\p{Cc}\u2028\u2029]/u.test(text) &&
    !(flow && /[,[\]{}]|:$/u.test(text)) &&
    (!OTHER_TYPES.test(text) || DATE.test(text))
  );
}
