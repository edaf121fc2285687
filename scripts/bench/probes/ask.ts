/* How long an editor waits for an answer about a place, in a folder that is indexed. */
import { ok } from 'node:assert/strict';
import { languageForPath } from '../../../src/annotations/languages';
import { english } from '../../../src/base/message';
import { LineMap } from '../../../src/base/text';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import type { FolderTrace } from '../../../src/workspace/folderTrace';

const TIMES = 250;
/** The first ones are compiled while they run. */
const WARMING = 50;
const ANNOTATED = 3000;
const ASKED = 'asked-by-the-benchmark.ts';

export interface Answers {
  readonly hovers: readonly number[];
  readonly completions: readonly number[];
}

/** Asks about each place of a file of 3,000 annotations in turn, from its start to its end. */
export async function ask(folder: FolderTrace): Promise<Answers> {
  const text = Array.from(
    { length: ANNOTATED },
    (_, n) =>
      `// @segur SC.SSI/GEN.${1 + (n % 22)} - note ${n}\nfunction f${n}(a: string) {\n  return a + "text ${n}";\n}\n`,
  ).join('\n');
  folder.bufferChanged(ASKED, text, 'typescript');
  await folder.settled();
  const lines = new LineMap(text);
  const places = Array.from({ length: TIMES }, (_, n) => {
    const line = 5 * Math.floor((n * (ANNOTATED - 1)) / (TIMES - 1));
    return lines.lineStart(line) + '// @segur SC'.length;
  });
  const hovers = places.map((offset) => hover(folder, lines, offset));
  const completions = places.map((offset) => complete(folder, text, offset));
  folder.bufferClosed(ASKED);
  return { hovers: hovers.slice(WARMING), completions: completions.slice(WARMING) };
}

function hover(folder: FolderTrace, lines: LineMap, offset: number): number {
  const start = performance.now();
  const annotations = folder.annotationsOf(ASKED);
  const context = { trace: folder.trace, catalog: folder.catalog, t: english };
  const found = annotations === undefined ? undefined : hoverAt(annotations, lines.positionAt(offset), context);
  const time = performance.now() - start;
  ok(found?.sections.length === 1, 'the hover says nothing');
  return time;
}

function complete(folder: FolderTrace, text: string, offset: number): number {
  const { marker, trace, catalog } = folder;
  const start = performance.now();
  const found = completionsAt({
    text,
    offset,
    path: ASKED,
    language: languageForPath(ASKED),
    marker,
    neighbours: folder.annotationsOf(ASKED)?.annotations ?? [],
    trace,
    catalog,
    t: english,
    french: false,
    offersMarker: true,
  });
  const time = performance.now() - start;
  ok((found?.items.length ?? 0) >= catalog.requirements.length, 'the list is short of requirements');
  return time;
}
