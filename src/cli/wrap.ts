/** Folds a line at spaces to a width in characters; words longer than the line stay whole. */
export function wrap(text: string, width: number, firstIndent: string, otherIndent: string): string {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  for (const word of text.split(/[ \t\n\r]+/u).filter((part) => part !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = otherIndent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(isEmpty ? '' : line);
  return lines.join('\n');
}
