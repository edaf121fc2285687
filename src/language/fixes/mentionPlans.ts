import type { LineMap } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { linesOf, type CommentGroup } from './commentGroups';
import { behindLineEnd, isWordless, lineStart } from './commentsAround';
import { at, type FixSource } from './fix';

export interface PlacedMention {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What it stands for, in the catalogue's spelling. */
  readonly ids: readonly string[];
  readonly wanted: boolean;
}

/** Insertions that make an annotation of some mentions. */
export interface Plan {
  readonly edits: readonly TextEdit[];
  /** As they will stand in the annotation. */
  readonly ids: readonly string[];
}

/** Lines that tools read: they must stay right above the code. */
const TOOL_LINE =
  /@ts-|\b(?:eslint|tslint|biome|oxlint|deno-lint|prettier|stylelint|istanbul|c8|v8|noinspection|NOSONAR|noqa|pylint|mypy|pyright|ruff|rubocop|nolint|phpcs|phpstan|psalm|clang-format|checkstyle|detekt|ktlint|swiftlint)\b|\bgo:\w|\btype: ignore|^\s*#!/u;

/**
 * How the mentions of one comment become annotations. An id that its line starts with gets the marker before it, what follows is the note; a
 * comment of one line becomes the note as a whole; in prose of several lines nothing is touched, and the annotation is a line at its end.
 */
export function planComment(
  source: FixSource,
  group: CommentGroup,
  mentions: readonly PlacedMention[],
  lines: LineMap,
): Plan[] {
  const { text, marker } = source;
  const insertion = (offset: number, newText: string): TextEdit[] => [{ range: at(lines.positionAt(offset)), newText }];
  const rows = linesOf(text, group);
  const plans: Plan[] = [];
  const prose: string[] = [];
  rows.forEach((row, index) => {
    const own = mentions.filter(({ start }) => row.start <= start && start < row.end);
    const [first] = own;
    if (first === undefined || !own.some(({ wanted }) => wanted)) {
      return;
    }
    const startsLine =
      isWordless(source, text.slice(row.start, first.start)) && startsParagraph(source, rows, index, first);
    if (startsLine && isList(text, own)) {
      plans.push({ edits: insertion(first.start, `${marker} `), ids: own.map(({ raw }) => raw) });
    } else if (rows.length === 1) {
      const ids = distinct(own);
      const start = startOfWords(text, row.start, first.start);
      const apart = /\s/u.test(text.charAt(start - 1)) ? '' : ' ';
      plans.push({ edits: insertion(start, `${apart}${marker} ${ids.join(', ')} - `), ids });
    } else {
      prose.push(...distinct(own.filter(({ wanted }) => wanted)));
    }
  });
  const ids = [...new Set(prose)];
  const line = ids.length === 0 ? undefined : newLine(source, group, `${marker} ${ids.join(', ')}`);
  return line === undefined ? plans : [...plans, { edits: insertion(line.offset, line.newText), ids }];
}

function distinct(mentions: readonly PlacedMention[]): string[] {
  return [...new Set(mentions.flatMap(({ ids }) => ids))];
}

/** All of them, one behind the other. */
function isList(text: string, mentions: readonly PlacedMention[]): boolean {
  return mentions.every((mention, index) => {
    const before = mentions[index - 1];
    return before === undefined || /^[ \t]*,[ \t]*$/u.test(text.slice(before.end, mention.start));
  });
}

/** An id may come first on its line because the sentence was wrapped there. */
function startsParagraph(
  { text }: FixSource,
  rows: readonly { readonly start: number; readonly end: number }[],
  index: number,
  first: PlacedMention,
): boolean {
  const row = rows[index];
  const above = rows[index - 1];
  const before = above === undefined ? '' : text.slice(above.start, above.end).trimEnd();
  const isItem = /[-+•]\s+$/u.test(text.slice(row?.start ?? 0, first.start));
  return isItem || !/[\p{L}\p{N}]/u.test(before) || /[.:;!?…]$/u.test(before);
}

/** Behind the marks that open the comment. */
function startOfWords(text: string, start: number, limit: number): number {
  const marks = /^[^\p{L}\p{N}\s`"'«([@]+\s*/u.exec(text.slice(start, limit))?.[0] ?? '';
  return start + marks.length;
}

interface NewLine {
  readonly offset: number;
  readonly newText: string;
}

/** A line of its own at the end of a comment of several lines. */
function newLine(source: FixSource, group: CommentGroup, body: string): NewLine | undefined {
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  return group.isLine ? behindLines(source, group, body, eol) : beforeCloser(source, group, body, eol);
}

function behindLines({ text, language }: FixSource, group: CommentGroup, body: string, eol: string): NewLine {
  const rows = linesOf(text, group);
  const tools = rows.findIndex(({ start, end }, index) => index > 0 && TOOL_LINE.test(text.slice(start, end)));
  const above = rows[tools === -1 ? rows.length - 1 : tools - 1] ?? group;
  const [, indent = '', mark = language.comment.line ?? ''] =
    /^([ \t]*)([^\p{L}\p{N}\s@`"'«([]+)/u.exec(text.slice((rows[1] ?? group).start, (rows[1] ?? group).end)) ?? [];
  const offset = behindLineEnd(text, above.end);
  const line = `${indent}${mark} ${body}`;
  return { offset, newText: offset > above.end ? line + eol : eol + line };
}

function beforeCloser({ text }: FixSource, group: CommentGroup, body: string, eol: string): NewLine | undefined {
  if (group.contentEnd >= group.end) {
    return undefined;
  }
  const rows = linesOf(text, group);
  const inner = rows.slice(1).map(({ start, end }) => text.slice(start, Math.min(end, group.contentEnd)));
  const star = inner.map((row) => /^([ \t]*\*)(?!\/)/u.exec(row)?.[1]).find((found) => found !== undefined);
  const indent = inner.map((row) => /^([ \t]*)\S/u.exec(row)?.[1]).find((found) => found !== undefined);
  const opening = /^[ \t]*/u.exec(text.slice(lineStart(text, group.start), group.start))?.[0] ?? '';
  const usual = opening + (text.startsWith('/**', group.start) ? ' * ' : '  ');
  const prefix = star === undefined ? (indent ?? usual) : `${star} `;
  const last = inner.at(-1) ?? '';
  const lastStart = rows.at(-1)?.start ?? group.contentEnd;
  if (/^[\s*]*$/u.test(last)) {
    return { offset: lastStart, newText: `${prefix}${body}${eol}` };
  }
  const end = lastStart + last.trimEnd().length;
  return { offset: end, newText: `${eol}${prefix}${body}${end === group.contentEnd ? ' ' : ''}` };
}
