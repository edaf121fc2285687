import { message } from '../../base/message';
import { touches, LineMap, type Position } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { commentForms } from '../annotate';
import { commentsAround, isWordless } from './commentsAround';
import { afterEdits, at, type Fix, type FixRequest, type FixSource } from './fix';

/** How many lines of a file's head are passed over: a `#!` line, an encoding, `<?xml`, `<?php`. */
const HEAD_LINES = 5;

/** Directives that make the marker count for nothing, on a line or in the whole file. */
export function ignoreFixes(request: FixRequest): Fix[] {
  const places = [...request.file.annotations, ...request.file.mentions].filter(({ range }) =>
    touches(range, request.range),
  );
  const [first] = places;
  if (first === undefined) {
    return [];
  }
  const line = ignoreLine(request, first.range.start);
  const file = ignoreFile(request);
  return [
    ...(line === undefined
      ? []
      : [ignoring(message('Ignore this line ({0})', `${request.marker}:ignore-next-line`), line)]),
    ...(file === undefined ? [] : [ignoring(message('Ignore this file ({0})', `${request.marker}:ignore-file`), file)]),
  ];
}

function ignoring(title: Fix['title'], edit: TextEdit): Fix {
  return { title, kind: 'quick-fix', preferred: false, edits: [edit] };
}

function ignoreLine(source: FixSource, start: Position): TextEdit | undefined {
  const { text, marker } = source;
  const lines = new LineMap(text);
  const from = lines.lineStart(start.line);
  const body = `${marker}:ignore-next-line`;
  const [comment] = commentsAround(source, lines.offsetAt(start), lines.offsetAt(start) + 1);
  const prefix = text.slice(from, lines.offsetAt(start));
  const isInside = comment !== undefined && comment.start < from && isWordless(source, prefix);
  const indent = /^[ \t]*/u.exec(prefix)?.[0] ?? '';
  const candidates = [...(isInside ? [prefix + body] : []), ...commentForms(source).map((form) => indent + form(body))];
  const others = source.file.annotations.filter(({ range }) => range.start.line !== start.line);
  return inserted(source, start.line, candidates, others);
}

function ignoreFile(source: FixSource): TextEdit | undefined {
  const body = `${source.marker}:ignore-file`;
  const rows = source.text.split(/\r\n|\n|\r/u, HEAD_LINES);
  for (let line = 0; line < rows.length; line++) {
    if (line === 0 && /^\uFEFF?(?:#!|<\?|<!doctype|.*coding[:=])/iu.test(rows[line] ?? '')) {
      continue;
    }
    const edit = inserted(
      source,
      line,
      commentForms(source).map((form) => form(body)),
      [],
    );
    if (edit !== undefined) {
      return edit;
    }
  }
  return undefined;
}

/** The first of some lines that leaves just these annotations when it stands there. */
function inserted(
  source: FixSource,
  line: number,
  candidates: readonly string[],
  left: FixSource['file']['annotations'],
): TextEdit | undefined {
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const look = (annotations: FixSource['file']['annotations'], shift: number): string =>
    JSON.stringify(
      annotations.map(({ ids, markerRange }) => [markerRange.start.line + shift, ids.map(({ raw }) => raw)]),
    );
  return candidates
    .map((candidate): TextEdit => ({ range: at({ line, character: 0 }), newText: candidate + eol }))
    .find((edit) => {
      const after = afterEdits(source, [edit]).annotations;
      const above = after.filter(({ markerRange }) => markerRange.start.line < line);
      const below = after.filter(({ markerRange }) => markerRange.start.line > line);
      const before = left.filter(({ markerRange }) => markerRange.start.line < line);
      const behind = left.filter(({ markerRange }) => markerRange.start.line >= line);
      return (
        above.length + below.length === after.length &&
        look(above, 0) === look(before, 0) &&
        look(below, 0) === look(behind, 1)
      );
    });
}
