import type { Declaration } from './declarations';

/** A declaration where it stands. */
export interface Found {
  readonly declaration: Declaration;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** How the declarations of a text stand in one another; lines and columns from 0. */
export interface Nesting {
  /** What is declared by the code that starts at a place. */
  declared(line: number, column: number): Found | undefined;
  /** The innermost declaration around a place of code. */
  enclosing(line: number, column: number): Found | undefined;
  /** The declaration that a line of nothing but closing marks ends. */
  closedOn(line: number): Found | undefined;
}
