import type { CodeLines } from '../annotations/codeLines';
import type { Declaration } from './declarations';
import type { Found, Nesting } from './nesting';

/** Lines that belong to the head or the body of the line above with the same indentation. */
const SAME_BLOCK = /^\s*(?:[()\]{}]|(?:begin|is|as|then|do|declare)\b|(?:var|const)\s*$)/iu;
/** What closes a block under the line that opened it. */
const CLOSER = /^\s*(?:end\b|[)\]}]|fi\b|done\b|esac\b|else\b|elsif\b|rescue\b|ensure\b|exception\b)/iu;

/** Declarations and what is around them by the indentation of their lines. */
export class IndentNesting implements Nesting {
  readonly byIndentation = true;
  readonly #lines: CodeLines;
  readonly #read: (line: string) => Declaration | undefined;
  readonly #endOf: ((line: number) => number) | undefined;
  readonly #found = new Map<number, Found | undefined>();
  /** -1 for lines without code. */
  readonly #indents: Int32Array;
  readonly #parents: Int32Array;
  readonly #ends: Int32Array;

  /**
   * @param indentOf the column where the code of a line starts, -1 for none
   * @param read what a line declares
   * @param endOf where a declaration ends, in languages whose statements have a mark at their end
   */
  constructor(
    lines: CodeLines,
    indentOf: (line: number) => number,
    read: (line: string) => Declaration | undefined,
    endOf?: (line: number) => number,
  ) {
    this.#lines = lines;
    this.#read = read;
    this.#endOf = endOf;
    this.#indents = new Int32Array(lines.count);
    this.#parents = new Int32Array(lines.count).fill(-1);
    this.#ends = new Int32Array(lines.count);
    this.#nest(indentOf);
  }

  declared(line: number): Found | undefined {
    if (this.#found.has(line)) {
      return this.#found.get(line);
    }
    const declaration = this.#read(this.#lines.shown(line).trimStart());
    const found =
      declaration === undefined
        ? undefined
        : {
            declaration,
            line,
            column: Math.max(this.#indents[line] ?? 0, 0),
            endLine: this.#endOf?.(line) ?? this.#ends[line] ?? line,
          };
    this.#found.set(line, found);
    return found;
  }

  enclosing(line: number, column: number): Found | undefined {
    for (let outer = this.#outerOf(line, column); outer >= 0; outer = this.#parents[outer] ?? -1) {
      const found = this.declared(outer);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  closedOn(line: number): Found | undefined {
    let above = line - 1;
    while (above >= 0 && (this.#indents[above] ?? -1) !== (this.#indents[line] ?? -1)) {
      above = (this.#indents[above] ?? -1) < 0 ? above - 1 : (this.#parents[above] ?? -1);
    }
    return above < 0 ? undefined : (this.declared(above) ?? this.enclosing(above, 0));
  }

  #outerOf(line: number, column: number): number {
    if ((this.#indents[line] ?? -1) >= 0) {
      return this.#parents[line] ?? -1;
    }
    let above = line - 1;
    while (above >= 0 && (this.#indents[above] ?? -1) < 0) {
      above--;
    }
    while (above >= 0 && (this.#indents[above] ?? -1) >= column) {
      above = this.#parents[above] ?? -1;
    }
    return above;
  }

  /** One pass with a stack of open lines: parents, and the last line of each one's block. */
  #nest(indentOf: (line: number) => number): void {
    const open: number[] = [];
    let last = -1;
    for (let line = 0; line < this.#lines.count; line++) {
      const indent = indentOf(line);
      this.#indents[line] = indent;
      if (indent < 0) {
        continue;
      }
      const isSame = SAME_BLOCK.test(this.#lines.code(line));
      let top = open.at(-1);
      while (top !== undefined && this.#isClosedBy(top, indent, isSame)) {
        const isCloser = (this.#indents[top] ?? 0) === indent && CLOSER.test(this.#lines.code(line));
        this.#ends[top] = isCloser ? line : last;
        open.pop();
        top = open.at(-1);
      }
      this.#parents[line] = top ?? -1;
      if (top === undefined || (this.#indents[top] ?? 0) < indent) {
        open.push(line);
      }
      this.#ends[line] = line;
      last = line;
    }
    for (const line of open) {
      this.#ends[line] = last;
    }
  }

  #isClosedBy(top: number, indent: number, isSame: boolean): boolean {
    const own = this.#indents[top] ?? 0;
    return isSame ? own > indent : own >= indent;
  }
}
