import type { Language } from '../annotations/data/language';
import type { CodeUnit } from '../annotations/model';
import { CodeUnits } from './codeUnits';
import { LexedText } from './lexedText';
import { roughNesting } from './roughNesting';
import { SyntaxNesting } from './syntaxNesting';
import type { ParseSyntax } from './syntaxTree';

/**
 * What the annotations of a text speak of: the declaration that follows their comment, or stands on their line, or encloses them.
 * @param starts offsets of the annotations, in UTF-16 units
 * @param parse reads the syntax of that language; without it, and where the syntax is broken, the look of lines and blocks decides
 */
export function codeUnitsOf(
  text: string,
  language: Language,
  starts: readonly number[],
  parse?: ParseSyntax,
): (CodeUnit | undefined)[] {
  return starts.length === 0 ? [] : unitsIn(new LexedText(text, language), starts, parse);
}

/** The same of a text that has been lexed. */
export function unitsIn(
  code: LexedText,
  starts: readonly number[],
  parse: ParseSyntax | undefined,
): (CodeUnit | undefined)[] {
  const rough = roughNesting(code);
  const tree = parse?.(code);
  try {
    const units = new CodeUnits(code, tree === undefined ? rough : new SyntaxNesting(code, tree, rough));
    return starts.map((start) => units.unitOf(start));
  } finally {
    tree?.dispose();
  }
}
