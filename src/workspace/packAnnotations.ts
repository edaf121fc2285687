import type { Range } from '../base/text';
import type { Annotation, CodeUnit, IdReference, Mention, Verb } from '../annotations/model';
import type { ScannedFile } from './scanOptions';

/**
 * The results of a scan as nested arrays without names: as JSON between threads they are a sixth of the objects' length, and are read in a fraction
 * of the time. The two ends of a message are always of one build, so the form has no version.
 */
export type PackedFile = [
  file: string,
  annotations: PackedAnnotation[],
  mentions: [raw: string, range: PackedRange][],
  problems: ScannedFile['annotations']['problems'],
];

type PackedRange = [line: number, character: number, endLine: number, endCharacter: number];
type PackedId = [raw: string, range: PackedRange] | [raw: string, range: PackedRange, revision: string];
type PackedAnnotation = [
  verb: number,
  range: PackedRange,
  /** Markers stand on one line, so their length is enough. */
  markerLength: number,
  anchor: number,
  snippet: string,
  note: string | 0,
  verbRange: PackedRange | 0,
  ids: PackedId[],
  unit: CodeUnit | 0,
];

const VERBS: readonly (Verb | undefined)[] = [undefined, 'implements', 'verifies', 'partial', 'todo'];

export function packFile({ file, annotations: { annotations, mentions, problems } }: ScannedFile): PackedFile {
  return [
    file,
    annotations.map(packAnnotation),
    mentions.map(({ raw, range }) => [raw, packRange(range)]),
    [...problems],
  ];
}

export function unpackFile([file, annotations, mentions, problems]: PackedFile): ScannedFile {
  return {
    file,
    annotations: { annotations: annotations.map(unpackAnnotation), mentions: mentions.map(unpackMention), problems },
  };
}

function packAnnotation(annotation: Annotation): PackedAnnotation {
  const { verb, range, markerRange, anchor, snippet, note, verbRange, ids, unit } = annotation;
  return [
    VERBS.indexOf(verb),
    packRange(range),
    markerRange.end.character - markerRange.start.character,
    anchor,
    snippet,
    note ?? 0,
    verbRange === undefined ? 0 : packRange(verbRange),
    ids.map(packId),
    // Only the cells of notebooks are known to the scan.
    unit ?? 0,
  ];
}

function unpackAnnotation(packed: PackedAnnotation): Annotation {
  const [verb, packedRange, markerLength, anchor, snippet, note, verbRange, ids, unit] = packed;
  const range = unpackRange(packedRange);
  const { start } = range;
  const annotation: { -readonly [key in keyof Annotation]: Annotation[key] } = {
    ids: ids.map(unpackId),
    markerRange: { start, end: { line: start.line, character: start.character + markerLength } },
    range,
    anchor,
    snippet,
  };
  const named = VERBS[verb];
  if (named !== undefined) {
    annotation.verb = named;
  }
  if (verbRange !== 0) {
    annotation.verbRange = unpackRange(verbRange);
  }
  if (note !== 0) {
    annotation.note = note;
  }
  if (unit !== 0) {
    annotation.unit = unit;
  }
  return annotation;
}

function packId({ raw, range, revision }: IdReference): PackedId {
  return revision === undefined ? [raw, packRange(range)] : [raw, packRange(range), revision];
}

function unpackId([raw, packedRange, revision]: PackedId): IdReference {
  const range = unpackRange(packedRange);
  return revision === undefined ? { raw, range } : { raw, range, revision };
}

function unpackMention([raw, range]: [string, PackedRange]): Mention {
  return { raw, range: unpackRange(range) };
}

function packRange({ start, end }: Range): PackedRange {
  return [start.line, start.character, end.line, end.character];
}

function unpackRange([line, character, endLine, endCharacter]: PackedRange): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
