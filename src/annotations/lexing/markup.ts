import { endOfBlock, type Condition } from './comments';
import { isSpace, isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import { readString } from './strings';

/** `<script lang="ts">…</script>`: the content is code of another language; `undefined` leaves it unread. */
export function embeddedElement(tag: string, rulesOf: (attributes: string) => RuleSet | undefined): readonly Rule[] {
  const close = new RegExp(`</${tag}[\\s>]`, 'giu');
  const capital = tag.charAt(0).toUpperCase() + tag.slice(1);
  return [`<${tag}`, `<${tag.toUpperCase()}`, `<${capital}`].map((open) => ({
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

/**
 * An ordinary tag: a comment mark inside an attribute's quotes is text.
 * @param rules of the code between brackets in it
 */
export function tagWith(rules?: () => RuleSet): Rule {
  return {
    open: '<',
    embeds: true,
    read(lexer, at, limit) {
      const next = lexer.text.charCodeAt(at + 1);
      const isTag = next === 47 || (next >= 97 && next <= 122) || (next >= 65 && next <= 90);
      return isTag ? endOfTag(lexer, at + 1, limit, rules) : at;
    },
  };
}

export const tag = tagWith();

function endOfTag(lexer: Lexer, from: number, limit: number, rules?: () => RuleSet): number {
  const { text } = lexer;
  let i = from;
  let isValue = false;
  while (i < limit) {
    const c = text.charAt(i);
    lexer.steps++;
    const wasValue = isValue;
    isValue = c === '=' || (isValue && isSpace(text.charCodeAt(i)));
    if (c === '{' && rules !== undefined) {
      i = lexer.run(rules(), i + 1, limit, { open: 123, close: 125 });
      continue;
    }
    if (c === '"' && wasValue && rules !== undefined) {
      i = readString(lexer, i + 1, c, limit, { multiline: true, escape: 'none', interpolation: '{', rules });
      continue;
    }
    if (c === '>') {
      return i + 1;
    }
    // A tag that was no tag (`a < b`) must not swallow what follows.
    if (c === '<') {
      return i;
    }
    if ((c === '"' || c === "'") && wasValue) {
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

/** Code of another language up to a literal that ends it wherever it stands: `<% … %>`. */
export function cutCode(open: string, until: string, rules: () => RuleSet, when?: Condition): Rule {
  return {
    open,
    embeds: true as const,
    read(lexer, at, limit) {
      if (when !== undefined && !when(lexer, at)) {
        return at;
      }
      const found = lexer.find(until, at + open.length, limit);
      const end = found === -1 ? limit : found;
      lexer.run(rules(), at + open.length, end);
      return Math.min(end + until.length, limit);
    },
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
