import type { RuleSet } from '../lexing/lexer';

/** How comments are written when one is inserted. */
export interface CommentTokens {
  readonly line?: string;
  readonly block?: readonly [string, string];
}

/** One language of the table. */
export interface Language {
  /** VS Code's language id where it has one. */
  readonly id: string;
  readonly name: string;
  /** Other ids by which editors know it. */
  readonly ids: readonly string[];
  /** Without the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whole file names, lower case; `*` may stand at the end. */
  readonly filenames: readonly string[];
  /** Interpreters named on a first line that starts with `#!`. */
  readonly interpreters: readonly string[];
  readonly comment: CommentTokens;
  /** Prose has no comment syntax of its own: a line that starts with the marker counts. */
  readonly prose: boolean;
  /** Built when first needed: most languages of the table are in no given folder. */
  readonly rules: () => RuleSet;
}
