import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import * as treeSitter from '@vscode/tree-sitter-wasm';
import { SyntaxParsers } from '../units/syntaxParsers';
import { NodeFileSystem } from './nodeFileSystem.node';
import type { UnitReply, UnitRequest, UnitWorkerData } from './unitMessages';
import { UnitReader } from './unitReader';

/** Files whose answers travel together. */
const BATCH = 32;

/**
 * The reader of units with the parsers in their files. This file is a bundle of its own (`dist/unit-worker.js`), the only one that holds the
 * parsers' runtime: the entry of a worker thread, and what commands load into their own thread.
 */
export function createUnitReader({ root, grammars }: UnitWorkerData, onError: (error: unknown) => void): UnitReader {
  const host = {
    runtime: () => Promise.resolve(treeSitter),
    wasm: (name: string) => readFile(join(grammars, `${name}.wasm`)),
  };
  return new UnitReader(new NodeFileSystem(root), new SyntaxParsers(host, onError));
}

function serve(data: UnitWorkerData): void {
  const send = (reply: UnitReply): void => parentPort?.postMessage(reply);
  const reader = createUnitReader(data, (error) => send({ fault: String(error) }));
  const cancelled = new Set<number>();
  let last: Promise<void> = Promise.resolve();

  const run = async ({ run, questions, marker }: Extract<UnitRequest, { run: number }>): Promise<void> => {
    const isCancelled = (): boolean => cancelled.has(run);
    for (let at = 0; at < questions.length && !isCancelled(); at += BATCH) {
      const answers = await reader.answerAll(questions.slice(at, at + BATCH), marker, isCancelled);
      send({ run, answers: JSON.stringify(answers) });
    }
    send({ run, end: true });
  };

  parentPort?.on('message', (request: UnitRequest) => {
    if ('cancel' in request) {
      cancelled.add(request.cancel);
      return;
    }
    last = last
      .then(() => run(request))
      .catch((error: unknown) => send({ run: request.run, end: true, failure: String(error) }))
      .finally(() => cancelled.delete(request.run));
  });
}

if (!isMainThread && isUnitWorker(workerData)) {
  serve(workerData);
}

function isUnitWorker(data: unknown): data is UnitWorkerData {
  return typeof data === 'object' && data !== null && 'grammars' in data;
}
