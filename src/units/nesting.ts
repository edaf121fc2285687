import type { Declaration } from './declarations';

/** A declaration where it stands. */
export interface Found {
  readonly declaration: Declaration;
  /** Of its head, decorators passed over. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Offsets of all of it, decorators included; from its head to the end of its last line where they are not known better. */
  readonly span?: readonly [from: number, to: number];
}

/** How the declarations of a text stand in one another; lines and columns from 0. */
export interface Nesting {
  /** Blocks are made by indentation: a comment belongs to the one that it is indented like. */
  readonly byIndentation: boolean;
  /** What is declared by the code that starts at a place. */
  declared(line: number, column: number): Found | undefined;
  /** The innermost declaration around a place of code; in a line without code of its own, `column` is a comment's indentation. */
  enclosing(line: number, column: number): Found | undefined;
  /** The declaration that a line of nothing but closing marks ends. */
  closedOn(line: number): Found | undefined;
}
