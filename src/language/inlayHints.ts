import type { FileAnnotations } from '../annotations/model';
import { folded } from '../base/folded';
import { touches, type Position, type Range } from '../base/text';
import { rowsOf, type Known } from './annotatedRequirements';
import { shortTitle } from './shortTitle';

/** A requirement's title behind its id, where the reader's eyes are. */
export interface TitleHint {
  /** Behind the id and its revision. */
  readonly position: Position;
  /** Plain text, clipped. */
  readonly label: string;
  /** Canonical id. */
  readonly requirement: string;
}

/** Titles behind the ids of a range of a file; none where the note says the title already, nor behind ranges and unknown ids. */
export function titleHints(file: FileAnnotations, range: Range, known: Known): TitleHint[] {
  return file.annotations
    .filter((annotation) => touches(annotation.range, range))
    .flatMap((annotation) =>
      annotation.ids.flatMap((reference) => {
        const [row, ...others] = rowsOf(reference, known);
        if (row === undefined || others.length > 0 || says(annotation.note ?? '', row.requirement.title)) {
          return [];
        }
        const { line, character } = reference.range.end;
        const revision = reference.revision === undefined ? 0 : reference.revision.length + 1;
        const position = { line, character: character + revision };
        return [{ position, label: shortTitle(row.requirement.title), requirement: row.requirement.id }];
      }),
    );
}

/** Whether the note has the title's words; little words count for nothing. */
function says(note: string, title: string): boolean {
  if (note === '') {
    return false;
  }
  const noted = new Set(words(note));
  const titled = words(shortTitle(title));
  return titled.length > 0 && titled.every((word) => noted.has(word));
}

function words(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
