import { languageForDocument, languageForPath } from '../annotations/languages';
import type { FileSystem } from '../base/ports';
import { LineMap } from '../base/text';
import { codeOutlineOf } from '../units/codeOutline';
import { codeUnitsOf } from '../units/codeUnitsOf';
import type { SyntaxParsers } from '../units/syntaxParsers';
import { decodeText } from '../base/decodeText';
import type { UnitAnswer, UnitQuestion } from './unitReading';
import { workOff } from './workOff';

/** Files that are being read at the same time. */
const AHEAD = 4;

/** Answers which code the annotations of a file speak of, from its text. */
export class UnitReader {
  readonly #fs: Pick<FileSystem, 'read'>;
  readonly #parsers: SyntaxParsers;

  constructor(fs: Pick<FileSystem, 'read'>, parsers: SyntaxParsers) {
    this.#fs = fs;
    this.#parsers = parsers;
  }

  /**
   * Answers several questions; the next files are read while one is looked into.
   * @param isEnough asked before each file
   */
  async answerAll(
    questions: readonly UnitQuestion[],
    marker: string,
    isEnough: () => boolean = () => false,
  ): Promise<UnitAnswer[]> {
    const answers: UnitAnswer[] = [];
    await workOff(questions, AHEAD, async (question) => {
      if (!isEnough()) {
        answers.push(await this.answer(question, marker));
      }
    });
    return answers;
  }

  async answer({ file, buffer, places, tag }: UnitQuestion, marker: string): Promise<UnitAnswer> {
    const about = tag === undefined ? { file } : { file, tag };
    const text = buffer?.text ?? (await this.#textOf(file));
    if (text === undefined) {
      return about;
    }
    const languageId = buffer?.languageId;
    const language =
      languageId === undefined ? languageForPath(file, text) : languageForDocument(file, languageId, text);
    const parse = await this.#parsers.parserOf(language, text);
    if (places === 'lines') {
      const { units, ...outline } = codeOutlineOf(text, language, parse);
      return { ...about, units, outline };
    }
    const lines = new LineMap(text);
    const starts = places.map((place) => lines.offsetAt(place));
    if (!starts.every((start) => text.startsWith(marker, start))) {
      return about;
    }
    return { ...about, units: codeUnitsOf(text, language, starts, parse).map((unit) => unit ?? null) };
  }

  /** As the scan reads it; `undefined` for a file that is gone or unreadable, which the scan reports. */
  async #textOf(file: string): Promise<string | undefined> {
    const bytes = await this.#fs.read(file).catch(() => undefined);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded === undefined || 'binary' in decoded ? undefined : decoded.text;
  }
}
