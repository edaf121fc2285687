import type { CodeLines } from '../annotations/codeLines';

/** How far down the end of a statement is looked for. In lines. */
const LONGEST_STATEMENT = 5000;

const HAS_BODY = /^\s*(?:create\s+(?:or\s+\w+\s+)?)?(?:\w+\s+)*?(?:function|procedure|trigger|package|type\s+body)\b/iu;
const NEXT_STATEMENT = /^\s*(?:create|alter|drop|grant)\b/iu;
const END_OF_BATCH = /^\s*(?:go|\/)\s*$/iu;
const DOLLAR = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/gu;

/** The line where the statement ends that starts on a line: its semicolon, or the end of its body where it has one. */
export function endOfSqlStatement(lines: CodeLines, start: number): number {
  const last = Math.min(lines.count - 1, start + LONGEST_STATEMENT);
  const head = lines.code(start);
  const hasBody = HAS_BODY.test(head);
  const indent = head.length - head.trimStart().length;
  let tag: string | undefined;
  let isOpen = false;
  for (let line = start; line <= last; line++) {
    const code = lines.code(line);
    for (const [mark] of code.matchAll(DOLLAR)) {
      isOpen = isOpen ? mark !== tag : true;
      tag = isOpen ? (tag ?? mark) : undefined;
    }
    if (isOpen) {
      continue;
    }
    if (END_OF_BATCH.test(code) || (line > start && NEXT_STATEMENT.test(code) && indent === 0 && !/^\s/u.test(code))) {
      return line - 1;
    }
    if (/;\s*$/u.test(code) && (!hasBody || isEndOfBody(lines, line, indent, start))) {
      return line;
    }
  }
  return last;
}

function isEndOfBody(lines: CodeLines, line: number, indent: number, start: number): boolean {
  const code = lines.code(line);
  const isEnd = /^\s*end\b/iu.test(code) && code.length - code.trimStart().length <= indent;
  // A declaration alone, or a body in dollar quotes, which was passed over.
  return isEnd || line === start || /\$\s*(?:language\s+\w+\s*)?;\s*$|^\s*(?:\)|language\b)/iu.test(code);
}
