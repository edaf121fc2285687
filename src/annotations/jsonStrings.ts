/** A string in a JSON text: offsets of its first character and behind its last, quotes left out. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
}

export type JsonPath = readonly (string | number)[];

/** Deeper values are passed over. */
const DEEPEST = 7;

interface Level {
  readonly isArray: boolean;
  /** Of the value that comes next: its name, or its place. */
  step: string | number;
}

/**
 * Hands out the strings that are values, each with its path, which starts with the number of the text's outermost value. Reads what can be read of broken text, in one pass and without recursion:
 * whatever is no bracket, comma, colon or string is passed over.
 */
export function walkJsonStrings(text: string, visit: (path: JsonPath, string: JsonString) => void): void {
  // Several texts may stand one behind the other.
  const levels: Level[] = [{ isArray: true, step: 0 }];
  /** Brackets open beyond those in `levels`. */
  let tooDeep = 0;
  let pending: JsonString | undefined;
  let at = 0;
  const flush = (): void => {
    if (pending !== undefined && tooDeep === 0) {
      visit(
        levels.map(({ step }) => step),
        pending,
      );
    }
    pending = undefined;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const level = levels.at(-1);
    if (code === QUOTE) {
      const end = endOfString(text, at + 1);
      pending = { start: at + 1, end };
      at = end;
    } else if (code === COLON && level?.isArray === false && tooDeep === 0) {
      level.step = pending === undefined ? '' : text.slice(pending.start, Math.min(pending.end, pending.start + 100));
      pending = undefined;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      pending = undefined;
      if (tooDeep > 0 || levels.length >= DEEPEST) {
        tooDeep++;
      } else {
        levels.push({ isArray: code === OPEN_BRACKET, step: code === OPEN_BRACKET ? 0 : '' });
      }
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      flush();
      if (tooDeep > 0) {
        tooDeep--;
      } else if (levels.length > 1) {
        levels.pop();
      }
      const outer = levels[0];
      if (levels.length === 1 && outer !== undefined) {
        outer.step = Number(outer.step) + 1;
      }
    } else if (code === COMMA) {
      flush();
      if (level?.isArray === true && tooDeep === 0) {
        level.step = Number(level.step) + 1;
      }
    }
    at++;
  }
  flush();
}

const QUOTE = 34;
const COLON = 58;
const COMMA = 44;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Offset of the closing quote; a string that has none ends with its line. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === 10 || code === 13) {
      return at;
    }
    at += code === 92 ? 2 : 1;
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A stretch of a string without escapes, or one escape; with offsets in the JSON text. */
export interface StringPart {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What a string says, in parts. */
export function* readJsonString(text: string, { start, end }: JsonString): Generator<StringPart> {
  let at = start;
  while (at < end) {
    const slash = text.indexOf('\\', at);
    const plain = slash === -1 || slash >= end ? end : slash;
    if (plain > at) {
      yield { value: text.slice(at, plain), start: at, end: plain };
    }
    if (plain >= end) {
      return;
    }
    const mark = text.charAt(plain + 1);
    const hex = mark === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(plain + 2, plain + 6))?.[0] : undefined;
    const length = hex === undefined ? 2 : 6;
    const value = hex === undefined ? (ESCAPES[mark] ?? mark) : String.fromCharCode(Number.parseInt(hex, 16));
    yield { value, start: plain, end: Math.min(plain + length, end) };
    at = plain + length;
  }
}
