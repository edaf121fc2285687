import { LineMap } from '../base/text';
import { BraceBlocks } from './braceBlocks';
import { BraceNesting } from './braceNesting';
import { ONLY_CLOSERS, shortened, WITHOUT_CODE } from './codeAnchor';
import { CodeLines } from './codeLines';
import { forEachComment } from './commentLexer';
import { behindDecorators, CONDITIONAL, firstNonBlank } from './decorators';
import type { Language } from './data/language';
import { declarationIn, keyIn, ownDeclarations, sqlDeclarationIn, type Declaration } from './declarations';
import { IndentNesting } from './indentNesting';
import type { CodeUnit } from './model';
import type { Found, Nesting } from './nesting';
import { Spans } from './spans';
import { endOfSqlStatement } from './sqlStatement';

/** How far below a comment its code is looked for, decorators and blank lines passed over. In lines. */
const LOOK_DOWN = 40;
/** More levels than a name should show. */
const MAX_LEVELS = 4;
/** In characters. */
const LONGEST_NAME = 200;

/** Languages whose blocks stand in braces; the others are read by their indentation. */
const BRACES = new Set(
  'typescript javascript java kotlin scala groovy c cpp csharp go rust swift dart dafny protobuf solidity zig css scss hcl d php perl powershell shellscript r tcl nginx vue svelte astro html jsp razor aspx objectscript'.split(
    ' ',
  ),
);
const SQL = new Set(['sql', 'plsql']);
const CONFIGURATION = new Set('yaml toml ini properties dotenv jsonc'.split(' '));

const FUNCTIONS = new Set(['function', 'method', 'test', 'route', 'procedure']);
const TYPES = new Set(
  'class interface struct enum trait record object protocol extension actor union implementation contract'.split(' '),
);

/** The code that an annotation speaks of. */
export interface Spoken {
  readonly unit?: CodeUnit;
  /** One line of it, trimmed and shortened; empty where there is none. */
  readonly snippet: string;
}

/** Reads a text again to find what stands next to some of its places. @param starts offsets of annotations */
export function codeUnitsOf(text: string, language: Language, starts: readonly number[]): Spoken[] {
  const units = new CodeUnits(text, new LineMap(text), language);
  forEachComment(
    text,
    language,
    (start, end) => units.addComment(start, end),
    (start, end) => units.addLiteral(start, end),
  );
  return starts.map((start) => units.spokenOf(start));
}

/**
 * Finds what the annotations of one text speak of: the declaration that follows their comment, or that stands on their line, or that
 * encloses them. It goes by the look of lines and blocks; the comments and literals, which the lexer brings, are kept out of it.
 * Nothing is computed before the first question, and the questions of one text share the work.
 */
export class CodeUnits {
  readonly #text: string;
  readonly #lineMap: LineMap;
  readonly #language: Language;
  readonly #comments = new Spans();
  readonly #notCode = new Spans();
  readonly #units = new Map<number, CodeUnit | undefined>();
  /** By line: what an annotation speaks of that shares its line with code. */
  readonly #beside = new Map<number, Spoken>();
  #code: { readonly lines: CodeLines; readonly nesting: Nesting } | undefined;

  constructor(text: string, lines: LineMap, language: Language) {
    this.#text = text;
    this.#lineMap = lines;
    this.#language = language;
  }

  addComment(start: number, end: number): void {
    this.#comments.add(start, end);
    this.#notCode.add(start, end);
  }

  addLiteral(start: number, end: number): void {
    this.#notCode.add(start, end);
  }

