import { endOfBlock } from './comments';
import { isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';

/** `<script lang="ts">…</script>`: the content is code of another language; `undefined` leaves it unread. */
export function embeddedElement(tag: string, rulesOf: (attributes: string) => RuleSet | undefined): readonly Rule[] {
  const close = new RegExp(`</${tag}[\\s>]`, 'giu');
  return [`<${tag}`, `<${tag.toUpperCase()}`].map((open) => ({
    open,
    embeds: true as const,
    read(lexer: Lexer, at: number, limit: number) {
      if (isWord(lexer.text.charCodeAt(at + open.length)) || lexer.text.charCodeAt(at + open.length) === 45) {
        return at;
      }
      const from = endOfTag(lexer, at + open.length, limit);
      if (lexer.text.charCodeAt(from - 2) === 47) {
        return from;
      }
      close.lastIndex = from;
      const end = Math.min(close.exec(lexer.text)?.index ?? limit, limit);
      const rules = rulesOf(lexer.text.slice(at, Math.min(from, at + 500)));
      if (rules !== undefined) {
        lexer.run(rules, from, end);
      }
      return Math.max(end, from);
    },
  }));
}

/** An ordinary tag: a comment mark inside an attribute's quotes is text. */
export const tag: Rule = {
  open: '<',
  embeds: true,
  read(lexer, at, limit) {
    const next = lexer.text.charCodeAt(at + 1);
    const isTag = next === 47 || (next >= 97 && next <= 122) || (next >= 65 && next <= 90);
    return isTag ? endOfTag(lexer, at + 1, limit) : at;
  },
};

function endOfTag(lexer: Lexer, from: number, limit: number): number {
  const { text } = lexer;
  let i = from;
  while (i < limit) {
    const c = text.charAt(i);
    lexer.steps++;
    if (c === '>') {
      return i + 1;
    }
    // A tag that was no tag (`a < b`) must not swallow what follows.
    if (c === '<') {
      return i;
    }
    if ((c === '"' || c === "'") && text.charAt(i - 1) === '=') {
      const close = lexer.find(c, i + 1, limit);
      i = close === -1 ? limit : close + 1;
    } else {
      i++;
    }
  }
  return limit;
}

/** Text between two marks that is no comment: CDATA, verbatim blocks. */
export function verbatim(open: string, close: string): Rule {
  return { open, read: (lexer, at, limit) => endOfBlock(lexer, close, at + open.length, limit) };
}

/** Code of another language up to a literal: `<?php … ?>`, `<% … %>`. */
export function embeddedCode(open: string, until: string, rules: () => RuleSet): Rule {
  return {
    open,
    embeds: true as const,
    read: (lexer, at, limit) =>
      lexer.run(rules(), at + open.length, limit, { open: 0, close: until.charCodeAt(0), until }),
  };
}

/** Code of another language between brackets: `{…}` in Svelte, `@{…}` in Razor. */
export function embeddedBraces(open: string, rules: () => RuleSet): Rule {
  return {
    open,
    embeds: true as const,
    read: (lexer, at, limit) => lexer.run(rules(), at + open.length, limit, { open: 123, close: 125 }),
  };
}

/** Astro's front matter: code between two lines of dashes at the start of the file. */
export function frontMatter(rules: () => RuleSet): Rule {
  return {
    open: '---',
    embeds: true,
    read(lexer, at, limit) {
      if (at > 100 || lexer.text.slice(0, at).trim() !== '') {
        return at;
      }
      const end = lexer.find('\n---', at + 3, limit);
      if (end === -1) {
        return at;
      }
      lexer.run(rules(), at + 3, end);
      return end + 4;
    },
  };
}
