import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import { LineMap } from '../../../src/base/text';
import { languageForPath } from '../../../src/annotations/languages';
import type { CodeUnit } from '../../../src/annotations/model';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { codeUnitsOf } from '../../../src/units/codeUnitsOf';
import { SyntaxParsers, type SyntaxHost } from '../../../src/units/syntaxParsers';

const require = createRequire(__filename);
const directory = dirname(require.resolve('@vscode/tree-sitter-wasm'));

export const host: SyntaxHost = {
  runtime: () => Promise.resolve(require('@vscode/tree-sitter-wasm') as typeof TreeSitter),
  wasm: (name) => readFile(join(directory, `${name}.wasm`)),
};

/** A runtime that nobody has started. */
export function freshRuntime(): Promise<typeof TreeSitter> {
  const path = require.resolve('@vscode/tree-sitter-wasm');
  const { [path]: known } = require.cache;
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
  delete require.cache[path];
  const runtime = require(path) as typeof TreeSitter;
  require.cache[path] = known;
  return Promise.resolve(runtime);
}

/** Shared by the tests: a grammar takes some milliseconds to load. */
export const parsers = new SyntaxParsers(host, (error) => {
  throw error;
});

/** What the annotations of a text speak of, by its syntax or by the look of its lines. */
export async function unitsIn(path: string, text: string, by: 'syntax' | 'look'): Promise<(CodeUnit | undefined)[]> {
  const language = languageForPath(path, text);
  const lines = new LineMap(text);
  const { annotations } = parseAnnotations(text, { language, marker: '@segur' });
  const starts = annotations.map(({ range }) => lines.offsetAt(range.start));
  return codeUnitsOf(text, language, starts, by === 'syntax' ? await parsers.parserOf(language, text) : undefined);
}

/** `kind name first-last`, lines from 1, for each annotation; `-` for none. */
export async function shownUnits(path: string, text: string, by: 'syntax' | 'look'): Promise<string[]> {
  return (await unitsIn(path, text, by)).map((unit) =>
    unit === undefined ? '-' : `${unit.kind} ${unit.name} ${unit.startLine + 1}-${unit.endLine + 1}`,
  );
}
