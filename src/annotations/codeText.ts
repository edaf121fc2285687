import type { LineMap, Range } from '../base/text';
import type { Language } from './data/language';
import { declarationIn, keyIn, sqlDeclarationIn, type Declaration } from './declarations';
import type { CodeUnit } from './model';

/** How far below an annotation its declaration is looked for, decorators and blank lines passed over. In lines. */
const LOOK_DOWN = 40;

/** How far up an enclosing declaration, and how far down an end, is looked for. In lines. */
const LONGEST_UNIT = 5000;

/** More levels than a name should show. */
const MAX_LEVELS = 4;

const SNIPPET_LENGTH = 120;

/** Languages whose blocks stand in braces; the others are read by their indentation. */
const BRACES = new Set(
  'typescript javascript java kotlin scala groovy c cpp csharp go rust swift dart dafny protobuf solidity zig verilog css scss hcl d php perl powershell r tcl nginx jsonc'.split(
    ' ',
  ),
);

const SQL = new Set(['sql', 'plsql']);

const CONFIGURATION = new Set('yaml toml ini properties dotenv jsonc'.split(' '));

/** Annotations, attributes and decorators stand between a comment and its declaration. */
const DECORATOR = /^\s*(?:@[\p{L}_][\p{L}\p{N}_.]*(?:\s*\(.*\)?)?\s*$|#!?\[|\[[\p{Lu}][^\]]*\]\s*$|template\s*<)/u;

/**
 * The code between the comments of one text, for finding what an annotation speaks of. Nothing is computed before the first question, and
 * the questions of one text share the work: the whole stays linear in its length.
 */
export class CodeText {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #language: Language;
  readonly #blanks: { readonly start: number; readonly end: number }[] = [];
  readonly #units = new Map<number, CodeUnit | undefined>();
  #code: readonly string[] | undefined;
  #depths: Int32Array | undefined;

  constructor(text: string, lines: LineMap, language: Language) {
    this.#text = text;
    this.#lines = lines;
    this.#language = language;
  }

  addComment(start: number, end: number): void {
    this.#blanks.push({ start, end });
  }

  addLiteral(start: number, end: number): void {
    this.#blanks.push({ start, end });
  }

  /** The declaration that follows an annotation, or that stands on its line, or that encloses it. */
  unitFor(range: Range): CodeUnit | undefined {
    const target = this.#targetLine(range);
    if (target !== undefined) {
      const own = this.#unitAt(target);
      if (own !== undefined) {
        return own;
      }
    }
    return this.#enclosing(target ?? range.start.line, range.start.line);
  }

  /** The line of code that an annotation speaks of, trimmed and shortened; empty where there is none. */
  snippetFor(range: Range): string {
    const target = this.#targetLine(range);
    if (target === undefined) {
      return '';
    }
    const start = this.#lines.lineStart(target);
    const line = this.#text.slice(start, Math.min(this.#lines.lineStart(target + 1), start + 2000));
    const shown = line.replace(/\s+/gu, ' ').trim();
    return shown.length > SNIPPET_LENGTH ? `${shown.slice(0, SNIPPET_LENGTH - 1)}…` : shown;
  }

  /** The annotation's own line when code shares it, else the next line with code. */
  #targetLine(range: Range): number | undefined {
    const code = this.#codeLines();
    const { line } = range.start;
    if ((code[line] ?? '').trim() !== '' && !/^[\s{}()[\];,*]*$/u.test(code[line] ?? '')) {
      return line;
    }
    const last = Math.min(range.end.line + LOOK_DOWN, code.length - 1);
    for (let next = range.end.line + 1; next <= last; next++) {
      const text = code[next] ?? '';
      if (text.trim() !== '' && !DECORATOR.test(text)) {
        return next;
      }
    }
    return undefined;
  }

  #unitAt(line: number): CodeUnit | undefined {
    if (this.#units.has(line)) {
      return this.#units.get(line);
    }
    const declaration = this.#declarationAt(line);
    const unit =
      declaration === undefined
        ? undefined
        : {
            kind: declaration.kind,
            name: this.#qualified(declaration, line),
            startLine: line,
            endLine: this.#endLine(line),
          };
    this.#units.set(line, unit);
    return unit;
  }

  #declarationAt(line: number): Declaration | undefined {
    const start = this.#lines.lineStart(line);
    // Names of tests and routes are strings, which are blanked out of the code: the text itself is read, comments cut off.
    const code = this.#codeLines()[line] ?? '';
    const raw = this.#text.slice(start, start + code.length);
    if (CONFIGURATION.has(this.#language.id)) {
      return keyIn(code.trim() === '' ? code : raw);
    }
    const shown = code.trim() === '' ? code : withoutComments(raw, code);
    return SQL.has(this.#language.id) ? sqlDeclarationIn(shown) : declarationIn(shown);
  }

  #qualified(declaration: Declaration, line: number): string {
    const names = [declaration.name];
    let at = line;
    for (let level = 0; level < MAX_LEVELS; level++) {
      const outer = this.#enclosingLine(at);
      const found = outer === undefined ? undefined : this.#declarationAt(outer);
      if (outer === undefined || found === undefined) {
        break;
      }
      names.unshift(found.name);
      at = outer;
    }
    return names.join(declaration.kind === 'test' ? ' › ' : '.').slice(0, 200);
  }

  #enclosing(line: number, annotationLine: number): CodeUnit | undefined {
    const outer = this.#enclosingLine(line);
    const unit = outer === undefined ? undefined : this.#unitAt(outer);
    return unit !== undefined && unit.endLine >= annotationLine ? unit : undefined;
  }

  /** The line of the closest declaration whose block holds a line. */
  #enclosingLine(line: number): number | undefined {
    const usesBraces = BRACES.has(this.#language.id);
    let level = usesBraces ? this.#depthAt(line) : this.#indentOf(line);
    if (level <= 0) {
      return undefined;
    }
    for (let above = line - 1; above >= 0 && line - above < LONGEST_UNIT; above--) {
      const code = this.#codeLines()[above] ?? '';
      const own = usesBraces ? this.#depthAt(above) : this.#indentOf(above);
      if (code.trim() === '' || own >= level) {
        continue;
      }
      level = own;
      const opener = usesBraces ? this.#headOf(above) : above;
      if (opener !== undefined && this.#declarationAt(opener) !== undefined) {
        return opener;
      }
      if (level <= 0) {
        return undefined;
      }
    }
    return undefined;
  }

  /** A block's brace may stand below the head that names it: `{` alone, or the end of a long signature. */
  #headOf(line: number): number | undefined {
    const code = this.#codeLines();
    for (let above = line; above >= 0 && line - above <= 8; above--) {
      if (this.#declarationAt(above) !== undefined) {
        return above;
      }
      if (above < line && /[;}]\s*$/u.test(code[above] ?? '')) {
        return undefined;
      }
    }
    return undefined;
  }

  #endLine(line: number): number {
    const code = this.#codeLines();
    const last = Math.min(code.length - 1, line + LONGEST_UNIT);
    if (SQL.has(this.#language.id)) {
      return endOfStatement(code, line, last);
    }
    return BRACES.has(this.#language.id) ? this.#endOfBraces(line, last) : this.#endOfIndented(line, last);
  }

  #endOfBraces(line: number, last: number): number {
    const code = this.#codeLines();
    const level = this.#depthAt(line);
    let opened = false;
    for (let at = line; at <= last; at++) {
      opened ||= (code[at] ?? '').includes('{');
      const after = this.#depthAt(at + 1);
      if (after <= level && (opened || /[;,]\s*$/u.test(code[at] ?? ''))) {
        return at;
      }
      if (after < level) {
        return at;
      }
    }
    return line;
  }

  #endOfIndented(line: number, last: number): number {
    const code = this.#codeLines();
    const indent = this.#indentOf(line);
    let end = line;
    for (let at = line + 1; at <= last; at++) {
      const text = code[at] ?? '';
      if (text.trim() === '') {
        continue;
      }
      if (this.#indentOf(at) <= indent) {
        // `end`, `)` and the like close the block that they stand under.
        return /^\s*(?:end\b|\)|\]|\}|fi\b|done\b|esac\b)/iu.test(text) && this.#indentOf(at) === indent ? at : end;
      }
      end = at;
    }
    return end;
  }

  #indentOf(line: number): number {
    return /^[ \t]*/u.exec(this.#codeLines()[line] ?? '')?.[0].length ?? 0;
  }

  /** Braces open at the start of a line. */
  #depthAt(line: number): number {
    this.#depths ??= depthsOf(this.#codeLines());
    return this.#depths[line] ?? 0;
  }

  /** The lines with comments and the insides of literals blanked out. */
  #codeLines(): readonly string[] {
    if (this.#code === undefined) {
      const parts: string[] = [];
      let at = 0;
      for (const { start, end } of this.#blanks.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (start >= at) {
          parts.push(this.#text.slice(at, start), this.#text.slice(start, end).replace(/[^\r\n]/gu, ' '));
          at = end;
        }
      }
      parts.push(this.#text.slice(at));
      this.#code = parts.join('').split(/\r\n|\r|\n/u);
    }
    return this.#code;
  }
}

/** A line of the text up to where only comments follow; strings stay. */
function withoutComments(raw: string, code: string): string {
  const close = raw.search(/\*\/|-->/u);
  const start = close !== -1 && code.slice(0, close).trim() === '' ? close + (raw.startsWith('-->', close) ? 3 : 2) : 0;
  return raw.slice(start, code.trimEnd().length < raw.length ? Math.max(code.trimEnd().length + 1, start) : raw.length);
}

function depthsOf(lines: readonly string[]): Int32Array {
  const depths = new Int32Array(lines.length + 1);
  let depth = 0;
  for (let line = 0; line < lines.length; line++) {
    depths[line] = depth;
    const text = lines[line] ?? '';
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 123) {
        depth++;
      } else if (code === 125 && depth > 0) {
        depth--;
      }
    }
  }
  depths[lines.length] = depth;
  return depths;
}

function endOfStatement(code: readonly string[], line: number, last: number): number {
  for (let at = line; at <= last; at++) {
    if (/;\s*$/u.test(code[at] ?? '') || (at > line && /^\s*(?:create|alter|drop|grant|go)\b/iu.test(code[at] ?? ''))) {
      return /;\s*$/u.test(code[at] ?? '') ? at : at - 1;
    }
  }
  return last;
}
