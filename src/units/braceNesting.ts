import type { BraceBlocks } from './braceBlocks';
import type { CodeLines } from '../annotations/codeLines';
import { firstNonBlank } from '../annotations/decorators';
import type { Declaration } from './declarations';
import type { Found, Nesting } from './nesting';

/** How many lines a head may have: a signature with a parameter on each line is long. */
const LONGEST_HEAD = 60;

/** What starts a line that goes on from the one above, and what ends a line that goes on below. */
const GOES_ON_FROM_ABOVE =
  /^\s*(?:$|[{.?:+=&|,)\]]|->|(?:where|throws|extends|implements|with|const|noexcept|override|returns|requires|ensures|modifies|decreases|reads)\b)/u;
const GOES_ON_BELOW = /(?:[,=(+|?:&]|=>|->)\s*$/u;

/** C's style of a return type on its own line, and template heads. */
const TYPE_ALONE = /^\s*(?!return\b|else\b|do\b|try\b)[\p{L}_][\p{L}\p{N}_:<>,\s*&]*$/u;

/** After a block that was a type (`f(): { a: string } {`) the head goes on. */
const GOES_ON_AFTER_BLOCK = /^\s*[{>|&[=]/u;

interface Head {
  readonly text: string;
  /** The block that the head opens. */
  readonly block?: number;
  readonly endLine: number;
}

/** Declarations and what is around them, in languages whose blocks stand in braces. */
export class BraceNesting implements Nesting {
  readonly byIndentation = false;
  readonly #lines: CodeLines;
  readonly #blocks: BraceBlocks;
  readonly #read: (head: string) => Declaration | undefined;
  readonly #heads = new Map<number, Found | undefined>();

  /** @param read what a head declares */
  constructor(lines: CodeLines, blocks: BraceBlocks, read: (head: string) => Declaration | undefined) {
    this.#lines = lines;
    this.#blocks = blocks;
    this.#read = read;
  }

  declared(line: number, column: number): Found | undefined {
    const head = this.#headFrom(line, column);
    const declaration = this.#read(head.text);
    if (declaration === undefined || (declaration.form === 'body' && head.block === undefined)) {
      return undefined;
    }
    return { declaration, line, column, endLine: head.endLine };
  }

  enclosing(line: number, column: number): Found | undefined {
    let block = this.#blocks.enclosing(this.#lines.startOf(line) + column);
    for (; block !== -1; block = this.#blocks.parentOf(block)) {
      const found = this.#headOf(block);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** The declaration whose block is closed by the line's last brace. */
  closedOn(line: number): Found | undefined {
    const brace = this.#lines.code(line).lastIndexOf('}');
    return brace === -1 ? undefined : this.enclosing(line, brace);
  }

  #headOf(block: number): Found | undefined {
    if (this.#heads.has(block)) {
      return this.#heads.get(block);
    }
    const found = this.#readHeadOf(block);
    this.#heads.set(block, found);
    return found;
  }

  /** Reads upward from a block's brace to the start of the head that it belongs to. */
  #readHeadOf(block: number): Found | undefined {
    const open = this.#blocks.openOf(block);
    const last = this.#lines.lineAt(open);
    const endLine = this.#lines.lineAt(this.#blocks.closeOf(block));
    let text = '{';
    let depth = 0;
    let found: Found | undefined;
    for (let line = last; line >= 0 && last - line < LONGEST_HEAD; line--) {
      const to = line === last ? open - this.#lines.startOf(line) : this.#lines.code(line).length;
      const piece = lastStatement(this.#lines.code(line).slice(0, to), depth);
      depth = piece.depth;
      const own = this.#lines.shown(line).slice(piece.from, to);
      text = `${own} ${text}`;
      if (depth > 0 && !piece.isWhole) {
        continue;
      }
      const declaration = this.#read(text.trimStart()) ?? (piece.isArgument ? this.#callOn(line, to) : undefined);
      const isType = line > 0 && !piece.isWhole && TYPE_ALONE.test(this.#lines.code(line - 1));
      if (declaration !== undefined) {
        const column = piece.isArgument ? firstNonBlank(this.#lines.code(line)) : piece.from + firstNonBlank(own);
        found = { declaration, line, column, endLine };
      }
      if ((declaration !== undefined && !(declaration.form === 'body' && isType)) || piece.isWhole) {
        return found;
      }
      if (!isType && !GOES_ON_FROM_ABOVE.test(own)) {
        return found;
      }
      if (/[;{}]\s*$/u.test(this.#lines.code(line - 1))) {
        return found;
      }
    }
    return found;
  }

  /** A block that is an argument belongs to the call where the call declares something: a test, a route. */
  #callOn(line: number, to: number): Declaration | undefined {
    const declaration = this.#read(this.#lines.shown(line).slice(0, to).trimStart());
    return declaration?.kind === 'test' || declaration?.kind === 'route' ? declaration : undefined;
  }

  /** Reads downward from the start of a declaration to its block, or to its end where it has none. */
  #headFrom(from: number, column: number): Head {
    const last = Math.min(from + LONGEST_HEAD, this.#lines.count);
    let text = '';
    let depth = 0;
    let at = column;
    for (let line = from; line < last; line++) {
      const code = this.#lines.code(line);
      const start = at;
      for (; at < code.length; at++) {
        const mark = code.charCodeAt(at);
        if (mark === 40 || mark === 91) {
          depth++;
        } else if (mark === 41 || mark === 93) {
          depth--;
        } else if (mark === 59 && depth <= 0) {
          return { text: text + this.#lines.shown(line).slice(start, at), endLine: line };
        } else if (mark === 123) {
          const block = this.#blocks.openedAt(this.#lines.startOf(line) + at);
          const close = this.#blocks.closeOf(block);
          const closeLine = this.#lines.lineAt(close);
          const behind = close - this.#lines.startOf(closeLine) + 1;
          if (depth <= 0 && !GOES_ON_AFTER_BLOCK.test(this.#lines.code(closeLine).slice(behind))) {
            return { text: text + this.#lines.shown(line).slice(start, at + 1), block, endLine: closeLine };
          }
          if (closeLine !== line) {
            return { ...this.#rest(text + this.#lines.shown(line).slice(start, at), closeLine, behind, depth), block };
          }
          at = behind - 1;
        }
      }
      text += `${this.#lines.shown(line).slice(start)} `;
      const goesOn =
        depth > 0 ||
        GOES_ON_BELOW.test(code) ||
        (line + 1 < last && this.#lines.code(line + 1).trim() !== '' && this.#isContinuedBy(code, line + 1));
      if (!goesOn) {
        return { text, endLine: line };
      }
      at = 0;
    }
    return { text, endLine: from };
  }

  #isContinuedBy(code: string, next: number): boolean {
    const below = this.#lines.code(next);
    return GOES_ON_FROM_ABOVE.test(below) || (TYPE_ALONE.test(code) && /^\S.*\(/u.test(below));
  }

  /** Where a call that holds the block of a function (`it('…', () => { … })`) ends. */
  #rest(text: string, from: number, column: number, openDepth: number): Head {
    let depth = openDepth;
    let at = column;
    for (let line = from; line < Math.min(from + LONGEST_HEAD, this.#lines.count); line++) {
      const code = this.#lines.code(line);
      for (; at < code.length; at++) {
        const mark = code.charCodeAt(at);
        depth += mark === 40 || mark === 91 ? 1 : mark === 41 || mark === 93 ? -1 : 0;
        if (depth <= 0) {
          return { text, endLine: line };
        }
      }
      at = 0;
    }
    return { text, endLine: from };
  }
}

interface Piece {
  readonly from: number;
  readonly depth: number;
  /** It starts there, not on a line above. */
  readonly isWhole: boolean;
  /** It starts behind a parenthesis that is still open. */
  readonly isArgument: boolean;
}

/** From where on a line of code is one statement, read backward. */
function lastStatement(code: string, openDepth: number): Piece {
  let depth = openDepth;
  for (let i = code.length - 1; i >= 0; i--) {
    const mark = code.charCodeAt(i);
    if (mark === 41 || mark === 93) {
      depth++;
    } else if (mark === 125) {
      if (code.slice(0, i).trim() === '') {
        return { from: i + 1, depth, isWhole: true, isArgument: false };
      }
      depth++;
    } else if (mark === 40 || mark === 91 || mark === 123) {
      if (depth === 0) {
        return { from: i + 1, depth, isWhole: true, isArgument: mark === 40 };
      }
      depth--;
    } else if (mark === 59 && depth === 0) {
      return { from: i + 1, depth, isWhole: true, isArgument: false };
    }
  }
  return { from: 0, depth, isWhole: false, isArgument: false };
}
