import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import type { FileAnnotations } from '../annotations/model';
import { decodeText } from '../base/decodeText';
import { Needles, type ByteSearch } from './needles';

/** Longer files are not read as text. In bytes. */
export const MAX_TEXT_SIZE = 20 * 1024 * 1024;

/** Reads the annotations of a text; `languageId` is the editor's, where an editor shows it. */
export type ParseText = (file: string, text: string, languageId?: string) => FileAnnotations;

/** From the bytes or the text of one file to what its annotations say; `undefined` for the many files that say nothing. */
export class FileAnnotator {
  readonly needles: Needles;
  readonly #parse: ParseText;

  /** @param words without one of them a file says nothing: the marker, and what mentions start with */
  constructor(parse: ParseText, words: readonly string[]) {
    this.#parse = parse;
    this.needles = new Needles(words);
  }

  /** @param search a faster search where the host has one */
  annotateBytes(file: string, bytes: Uint8Array, search?: ByteSearch): FileAnnotations | undefined {
    if (!this.needles.foundIn(bytes, search)) {
      return undefined;
    }
    if (bytes.length > MAX_TEXT_SIZE) {
      return onlyProblem(tooLarge(file, bytes.length));
    }
    const decoded = decodeText(bytes);
    return 'binary' in decoded ? onlyProblem(binary(file)) : this.annotateText(file, decoded.text);
  }

  annotateText(file: string, text: string, languageId?: string): FileAnnotations | undefined {
    const { annotations, mentions, problems } = this.#parse(file, text, languageId);
    if (annotations.length === 0 && mentions.length === 0 && problems.length === 0) {
      return undefined;
    }
    return { annotations, mentions, problems: problems.map((problem) => ({ ...problem, file })) };
  }
}

export function onlyProblem(problem: Problem): FileAnnotations {
  return { annotations: [], mentions: [], problems: [problem] };
}

/** A file or folder of the scan. */
export function unreadable(file: string, error: unknown): Problem {
  return {
    code: ProblemCode.FileUnreadable,
    severity: 'warning',
    file,
    message: message('Cannot be read ({0}): its annotations are missing from the trace', reasonOf(error)),
    remedy: message('Allow reading it, or leave it out with scan.exclude'),
  };
}

/** The project file or a catalogue. */
export function unreadableInput(file: string, error: unknown): Problem {
  return {
    code: ProblemCode.FileUnreadable,
    severity: 'error',
    file,
    message: message('Cannot be read ({0})', reasonOf(error)),
    remedy: message('Allow reading it'),
  };
}

/** The code that the file system gave, not its text, which names paths of the machine. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '?';
}

/** @param size in bytes, as is `most`, which is read at most */
export function tooLarge(
  file: string,
  size: number,
  most = MAX_TEXT_SIZE,
  remedy = message('Split it, or leave it out with scan.exclude'),
): Problem {
  return {
    code: ProblemCode.FileTooLarge,
    severity: 'warning',
    file,
    message: message(
      'This file of {0} MB was passed over; at most {1} MB are read',
      Math.round(size / 1024 / 1024),
      most / 1024 / 1024,
    ),
    remedy,
  };
}

function binary(file: string): Problem {
  return {
    code: ProblemCode.FileBinary,
    severity: 'information',
    file,
    message: message('This binary file holds the marker or an id and was passed over'),
    remedy: message('Leave it out with scan.exclude'),
  };
}
