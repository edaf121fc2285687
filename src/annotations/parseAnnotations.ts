import { LineMap } from '../base/text';
import type { Problem } from '../base/problem';
import { Backticks, codeSpans, NO_SPANS } from './codeSpans';
import { CodeAnchors, WITHOUT_CODE } from './codeAnchor';
import { forEachComment } from './commentLexer';
import type { Language } from './data/language';
import { readAnnotation, type BareAnnotation } from './grammar';
import { MarkerHits, type Directive } from './markers';
import { StemHits, type MentionMatcher } from './mentions';
import type { Annotation, FileAnnotations, Mention } from './model';
import { parseNotebook } from './notebook';
import { proseLines } from './prose';
import { Spans } from './spans';

export interface ParseOptions {
  readonly language: Language;
  /** `@segur` by default; never empty. */
  readonly marker: string;
  readonly mentions?: MentionMatcher;
  /** Offsets: only annotations whose marker starts inside are read. Comments, quotes and directives count wherever they stand. Not for notebooks. */
  readonly within?: { readonly start: number; readonly end: number } | undefined;
}

/** A file whose cells are texts of other languages. */
const NOTEBOOK = 'jupyter';

const NOTHING: FileAnnotations = { annotations: [], mentions: [], problems: [] };

/**
 * Reads what the annotations of a text say. Depends on nothing but its arguments; never throws; linear in the text's length.
 * The problems' `file` is empty: who knows the file fills it in.
 */
// @segur ST.ANN.01, ST.ANN.04
export function parseAnnotations(text: string, options: ParseOptions): FileAnnotations {
  const markers = new MarkerHits(text, options.marker);
  const stems = new StemHits(text, options.mentions?.prefilter ?? []);
  const last = Math.max(markers.last, stems.last);
  if (last === -1) {
    return NOTHING;
  }
  if (options.language.id === NOTEBOOK) {
    const inCells = { ...options, within: undefined };
    return parseNotebook(text, options.marker, (cell, language) => parseAnnotations(cell, { ...inCells, language }));
  }
  const parse = new Parse(text, options, markers, stems);
  forEachComment(
    text,
    options.language,
    (start, end, contentEnd) => parse.comment(start, end, contentEnd),
    options.language.prose ? (start, end) => parse.literal(start, end) : undefined,
    last,
  );
  if (options.language.prose) {
    parse.prose();
  }
  return parse.result();
}

interface Directed {
  readonly name: Directive;
  readonly line: number;
}

class Parse {
  readonly #text: string;
  readonly #options: ParseOptions;
  readonly #lines: LineMap;
  readonly #markers: MarkerHits;
  readonly #stems: StemHits;
  readonly #comments = new Spans();
  readonly #problems: Problem[] = [];
  readonly #annotations: BareAnnotation[] = [];
  readonly #mentions: Mention[] = [];
  readonly #directives: Directed[] = [];
  /** Comments and quoted stretches; a line of prose that starts with the marker stands outside. */
  readonly #notProse = new Spans();
  readonly #backticks: Backticks;
  #group: { start: number; end: number; contentEnd: number } | undefined;

  constructor(text: string, options: ParseOptions, markers: MarkerHits, stems: StemHits) {
    this.#text = text;
    this.#options = options;
    this.#lines = new LineMap(text);
    this.#markers = markers;
    this.#stems = stems;
    this.#backticks = new Backticks(text);
  }

  comment(start: number, end: number, contentEnd: number): void {
    this.#comments.add(start, end);
    if (this.#options.language.prose) {
      this.#notProse.add(start, end);
    }
    const last = this.#group;
    if (last !== undefined && this.#continues(last, start)) {
      last.end = end;
      last.contentEnd = contentEnd;
    } else {
      this.#readGroup();
      this.#group = { start, end, contentEnd };
    }
  }

  /** Comments on lines one below the other are read as one text: a list, or an id of several words, may go on in the next line. */
  #continues(group: { start: number; end: number; contentEnd: number }, start: number): boolean {
    if (
      group.contentEnd < group.end ||
      start - group.end > 200 ||
      this.#text.charCodeAt(start) !== this.#text.charCodeAt(group.start)
    ) {
      return false;
    }
    let at = group.end;
    if (this.#text.charCodeAt(at) === 13) {
      at++;
    }
    if (this.#text.charCodeAt(at) === 10) {
      at++;
    }
    if (at === group.end) {
      return false;
    }
    // COBOL's lines start with their number.
    return isIndentation(this.#text, at, start) || isSequenceNumber(this.#text, at, start);
  }

