import type { Cell } from './model';
import { valueOf } from './model';
import { styles, type Style } from './styles';

/** In points: of a line of the usual size, and what Excel allows a row. */
const LINE = 15;
const HIGHEST = 409;

/** The height that a row's texts take when they are wrapped in their columns. LibreOffice sets none by itself where a file says nothing. */
export function rowHeight(cells: readonly Cell[], widths: readonly number[]): number {
  const heights = cells.map((cell, column) => {
    const { overflows, size } = shapeOf(cell);
    const lines = overflows ? 1 : linesOf(String(valueOf(cell)), widths[column] ?? 10);
    return lines * Math.round((LINE * size) / 11);
  });
  return Math.min(HIGHEST, Math.max(LINE, ...heights));
}

function shapeOf(cell: Cell): { readonly overflows: boolean; readonly size: number } {
  const style: Style = typeof cell === 'object' && cell.style !== undefined ? styles[cell.style] : {};
  return { overflows: style.overflows === true, size: style.size ?? 11 };
}

/** A column is some digits wide, and letters are narrower on the whole. */
const CHARACTERS_PER_DIGIT = 1.1;

/** Lines of a text that breaks after blanks and the marks of paths. */
function linesOf(text: string, width: number): number {
  const room = width * CHARACTERS_PER_DIGIT;
  if (text.length <= room && !text.includes('\n')) {
    return 1;
  }
  let lines = 0;
  for (const line of text.slice(0, LONGEST_LOOK).split('\n')) {
    lines++;
    if (line.length <= room) {
      continue;
    }
    let filled = 0;
    for (const [word] of line.matchAll(WORDS)) {
      if (filled > 0 && filled + word.trimEnd().length > room) {
        lines++;
        filled = 0;
      }
      filled += word.length;
      const whole = Math.ceil(filled / room);
      lines += Math.max(0, whole - 1);
      filled -= Math.max(0, whole - 1) * room;
    }
  }
  return lines;
}

/** No more than this many characters fit into the highest row. */
const LONGEST_LOOK = 4000;
const WORDS = /[^\s/-]*(?:[/-]+|\s+|$)/gu;
