import type { Language } from '../annotations/languages';

/** A statement longer than this is not followed upward: the cursor's own line serves. */
const LONGEST_STATEMENT = 40;

/** What ends a line that goes on below, and what starts a line that goes on from above. */
const GOES_ON_BELOW = /(?:[,([=+\-*/%&|?<\\]|=>|->|\b(?:and|or|return|extends|implements|throws))\s*$/u;
const GOES_ON_FROM_ABOVE =
  /^\s*(?:[.,?)\]&|+*/%=]|<(?![\p{L}/!>])|\?\?|:(?!:)|\b(?:and|or|extends|implements|throws)\b|\{\s*$)/u;
/** Attributes and decorators belong to the declaration below them. */
const DECORATOR = /^\s*(?:@[\p{L}_][\p{L}\p{N}_.]*|#\[|\[[\p{Lu}][\p{L}\p{N}_.]*[\]( ])/u;

/**
 * First line of the statement that a line belongs to, by the look of its lines: continuation lines are followed upward, then
 * the decorators or attributes above a declaration. It errs on the side of the cursor's own line.
 */
export function statementStart(lines: readonly string[], line: number, language: Language): number {
  let start = skipBlankLines(lines, line);
  const comment = commentStarts(language);
  for (let steps = 0; start > 0 && steps < LONGEST_STATEMENT; steps++) {
    const above = lines[start - 1] ?? '';
    const here = lines[start] ?? '';
    if (above.trim() === '' || comment.some((token) => above.trimStart().startsWith(token))) {
      break;
    }
    const goesOn = GOES_ON_BELOW.test(above) || GOES_ON_FROM_ABOVE.test(here) || DECORATOR.test(above);
    if (!goesOn || /[{;:]\s*$/u.test(above)) {
      break;
    }
    start--;
  }
  return start;
}

/** On a blank line the statement below is meant; at the end of a file, the line itself. */
function skipBlankLines(lines: readonly string[], line: number): number {
  let next = line;
  while (next < lines.length - 1 && (lines[next] ?? '').trim() === '') {
    next++;
  }
  return (lines[next] ?? '').trim() === '' ? line : next;
}

function commentStarts(language: Language): string[] {
  return [language.comment.line, language.comment.block?.[0], '*', '*/']
    .filter((token) => token !== undefined)
    .map((token) => token.trim());
}
