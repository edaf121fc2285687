/** A field of a JSON text whose value is a text. */
export interface JsonField {
  readonly key: string;
  readonly value: string;
  /** Of the value, with its quotes. */
  readonly start: number;
  readonly end: number;
}

const STRING = /"(?:[^"\\\r\n]|\\.)*"/gu;
const NEXT_STRING = /\s*:\s*("(?:[^"\\\r\n]|\\.)*")/uy;

/** Every field of a JSON text whose value is a text, in order. */
export function* jsonFields(text: string): Generator<JsonField> {
  let at = 0;
  for (;;) {
    // Between two fields somebody else may have read with the same patterns.
    STRING.lastIndex = at;
    const key = STRING.exec(text);
    if (key === null) {
      return;
    }
    at = STRING.lastIndex;
    NEXT_STRING.lastIndex = at;
    const value = NEXT_STRING.exec(text)?.[1];
    if (value !== undefined) {
      const end = NEXT_STRING.lastIndex;
      at = end;
      yield { key: unquoted(key[0]), value: unquoted(value), start: end - value.length, end };
    }
  }
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}
