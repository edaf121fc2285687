import type { Rule, RuleSet } from './lexer';

/** Rules by the first character of what opens them; longer openers come first. */
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