  /** @param start offset of an annotation */
  spokenOf(start: number): Spoken {
    if (WITHOUT_CODE.has(this.#language.id)) {
      const { line } = this.#lineMap.positionAt(start);
      return { snippet: shortened(this.#text.slice(this.#lineMap.lineStart(line), this.#lineMap.lineStart(line + 1))) };
    }
    const { lines, nesting } = this.#prepared();
    const own = lines.lineAt(start);
    const comment = this.#comments.firstEndingAfter(start);
    const commentStart = Math.min(this.#comments.startOf(comment), start);
    const firstLine = lines.lineAt(commentStart);
    const column = commentStart - lines.startOf(firstLine);
    const isDocstring = '"\''.includes(this.#text.charAt(commentStart)) && this.#language.id === 'python';
    const isAlone = lines.isBlank(own);
    if (!isAlone && this.#beside.has(own)) {
      return this.#beside.get(own) ?? { snippet: '' };
    }
    const shown = lines.shown(own);
    if (!isAlone && !ONLY_CLOSERS.test(shown)) {
      const spoken = this.#about(own, firstNonBlank(shown), shown);
      this.#beside.set(own, spoken);
      return spoken;
    }
    if (isDocstring) {
      return this.#enclosed(nesting.enclosing(firstLine, column), '');
    }
    if (!isAlone) {
      return this.#enclosed(nesting.closedOn(own), '');
    }
    return this.#below(own, Math.min(this.#comments.endOf(comment), this.#text.length), column);
  }

  /** What follows a comment that has its lines for itself. */
  #below(own: number, commentEnd: number, column: number): Spoken {
    const { lines, nesting } = this.#prepared();
    const last = Math.min(Math.max(lines.lineAt(commentEnd), own) + LOOK_DOWN, lines.count - 1);
    for (let line = own + 1; line <= last; line++) {
      const shown = lines.shown(line);
      if (lines.isBlank(line) || CONDITIONAL.test(shown)) {
        continue;
      }
      const first = firstNonBlank(shown);
      if (ONLY_CLOSERS.test(shown)) {
        return this.#enclosed(nesting.enclosing(line, first) ?? nesting.enclosing(own, column), '');
      }
      // A comment at the end of an indented block speaks of that block.
      if (nesting instanceof IndentNesting && first < column) {
        const enclosing = nesting.enclosing(own, column);
        if (enclosing !== undefined) {
          return this.#enclosed(enclosing, '');
        }
      }
      const place = behindDecorators(lines, line, first, last);
      if (place !== undefined) {
        return this.#about(place.line, place.column, lines.shown(place.line));
      }
      return this.#about(line, first, shown);
    }
    return this.#enclosed(nesting.enclosing(own, column), '');
  }

  #about(line: number, column: number, shown: string): Spoken {
    const { lines, nesting } = this.#prepared();
    const place = behindDecorators(lines, line, column, line) ?? { line, column };
    const declared = nesting.declared(place.line, place.column);
    const enclosing = nesting.enclosing(line, column);
    const isStatement =
      declared === undefined ||
      (declared.declaration.form !== undefined &&
        declared.declaration.form !== 'body' &&
        enclosing !== undefined &&
        FUNCTIONS.has(enclosing.declaration.kind));
    return this.#enclosed(isStatement ? enclosing : declared, shortened(shown));
  }

  #enclosed(found: Found | undefined, snippet: string): Spoken {
    if (found === undefined) {
      return { snippet };
    }
    const unit = this.#unitOf(found);
    return { unit, snippet: snippet === '' ? shortened(this.#prepared().lines.shown(found.line)) : snippet };
  }

  #unitOf(found: Found): CodeUnit {
    const key = this.#prepared().lines.startOf(found.line) + found.column;
    let unit = this.#units.get(key);
    if (unit === undefined) {
      unit = this.#named(found);
      this.#units.set(key, unit);
    }
    return unit;
  }

  #named(found: Found): CodeUnit {
    const { nesting } = this.#prepared();
    const { declaration, line, endLine } = found;
    const names = [declaration.name];
    const direct = nesting.enclosing(line, found.column);
    let outer = direct;
    for (let level = 0; outer !== undefined && level < MAX_LEVELS; level++) {
      names.unshift(outer.declaration.name);
      outer = nesting.enclosing(outer.line, outer.column);
    }
    const isMethod = declaration.kind === 'function' && direct !== undefined && TYPES.has(direct.declaration.kind);
    return {
      kind: isMethod ? 'method' : declaration.kind,
      name: names.join(declaration.kind === 'test' ? ' › ' : '.').slice(0, LONGEST_NAME),
      startLine: line,
      endLine: Math.max(endLine, line),
    };
  }

  #prepared(): { readonly lines: CodeLines; readonly nesting: Nesting } {
    if (this.#code === undefined) {
      const lines = new CodeLines(this.#text, this.#lineMap, this.#comments, this.#notCode);
      this.#code = { lines, nesting: this.#nesting(lines) };
    }
    return this.#code;
  }

  #nesting(lines: CodeLines): Nesting {
    const { id } = this.#language;
    if (BRACES.has(id)) {
      const own = ownDeclarations(id);
      const blocks = new BraceBlocks(this.#text, this.#notCode, id === 'c' || id === 'cpp');
      return new BraceNesting(lines, blocks, own ?? declarationIn);
    }
    const indentOf = (line: number): number => this.#indentOf(lines.startOf(line), lines.startOf(line + 1));
    if (SQL.has(id)) {
      return new IndentNesting(lines, indentOf, sqlDeclarationIn, (line) => endOfSqlStatement(lines, line));
    }
    return new IndentNesting(lines, indentOf, CONFIGURATION.has(id) ? keyIn : reader(id));
  }

  /** Column of the first code on a line; -1 for blank lines, comments and lines that start inside a literal. */
  #indentOf(from: number, to: number): number {
    let at = from;
    while (at < to && (this.#text.charCodeAt(at) === 32 || this.#text.charCodeAt(at) === 9)) {
      at++;
    }
    const code = this.#text.charCodeAt(at);
    if (at >= to || code === 10 || code === 13) {
      return -1;
    }
    const span = this.#notCode.firstEndingAfter(at);
    const isInside = this.#notCode.startOf(span) < from && this.#notCode.startOf(span) < at;
    return isInside || this.#comments.covers(at) ? -1 : at - from;
  }
}

function reader(languageId: string): (line: string) => Declaration | undefined {
  const own = ownDeclarations(languageId);
  return own === undefined ? declarationIn : (line) => own(line) ?? declarationIn(line);
}
