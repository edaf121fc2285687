import type { Range } from '../base/text';
import type { Problem } from '../base/problem';

export type Verb = 'implements' | 'verifies' | 'partial' | 'todo';

/** One id in an annotation, as the author wrote it; the catalogue resolves it later. */
export interface IdReference {
  readonly raw: string;
  /** The id alone, without `~REV`. */
  readonly range: Range;
  readonly revision?: string;
}

/** The declaration that an annotation speaks of: the one that follows it or encloses it. */
export interface CodeUnit {
  /** `function`, `method`, `class`, `table`, `route`… in the field's English words. */
  readonly kind: string;
  /** Qualified where the language nests: `ContactService.verify`. */
  readonly name: string;
  /** Zero-based first and last line. */
  readonly startLine: number;
  readonly endLine: number;
  /** Of its code without comments and white space: 16 hex digits, made by `unitHash`. Absent in a text whose nested units are very long. */
  readonly hash?: string;
}

export interface Annotation {
  /** Absent when the author wrote none: then the file decides (`verifies` in tests, else `implements`). */
  readonly verb?: Verb;
  readonly ids: readonly IdReference[];
  readonly note?: string;
  /** The marker alone. */
  readonly markerRange: Range;
  readonly verbRange?: Range;
  /** From the marker to the end of the note. */
  readonly range: Range;
  /** Zero-based line of the code that it stands on or above: two annotations with one anchor speak of the same code. */
  readonly anchor: number;
  /** The line of code that it speaks of, trimmed and shortened, for lists; empty where there is none. */
  readonly snippet: string;
  /** Found apart from the annotations, from the file's text: absent until somebody asked for it, and where there is none. */
  readonly unit?: CodeUnit;
}

/** An id in a comment without the marker: listed apart, never a link. */
export interface Mention {
  readonly raw: string;
  readonly range: Range;
}

/** All that the annotations of one file say. Depends on the text, its language and the marker alone. */
export interface FileAnnotations {
  readonly annotations: readonly Annotation[];
  readonly mentions: readonly Mention[];
  /** Problems of form; `file` is left empty by the parser and filled in by the index. */
  readonly problems: readonly Problem[];
  /** The units of this text were looked for, or carried over from one of which they were. */
  readonly unitsRead?: true;
}