  #readGroup(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group !== undefined) {
      this.#read(group.start, group.end, group.contentEnd);
    }
  }

  literal(start: number, end: number): void {
    this.#notProse.add(start, end);
  }

  /** Lines that start with the marker, in texts without comments of their own. */
  prose(): void {
    this.#readGroup();
    const known = new Set(this.#annotations.map(({ markerRange }) => markerRange.start.line));
    for (const { at, end } of proseLines(this.#text, this.#options.marker)) {
      if (!known.has(this.#lines.positionAt(at).line) && !this.#notProse.covers(at)) {
        this.#read(at, end, end);
      }
    }
  }

  result(): FileAnnotations {
    this.#readGroup();
    const isIgnored = this.#ignored();
    return {
      annotations: [...this.#annotations]
        .sort(byPlace)
        .filter(({ markerRange }) => !isIgnored(markerRange.start.line))
        .map(this.#anchored()),
      mentions: this.#mentions.filter(({ range }) => !isIgnored(range.start.line)),
      problems: this.#problems.filter(({ range }) => range === undefined || !isIgnored(range.start.line)),
    };
  }

  #anchored(): (annotation: BareAnnotation) => Annotation {
    const anchors = new CodeAnchors(this.#text, this.#lines, this.#comments);
    const hasCode = !WITHOUT_CODE.has(this.#options.language.id);
    return (annotation) => {
      const { start } = annotation.markerRange;
      const { line, snippet } = hasCode
        ? anchors.anchorOf(this.#lines.offsetAt(start), start.line)
        : anchors.lineAt(start.line);
      return anchored(annotation, line, snippet);
    };
  }

  #read(start: number, end: number, limit: number): void {
    const { marker, mentions, within } = this.#options;
    const hits = this.#markers.between(start, end);
    if (hits.length === 0 && mentions === undefined) {
      return;
    }
    /** What mentions are not looked for in. */
    const taken = new Spans();
    let quoted: Spans | undefined;
    let readTo = 0;
    for (const hit of hits) {
      quoted ??= this.#quoted(start, end);
      if (hit.at < readTo || quoted.covers(hit.at)) {
        continue;
      }
      if (hit.kind === 'directive') {
        this.#directives.push({ name: hit.name, line: this.#lines.positionAt(hit.at).line });
        taken.add(hit.at, hit.end);
        readTo = hit.end;
        continue;
      }
      if (within !== undefined && (hit.at < within.start || hit.at >= within.end)) {
        continue;
      }
      const context = { text: this.#text, lines: this.#lines, marker, problems: this.#problems };
      const read = readAnnotation(context, hit.at, this.#nextMarker(hit.at, limit));
      this.#annotations.push(read.annotation);
      taken.add(hit.at, read.end);
      readTo = read.end;
    }
    if (mentions !== undefined && this.#stems.isBetween(start, end, (at) => taken.covers(at))) {
      this.#readMentions(mentions, start, end, taken, quoted);
    }
  }

  #quoted(start: number, end: number): Spans {
    return this.#backticks.areBetween(start, end) ? codeSpans(this.#text, start, end) : NO_SPANS;
  }

  /** An annotation ends where the next one starts. */
  #nextMarker(at: number, limit: number): number {
    return this.#markers.next(at + this.#options.marker.length, limit) ?? limit;
  }

  #readMentions(mentions: MentionMatcher, start: number, end: number, taken: Spans, quoted: Spans | undefined): void {
    const all = mentions.find(this.#text, start, end);
    const codes = all.length === 0 ? taken : (quoted ?? this.#quoted(start, end));
    for (const found of all) {
      if (!taken.covers(found.start) && !codes.covers(found.start)) {
        const range = this.#lines.rangeOf(found.start, found.end);
        this.#mentions.push({ raw: this.#text.slice(found.start, found.end), range });
      }
    }
  }

  #ignored(): (line: number) => boolean {
    const directives = [...this.#directives].sort((a, b) => a.line - b.line);
    if (directives.length === 0) {
      return () => false;
    }
    if (directives.some(({ name }) => name === 'ignore-file')) {
      return () => true;
    }
    const lines = new Spans();
    let off: number | undefined;
    for (const { name, line } of directives) {
      if (name === 'off') {
        off ??= line;
      } else if (name === 'on' && off !== undefined) {
        lines.add(off, line + 1);
        off = undefined;
      } else if (name === 'ignore-next-line') {
        lines.add(line + 1, line + 2);
      }
    }
    if (off !== undefined) {
      lines.add(off, Number.POSITIVE_INFINITY);
    }
    return (line) => lines.covers(line);
  }
}

/** Key by key, since spreading many small objects shows in a profile. */
function anchored(annotation: BareAnnotation, anchor: number, snippet: string): Annotation {
  const { ids, markerRange, range, verb, verbRange, note } = annotation;
  const whole: { -readonly [key in keyof Annotation]: Annotation[key] } = { ids, markerRange, range, anchor, snippet };
  if (verb !== undefined) {
    whole.verb = verb;
  }
  if (verbRange !== undefined) {
    whole.verbRange = verbRange;
  }
  if (note !== undefined) {
    whole.note = note;
  }
  return whole;
}

function isIndentation(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) {
    at++;
  }
  return at === to;
}

function isSequenceNumber(text: string, from: number, to: number): boolean {
  return to - from === 6 && /^\d{6}$/.test(text.slice(from, to));
}

function byPlace(a: BareAnnotation, b: BareAnnotation): number {
  const [left, right] = [a.range.start, b.range.start];
  return left.line - right.line || left.character - right.character;
}
