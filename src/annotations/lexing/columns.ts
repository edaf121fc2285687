import { isBreak, isSpace } from './characters';
import type { Rule } from './lexer';
import { inFirstColumn, type Condition } from './comments';

/** COBOL's fixed form: `*` or `/` in column 7 makes the line a comment; columns 1 to 6 hold the line's number or name. */
export const cobolColumnSeven: readonly Rule[] = ['*', '/'].map((open) => ({
  open,
  read(lexer, at, limit) {
    const start = at - 6;
    if (
      start < 0 ||
      !inFirstColumn(lexer, start) ||
      !/^(?:[0-9 ]{6}|(?=.*[0-9])[A-Za-z0-9]{6})$/u.test(lexer.text.slice(start, at))
    ) {
      return at;
    }
    const end = lexer.lineEnd(at, limit);
    lexer.emit(at, end);
    return end;
  },
}));

/** Fortran's fixed form: a letter or a star in column 1 makes the line a comment. */
export const fortranColumnOne: readonly Rule[] = ['C', 'c', '*', 'D', 'd'].map((open) => ({
  open,
  read(lexer, at, limit) {
    if (!inFirstColumn(lexer, at)) {
      return at;
    }
    const end = lexer.lineEnd(at, limit);
    lexer.emit(at, end);
    return end;
  },
}));

/** YAML's block scalars (`key: |`, `- >2-`): their lines, more indented than the key's, are text. */
export const yamlBlockScalar: readonly Rule[] = ['|', '>'].map((open) => ({
  open,
  read(lexer, at, limit) {
    const { text } = lexer;
    const lineEnd = lexer.lineEnd(at, limit);
    if (lineEnd - at > 500 || !/^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/u.test(text.slice(at, lineEnd))) {
      return at;
    }
    let start = at;
    while (start > 0 && !isBreak(text.charCodeAt(start - 1))) {
      start--;
    }
    const before = text.slice(start, at);
    if (before.length > 500 || !maySetValue(before)) {
      return at;
    }
    const hash = lexer.find('#', at, lineEnd);
    if (hash !== -1) {
      lexer.emit(hash, lineEnd);
    }
    const explicit = /[1-9]/u.exec(text.slice(at, at + 3))?.[0];
    return endOfIndented(text, lineEnd, limit, indentOfParent(before), explicit === undefined ? 0 : Number(explicit));
  },
}));

/** Whether a value may stand behind the start of a line. In two steps, since one pattern would try every way to part the line in three. */
function maySetValue(before: string): boolean {
  const behindDashes = before.replace(/^ *(?:(?:-|---|\?)[ \t]+)*/u, '');
  return /^(?:[^#]*:[ \t]+)?(?:[!&]\S+[ \t]+)*$/u.test(behindDashes);
}

/** Column of what the scalar belongs to: its key, or the dash of its list item. */
function indentOfParent(before: string): number {
  if (before.startsWith('---')) {
    return -1;
  }
  const marks = /^[ -]*/u.exec(before)?.[0] ?? '';
  return marks.length < before.length && !/^[!&]/u.test(before.slice(marks.length))
    ? marks.length
    : marks.lastIndexOf('-');
}

/**
 * The text of a scalar is indented as its first line is, and deeper than its parent; a comment that is less indented ends it.
 * @param explicit how much deeper than its parent, where the author says so
 */
function endOfIndented(text: string, from: number, limit: number, parent: number, explicit: number): number {
  let end = from;
  let indent = explicit === 0 ? -1 : parent + explicit;
  while (end < limit) {
    const lineStart = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    let i = lineStart;
    while (i < limit && text.charCodeAt(i) === 32) {
      i++;
    }
    const isBlank = i >= limit || isBreak(text.charCodeAt(i));
    if (!isBlank) {
      if (indent === -1 && i - lineStart > parent) {
        indent = i - lineStart;
      }
      if (indent === -1 || i - lineStart < indent) {
        return end;
      }
    }
    while (i < limit && !isBreak(text.charCodeAt(i))) {
      i++;
    }
    end = Math.max(i, lineStart);
  }
  return Math.min(end, limit);
}

/** A YAML string is one only where a value starts: the apostrophe of « l'annuaire » is a letter. */
export const whereYamlValueStarts = (lexer: { readonly text: string }, at: number): boolean => {
  let i = at - 1;
  while (i >= 0 && (lexer.text.charCodeAt(i) === 32 || lexer.text.charCodeAt(i) === 9)) {
    i--;
  }
  const before = i < 0 ? '\n' : lexer.text.charAt(i);
  return '\n\r[{,'.includes(before) || (':-?'.includes(before) && i < at - 1) || (before === ':' && i === at - 1);
};

/** Quotes stop a comment only in a Makefile's recipe, which a shell reads. */
export const inRecipe: Condition = (lexer, at) => lexer.text.charCodeAt(lexer.lineStart(at)) === 9;

export const notEscaped = (lexer: { readonly text: string }, at: number): boolean =>
  at === 0 || lexer.text.charCodeAt(at - 1) !== 92;

/** Erlang's and Elixir's `$"`, `?#`: the character after the mark means itself. */
export function characterAfter(mark: string): Rule {
  return {
    open: mark,
    read(lexer, at) {
      const before = at === 0 ? 32 : lexer.text.charCodeAt(at - 1);
      const isOperator = (before >= 48 && before <= 57) || (before >= 97 && before <= 122) || before === 41;
      const next = lexer.text.charCodeAt(at + 1);
      return isOperator || isSpace(next) ? at : next === 92 ? at + 3 : at + 2;
    },
  };
}
