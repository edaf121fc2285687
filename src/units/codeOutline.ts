import { ONLY_CLOSERS, WITHOUT_CODE } from '../annotations/codeAnchor';
import type { Language } from '../annotations/data/language';
import type { CodeUnit } from '../annotations/model';
import { unitsIn } from './codeUnitsOf';
import { isOnlyImports } from './importLines';
import { LexedText } from './lexedText';
import type { ParseSyntax } from './syntaxTree';

/** All that a text declares. */
export interface CodeOutline {
  /** Each once, in their order. */
  readonly units: readonly CodeUnit[];
  readonly lines: number;
  /**
   * What sort of text it is: `code`; `data`, whose parts are keys and rules rather than pieces of code; `nothing`, where it is prose, JSON, of an
   * unknown language, or holds imports alone.
   */
  readonly sort: 'code' | 'data' | 'nothing';
}

const DATA = new Set('yaml toml ini properties dotenv css scss html'.split(' '));
/** JSON is written by programs, and has no comments to claim it in. */
const NO_CODE = new Set(['json', 'jsonc', 'unknown']);

/** @param parse as for `codeUnitsOf` */
export function codeOutlineOf(text: string, language: Language, parse?: ParseSyntax): CodeOutline {
  const code = new LexedText(text, language);
  const { lines } = code;
  const all = Array.from({ length: lines.count }, (_, line) => line);
  // Nothing is declared by a line that is blank or only closes something.
  const telling = all.filter((line) => !lines.isBlank(line) && !ONLY_CLOSERS.test(lines.shown(line)));
  const units = unitsIn(
    code,
    telling.map((line) => lines.startOf(line)),
    parse,
  );
  return {
    units: [...new Set(units)].filter((unit) => unit !== undefined),
    lines: lines.count - (text.endsWith('\n') ? 1 : 0),
    sort: sortOf(language, () => isOnlyImports(all.map((line) => lines.shown(line).trim()))),
  };
}

function sortOf({ id }: Language, isEmpty: () => boolean): CodeOutline['sort'] {
  if (WITHOUT_CODE.has(id) || NO_CODE.has(id) || isEmpty()) {
    return 'nothing';
  }
  return DATA.has(id) ? 'data' : 'code';
}
