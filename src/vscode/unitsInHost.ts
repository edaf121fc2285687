import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import { Uri, workspace } from 'vscode';
import type { FileSystem } from '../base/ports';
import { SyntaxParsers } from '../units/syntaxParsers';
import { UnitReader } from '../workspace/unitReader';
import type { ReadUnits } from '../workspace/unitReading';

/** Files whose answers are given together. */
const BATCH = 16;

/**
 * Reads units in the extension host itself, where there are no worker threads or the files are not on disk; between two files the host can do
 * other work.
 */
export function unitsInHost(
  fs: Pick<FileSystem, 'read'>,
  extensionUri: Uri,
  onError: (error: unknown) => void,
): ReadUnits {
  const host = {
    runtime: loadRuntime,
    wasm: async (name: string) => workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'grammars', `${name}.wasm`)),
  };
  const reader = new UnitReader(fs, new SyntaxParsers(host, onError));
  return async (questions, marker, onAnswers, signal) => {
    for (let at = 0; at < questions.length; at += BATCH) {
      signal?.throwIfAborted();
      onAnswers(await reader.answerAll(questions.slice(at, at + BATCH), marker));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
}

/** Bundlers and Node differ in where they put what a CommonJS module exports. */
async function loadRuntime(): Promise<typeof TreeSitter> {
  const loaded: typeof TreeSitter & { readonly default?: typeof TreeSitter } = await import('@vscode/tree-sitter-wasm');
  return loaded.default ?? loaded;
}
