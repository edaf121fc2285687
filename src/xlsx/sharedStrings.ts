import { message } from '../base/message';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetRefusal } from './refusal';
import { readXml, type XmlHandler } from './xmlPart';
import type { ZipArchive } from './zipArchive';

/** Counts the texts that are kept. */
export class TextBudget {
  readonly #most: number;
  #kept = 0;

  constructor({ characters }: SpreadsheetLimits) {
    this.#most = characters;
  }

  /** @throws SpreadsheetRefusal */
  keep(text: string): string {
    // An empty text costs its place too.
    this.#kept += text.length + 4;
    if (this.#kept > this.#most) {
      throw new SpreadsheetRefusal(
        message('This file holds more text than {0} million characters', Math.floor(this.#most / 1_000_000)),
        message('Copy the sheet of the requirements into a workbook of its own, and take that'),
      );
    }
    return text;
  }
}

/** Puts the runs of one text together; what is written above East Asian characters to read them by is no part of it. */
export class RichText {
  #text = '';
  #isInText = false;
  #phonetic = 0;

  get whole(): string {
    return unescaped(this.#text);
  }

  clear(): void {
    this.#text = '';
    this.#isInText = false;
    this.#phonetic = 0;
  }

  open(name: string): void {
    this.#isInText = name === 't';
    this.#phonetic += name === 'rPh' ? 1 : 0;
  }

  text(text: string): void {
    if (this.#isInText && this.#phonetic === 0) {
      this.#text += text;
    }
  }

  close(name: string): void {
    this.#isInText = false;
    this.#phonetic -= name === 'rPh' ? 1 : 0;
  }
}

/** The texts that cells refer to by number, formats dropped. */
export async function sharedStrings(
  archive: ZipArchive,
  part: string,
  budget: TextBudget,
  breathe?: () => Promise<void>,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') {
        rich.clear();
      }
      rich.open(name);
    },
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name === 'si') {
        strings.push(budget.keep(rich.whole));
      }
    },
  };
  await readXml(archive, part, handler, breathe);
  return strings;
}

/** `_x000D_` is how SpreadsheetML writes a character by its number. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
