/* How long an editor waits for an answer about a place, in a folder that is indexed. */
import { ok } from 'node:assert/strict';
import { languageForPath } from '../../../src/annotations/languages';
import { english, render } from '../../../src/base/message';
import { LineMap } from '../../../src/base/text';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import { chooseShown, shownLimits, type Severities } from '../../../src/vscode/problems/shownProblems';
import type { FolderTrace } from '../../../src/workspace/folderTrace';

const TIMES = 250;
/** The first ones are compiled while they run. */
const WARMING = 50;
/** Every tenth annotation is of an id that nobody knows. */
const UNKNOWN_EVERY = 10;

/** As in an editor whose settings change none. */
const SEVERITIES: Severities = new Map();

export interface Answers {
  readonly hovers: readonly number[];
  readonly completions: readonly number[];
  readonly diagnoses: readonly number[];
}

/** Asks about each place of a file that is typed in, from its start to its end. @param annotated how many annotations it holds */
export async function ask(folder: FolderTrace, path: string, annotated: number): Promise<Answers> {
  const text = Array.from({ length: annotated }, (_, n) => {
    const id = n % UNKNOWN_EVERY === UNKNOWN_EVERY - 1 ? `SC.SSI/NONE.${n}` : `SC.SSI/GEN.${1 + (n % 22)}`;
    return `// @segur ${id} - note ${n}\nfunction f${n}(a: string) {\n  return a + "text ${n}";\n}\n`;
  }).join('\n');
  const asked = new Asked(folder, path, text);
  await asked.open();
  const places = Array.from({ length: TIMES }, (_, n) => {
    const nth = Math.floor((n * (annotated - 1)) / (TIMES - 1));
    return nth % UNKNOWN_EVERY === UNKNOWN_EVERY - 1 ? nth - 1 : nth;
  });
  const of = (measure: (nth: number) => number): number[] => places.map(measure).slice(WARMING);
  const answers = {
    hovers: of((nth) => asked.hover(nth)),
    completions: of((nth) => asked.complete(nth)),
    diagnoses: of((nth) => asked.diagnose(nth)),
  };
  asked.close();
  return answers;
}

const LINES_EACH = 5;

class Asked {
  readonly #folder: FolderTrace;
  readonly #path: string;
  readonly #text: string;
  readonly #lines: LineMap;

  constructor(folder: FolderTrace, path: string, text: string) {
    this.#folder = folder;
    this.#path = path;
    this.#text = text;
    this.#lines = new LineMap(text);
  }

  async open(): Promise<void> {
    this.#folder.bufferChanged(this.#path, this.#text, 'typescript');
    await this.#folder.settled();
  }

  close(): void {
    this.#folder.bufferClosed(this.#path);
  }

  hover(nth: number): number {
    const folder = this.#folder;
    const position = this.#lines.positionAt(this.#offsetOf(nth));
    const start = performance.now();
    const annotations = folder.annotationsOf(this.#path);
    const context = { trace: folder.trace, catalog: folder.catalog, t: english };
    const found = annotations === undefined ? undefined : hoverAt(annotations, position, context);
    const time = performance.now() - start;
    ok(found?.sections.length === 1, 'the hover says nothing');
    return time;
  }

  complete(nth: number): number {
    const { marker, trace, catalog } = this.#folder;
    const path = this.#path;
    const start = performance.now();
    const found = completionsAt({
      text: this.#text,
      offset: this.#offsetOf(nth),
      path,
      language: languageForPath(path),
      marker,
      neighbours: this.#folder.annotationsOf(path)?.annotations ?? [],
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

  /** From a letter that is typed in an id to the words of all problems of the file, as its editor shows them. */
  diagnose(nth: number): number {
    const offset = this.#offsetOf(nth);
    const text = `${this.#text.slice(0, offset)}X${this.#text.slice(offset)}`;
    const start = performance.now();
    this.#folder.bufferChanged(this.#path, text, 'typescript');
    const rules = { severities: SEVERITIES, isOpen: (file: string) => file === this.#path, limits: shownLimits };
    const shown = chooseShown(this.#folder.trace.problemsByFile, rules).files.get(this.#path) ?? [];
    const words = shown.map(({ message, remedy }) => [message, remedy].map((part) => part && render(english, part)));
    const time = performance.now() - start;
    ok(
      words.some(([message]) => message?.includes('SCX.SSI') === true),
      'what was typed is not told',
    );
    return time;
  }

  /** In its id. */
  #offsetOf(nth: number): number {
    return this.#lines.lineStart(LINES_EACH * nth) + '// @segur SC'.length;
  }
}
