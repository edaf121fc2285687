import type { Problem } from '../base/problem';
import { LineMap, type Position, type Range } from '../base/text';
import type { Language } from './data/language';
import { languageForId, languageForPath } from './languages';
import type { Annotation, CodeUnit, FileAnnotations, IdReference } from './model';
import { readNotebook, type MappedText, type NotebookCell } from './notebookCells';

/** The unit that the scan itself knows: no syntax has to be read for it. */
export function isCell(unit: CodeUnit | undefined): boolean {
  return unit?.kind === CELL;
}

const CELL = 'cell';

/** Reads a text of one language. */
export type ParseText = (text: string, language: Language) => FileAnnotations;

/**
 * The annotations of a Jupyter notebook: each cell is read in its own language, and what is found gets its place in the file. A link's
 * unit is its cell.
 * @param marker the directive that has a file ignored holds for all cells
 */
// @segur ST.ANN.05
export function parseNotebook(file: string, marker: string, parse: ParseText): FileAnnotations {
  const { cells, language } = readNotebook(file);
  const lines = new LineMap(file);
  const found: FileAnnotations[] = [];
  for (const cell of cells) {
    const { text } = cell.source;
    const cellLanguage = languageOf(cell, text, language);
    if (text.includes(`${marker}:ignore-file`) && isIgnored(text, cellLanguage, marker, parse)) {
      return { annotations: [], mentions: [], problems: [] };
    }
    found.push(placed(parse(text, cellLanguage), cell, lines));
  }
  return {
    annotations: found.flatMap(({ annotations }) => annotations),
    mentions: found.flatMap(({ mentions }) => mentions),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** Cell magics of IPython that name a language: `%%bash`. */
const MAGIC = /^%%(\w+)(?:[ \t]+(\S+))?/;
const MAGICS: ReadonlyMap<string, string> = new Map([
  ['bash', 'shellscript'],
  ['sh', 'shellscript'],
  ['script', 'shellscript'],
  ['js', 'javascript'],
  ['svg', 'xml'],
  ['cython', 'python'],
  ['sql', 'sql'],
]);

/** Names of kernels that differ from the editor's ids. */
const KERNELS: ReadonlyMap<string, string> = new Map([
  ['ipython', 'python'],
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
]);

function languageOf({ kind, language }: NotebookCell, text: string, notebook = 'python'): Language {
  const [, magic = '', argument = ''] = MAGIC.exec(text) ?? [];
  const name = (language ?? notebook).toLowerCase();
  const ofMagic =
    magic === 'writefile' ? languageForPath(argument) : languageForId(MAGICS.get(magic.toLowerCase()) ?? magic);
  const id = kind === 'markdown' ? 'markdown' : kind === 'raw' ? 'plaintext' : (KERNELS.get(name) ?? name);
  const known = (kind === 'code' ? ofMagic : undefined) ?? languageForId(id) ?? languageForId('python');
  if (known === undefined) {
    throw new Error('the table has no Python');
  }
  return known;
}

/** Whether the directive in the text is one: then an annotation put below it is none. */
function isIgnored(text: string, language: Language, marker: string, parse: ParseText): boolean {
  const { line, block } = language.comment;
  const probe = line === undefined ? (block ?? ['', '']).join(` ${marker} PROBE-1 `) : `${line} ${marker} PROBE-1`;
  return parse(`${text}\n\n${probe}\n`, language).annotations.length === 0;
}

function placed(found: FileAnnotations, cell: NotebookCell, lines: LineMap): FileAnnotations {
  const { source } = cell;
  const inCell = new LineMap(source.text);
  const lineOf = (line: number): number => lines.positionAt(source.startInFile(inCell.lineStart(line))).line;
  const rangeOf = (range: Range): Range => ({
    start: positionOf(range.start, source, inCell, lines, false),
    end: positionOf(range.end, source, inCell, lines, true),
  });
  const idOf = (id: IdReference): IdReference => ({ ...id, range: rangeOf(id.range) });
  const length = source.text.length;
  const unit = {
    kind: CELL,
    name: `cell ${cell.number}`,
    startLine: lines.positionAt(source.startInFile(0)).line,
    endLine: lines.positionAt(source.endInFile(length)).line,
  };
  return {
    annotations: found.annotations.map((annotation): Annotation => ({
      ...annotation,
      ids: annotation.ids.map(idOf),
      markerRange: rangeOf(annotation.markerRange),
      ...(annotation.verbRange === undefined ? {} : { verbRange: rangeOf(annotation.verbRange) }),
      range: rangeOf(annotation.range),
      anchor: lineOf(annotation.anchor),
      unit,
    })),
    mentions: found.mentions.map((mention) => ({ ...mention, range: rangeOf(mention.range) })),
    problems: found.problems.map((problem): Problem =>
      problem.range === undefined ? problem : { ...problem, range: rangeOf(problem.range) },
    ),
  };
}

function positionOf(at: Position, source: MappedText, inCell: LineMap, lines: LineMap, isEnd: boolean): Position {
  const offset = inCell.offsetAt(at);
  return lines.positionAt(isEnd ? source.endInFile(offset) : source.startInFile(offset));
}
