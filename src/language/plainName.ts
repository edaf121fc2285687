/** Longer ones are no names of people. */
const LONGEST = 200;

/** A name as it may stand in a line: without control characters or blanks around it. */
export function plainName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
