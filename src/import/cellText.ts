/** A text of a cell for people: line ends alike, no characters that no text has, no blanks around it nor at the ends of its lines. */
export function tidyText(cell: string): string {
  return cell
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('\n')
    .map((line) => trimBlanks(line, true))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '')
    .trim();
}

/** A text of a cell that is a value: on one line. */
export function tidyValue(cell: string): string {
  return trimBlanks(tidyText(cell).replace(/[\s\u00a0]+/gu, ' '), false);
}

/** What people write in a cell to say that it is empty on purpose. */
export function isBlankValue(text: string): boolean {
  return text === '' || /^(?:[-–—./]+|n\/?a|n\.a\.|s\.?o\.?|sans objet|n[ée]ant|none|aucune?)$/iu.test(text);
}

function trimBlanks(text: string, endOnly: boolean): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  let start = 0;
  while (!endOnly && start < end && isBlank(text.charCodeAt(start))) {
    start++;
  }
  return text.slice(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x202f || (unit >= 0x2000 && unit <= 0x200b);
}
