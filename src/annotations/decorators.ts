import type { CodeLines } from './codeLines';

/** Lines of a preprocessor that stand between a comment and the code it speaks of. */
export const CONDITIONAL = /^\s*#\s*(?:if|ifdef|ifndef|endif|else|elif|pragma|region|endregion|nullable)\b/u;
/** Attributes and decorators stand between a comment and its declaration, or before it on its line. */
const DECORATOR = /^\s*(?:@(?!interface\b)[\p{L}_][\p{L}\p{N}_.]*|#!?(?=\[)|template\b\s*(?=<)|(?=\[[\p{Lu}]))/u;
/** Decorators, and the lines between them. */
const MOST_DECORATORS = 60;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' };

/** Where the declaration stands that decorators start; `undefined` when nothing follows them up to the line `last`. */
export function behindDecorators(
  lines: CodeLines,
  from: number,
  column: number,
  last: number,
): { readonly line: number; readonly column: number } | undefined {
  let line = from;
  let at = column;
  for (let steps = 0; line <= last && steps < MOST_DECORATORS; steps++) {
    const code = lines.code(line);
    const rest = code.slice(at);
    if (rest.trim() === '' || CONDITIONAL.test(rest)) {
      line++;
      at = 0;
      continue;
    }
    const decorator = DECORATOR.exec(rest)?.[0];
    if (decorator === undefined) {
      return { line, column: at + firstNonBlank(rest) };
    }
    const end = endOfBrackets(lines, line, at + decorator.length, last);
    if (end === undefined) {
      return undefined;
    }
    ({ line, column: at } = end);
  }
  return undefined;
}

/** Behind the brackets that open at a place; the place itself where none do, `undefined` where they do not close. */
function endOfBrackets(
  lines: CodeLines,
  from: number,
  column: number,
  last: number,
): { readonly line: number; readonly column: number } | undefined {
  const first = lines.code(from).slice(column);
  const start = column + firstNonBlank(first);
  const open = first.trimStart().charAt(0);
  const close = BRACKETS[open];
  if (close === undefined) {
    return { line: from, column };
  }
  let depth = 0;
  let at = start;
  for (let line = from; line <= last; line++) {
    const code = lines.code(line);
    for (; at < code.length; at++) {
      const mark = code.charAt(at);
      depth += mark === open ? 1 : mark === close ? -1 : 0;
      if (depth === 0) {
        return { line, column: at + 1 };
      }
    }
    at = 0;
  }
  return undefined;
}

/** Column of the first character that is no blank; the line's length when there is none. */
export function firstNonBlank(line: string): number {
  return line.length - line.trimStart().length;
}
