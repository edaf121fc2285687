import { ONLY_CLOSERS, WITHOUT_CODE } from '../annotations/codeAnchor';
import { behindDecorators, CONDITIONAL, firstNonBlank } from '../annotations/decorators';
import type { CodeUnit } from '../annotations/model';
import type { LexedText } from './lexedText';
import type { Found, Nesting } from './nesting';
import { unitHash } from './unitHash';

/** How far below a comment its code is looked for, decorators and blank lines passed over. In lines. */
const LOOK_DOWN = 40;
/** More levels than a name should show. */
const MAX_LEVELS = 4;
/** In characters. */
const LONGEST_NAME = 200;
/** Units in units are hashed once each: in a hostile text that would not end. In UTF-16 units, for one text. */
const MOST_HASHED = 16 * 1024 * 1024;

const FUNCTIONS = new Set(['function', 'method', 'test', 'route', 'procedure']);
const TYPES = new Set(
  'class interface struct enum trait record object protocol extension actor union implementation contract annotation'.split(
    ' ',
  ),
);

/**
 * Finds what the annotations of one text speak of: the declaration that follows their comment, or that stands on their line, or that
 * encloses them. What declares something, and what stands in what, is the nesting's to say. The questions of one text share the work.
 */
// @segur ST.ANN.06
export class CodeUnits {
  readonly #code: LexedText;
  readonly #nesting: Nesting;
  readonly #units = new Map<number, CodeUnit>();
  /** By line: what an annotation speaks of that shares its line with code. */
  readonly #beside = new Map<number, CodeUnit | undefined>();

  #hashed = 0;

  constructor(code: LexedText, nesting: Nesting) {
    this.#code = code;
    this.#nesting = nesting;
  }

  /** @param start offset of an annotation */
  unitOf(start: number): CodeUnit | undefined {
    const { language, text, comments, lines } = this.#code;
    if (WITHOUT_CODE.has(language.id)) {
      return undefined;
    }
    const own = lines.lineAt(start);
    const isAlone = lines.isBlank(own);
    if (!isAlone && this.#beside.has(own)) {
      return this.#beside.get(own);
    }
    const shown = lines.shown(own);
    if (!isAlone && !ONLY_CLOSERS.test(shown)) {
      const unit = this.#about(own, firstNonBlank(shown));
      this.#beside.set(own, unit);
      return unit;
    }
    const comment = comments.firstEndingAfter(start);
    const commentStart = Math.min(comments.startOf(comment), start);
    const firstLine = lines.lineAt(commentStart);
    const column = commentStart - lines.startOf(firstLine);
    const isDocstring = '"\''.includes(text.charAt(commentStart)) && language.id === 'python';
    if (isDocstring) {
      return this.#named(this.#nesting.enclosing(firstLine, column));
    }
    return isAlone
      ? this.#below(own, Math.min(comments.endOf(comment), text.length), column)
      : this.#named(this.#nesting.closedOn(own));
  }

  /** What follows a comment that has its lines for itself. */
  #below(own: number, commentEnd: number, column: number): CodeUnit | undefined {
    const { lines } = this.#code;
    const last = Math.min(Math.max(lines.lineAt(commentEnd), own) + LOOK_DOWN, lines.count - 1);
    for (let line = own + 1; line <= last; line++) {
      const shown = lines.shown(line);
      if (lines.isBlank(line) || CONDITIONAL.test(shown)) {
        continue;
      }
      const first = firstNonBlank(shown);
      if (ONLY_CLOSERS.test(shown)) {
        return this.#named(this.#nesting.enclosing(line, first) ?? this.#nesting.enclosing(own, column));
      }
      if (this.#nesting.byIndentation && first < column) {
        const enclosing = this.#nesting.enclosing(own, column);
        if (enclosing !== undefined) {
          return this.#named(enclosing);
        }
      }
      const place = behindDecorators(lines, line, first, last);
      return place === undefined ? this.#about(line, first) : this.#about(place.line, place.column);
    }
    return this.#named(this.#nesting.enclosing(own, column));
  }

  #about(line: number, column: number): CodeUnit | undefined {
    const place = behindDecorators(this.#code.lines, line, column, line) ?? { line, column };
    const declared = this.#nesting.declared(place.line, place.column);
    const enclosing = this.#nesting.enclosing(line, column);
    const isStatement =
      declared === undefined ||
      (declared.declaration.form !== undefined &&
        declared.declaration.form !== 'body' &&
        enclosing !== undefined &&
        FUNCTIONS.has(enclosing.declaration.kind));
    return this.#named(isStatement ? enclosing : declared);
  }

  #named(found: Found | undefined): CodeUnit | undefined {
    if (found === undefined) {
      return undefined;
    }
    const key = this.#code.lines.startOf(found.line) + found.column;
    let unit = this.#units.get(key);
    if (unit === undefined) {
      unit = this.#unitOf(found);
      this.#units.set(key, unit);
    }
    return unit;
  }

  #unitOf(found: Found): CodeUnit {
    const { lines, text } = this.#code;
    const { declaration, line, column } = found;
    const endLine = Math.max(found.endLine, line);
    const names = [declaration.name];
    const direct = this.#nesting.enclosing(line, column);
    let outer = direct;
    for (let level = 0; outer !== undefined && level < MAX_LEVELS; level++) {
      if (!isSame(outer, found)) {
        names.unshift(outer.declaration.name);
      }
      outer = this.#nesting.enclosing(outer.line, outer.column);
    }
    const end = endLine + 1 < lines.count ? lines.startOf(endLine + 1) : text.length;
    const [from, to] = found.span ?? [lines.startOf(line) + column, end];
    return {
      kind: kindIn(declaration.kind, direct),
      name: names.join(declaration.kind === 'test' ? ' › ' : '.').slice(0, LONGEST_NAME),
      startLine: line,
      endLine,
      ...this.#hash(from, to),
    };
  }

  #hash(from: number, to: number): Pick<CodeUnit, 'hash'> {
    this.#hashed += to - from;
    return this.#hashed > MOST_HASHED ? {} : { hash: unitHash(this.#code, from, to) };
  }
}

/** Two readings of one declaration, where its syntax is broken. */
function isSame(a: Found, b: Found): boolean {
  return a.endLine === b.endLine && a.declaration.name === b.declaration.name;
}

/** A type's functions and variables have names of their own. */
function kindIn(kind: string, direct: Found | undefined): string {
  if (direct === undefined || !TYPES.has(direct.declaration.kind)) {
    return kind;
  }
  return kind === 'function' ? 'method' : kind === 'variable' ? 'property' : kind;
}
