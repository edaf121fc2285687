import type { DiffPart } from '../../catalog/diff/wordDiff';

/** A comparison in words, before it is a text or Markdown. */
export interface DiffDocument {
  readonly title: string;
  readonly facts: readonly string[];
  /** None where nothing is another. */
  readonly sections: readonly DiffSection[];
}

export interface DiffSection {
  readonly title: string;
  readonly items: readonly DiffItem[];
}

export interface DiffItem {
  /** Whether it is good news, bad news or neither. */
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly mark: string;
  readonly id: string;
  readonly title: string;
  /** Behind the title. */
  readonly note: string;
  readonly lines: readonly DiffLine[];
}

/** A plain line, or a text word by word. */
export type DiffLine = string | { readonly label: string; readonly words: readonly DiffPart[] };

/** So much of what stays the same is shown on each side of a change. In characters. */
const CONTEXT = 60;

/** The words with long stretches that stay the same cut short, on one line. */
export function shortened(words: readonly DiffPart[]): DiffPart[] {
  return words.map(({ kind, text }, at) => {
    const line = text.replaceAll(/\s+/gu, ' ');
    return kind === 'same' ? { kind, text: cut(line, at > 0, at < words.length - 1) } : { kind, text: line };
  });
}

function cut(text: string, isBehind: boolean, isBefore: boolean): string {
  const characters = Array.from(text);
  const kept = (isBehind ? CONTEXT : 0) + (isBefore ? CONTEXT : 0);
  if (characters.length <= kept + 1) {
    return text;
  }
  const head = isBehind ? characters.slice(0, CONTEXT).join('') : '';
  const tail = isBefore ? characters.slice(-CONTEXT).join('') : '';
  return `${head}…${tail}`;
}
