import type { Lexer } from './lexer';

/** What an opener opens. */
export interface Rule {
  /** The characters that may open it; the first is ASCII. */
  readonly open: string;
  /** Reads it from its opener on and hands out comments; returns the offset behind it, or `at` when it is not what it looked like. */
  read(lexer: Lexer, at: number, limit: number): number;
  /** Holds code of another language: what is inside is no literal. */
  readonly embeds?: true;
}

/** What ends a stretch of code: a bracket, those opened inside it aside, or with `until` a literal that starts with `close`. */
export interface Closer {
  readonly open: number;
  readonly close: number;
  readonly until?: string;
  /** A colon outside inner brackets starts a format that runs up to `close`. */
  readonly colon?: true;
}

/** The rules of a language, found by the first character of what opens them; longer openers come first. */
export interface RuleSet {
  readonly byFirst: readonly (readonly Rule[] | undefined)[];
  /** 1 for the characters that open something; all of them are ASCII. */
  readonly opens: Uint8Array;
}

export function ruleSet(rules: readonly Rule[]): RuleSet {
  const byFirst: Rule[][] = [];
  for (const rule of rules) {
    const first = rule.open.charCodeAt(0);
    (byFirst[first] ??= []).push(rule);
  }
  // The order of the table counts among openers of one length: a rule with a condition comes before the one without.
  byFirst.forEach((group) => group.sort((a, b) => b.open.length - a.open.length));
  const opens = new Uint8Array(128);
  byFirst.forEach((_, first) => (opens[first] = 1));
  return { byFirst, opens };
}
