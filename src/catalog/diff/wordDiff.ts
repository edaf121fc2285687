import { diffArrays } from 'diff';

/** A piece of two texts: in both, in the new one alone, or in the old one alone. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** So many words may differ before a text counts as another one: the work grows with the square of their number. */
const MOST_EDITS = 1000;

/**
 * Two texts word by word; blanks and punctuation are words of their own. Texts that have little in common are one removed and one added part. The
 * parts that are not added make the old text again, those that are not removed the new one.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) {
    return before === '' ? [] : [{ kind: 'same', text: before }];
  }
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  const parts = changes?.map(({ added, removed, value }): DiffPart => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  return (
    parts ??
    [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '')
  );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}
