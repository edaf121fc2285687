import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Disposable } from '../base/ports';
import { answersIn, type UnitReply, type UnitRequest, type UnitWorkerData } from './unitMessages';
import type { ReadUnits, UnitAnswer, UnitQuestion } from './unitReading';
import type { UnitReader } from './unitReader';

/** A worker that had nothing to do for so long is ended: it holds the parsers' memory. In milliseconds. */
const IDLE = 20_000;
/** So many files are worth the half second of processor time that a second thread takes to make its parsers fast. */
const WORTH_HELP = 1000;
/** How many files a thread takes at once. */
const SHARE = 32;

export interface UnitsInit {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** The bundled `unitWorker.node.ts`. */
  readonly workerFile: string;
  /** The folder with the grammars; `grammars/` beside the bundle by default. */
  readonly grammars?: string;
  /** Told, once, of a parser that cannot be used. */
  readonly onError: (error: unknown) => void;
  readonly idle?: number;
}

interface Run {
  readonly onAnswers: (answers: readonly UnitAnswer[]) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Reads units in a worker thread that is started by the first question and ends when no more come. */
export class UnitWorker implements Disposable {
  readonly #init: UnitsInit;
  readonly #runs = new Map<number, Run>();
  #worker: Worker | undefined;
  #lastRun = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(init: UnitsInit) {
    this.#init = init;
  }

  readonly read: ReadUnits = (questions, marker, onAnswers, signal) => {
    if (signal?.aborted === true) {
      return Promise.reject(reasonOf(signal));
    }
    const run = ++this.#lastRun;
    const worker = this.#started();
    let forget = (): void => undefined;
    return new Promise<void>((resolve, reject) => {
      const abort = (): void => {
        this.#send(worker, { cancel: run });
        this.#end(run, reasonOf(signal));
      };
      signal?.addEventListener('abort', abort, { once: true });
      forget = () => signal?.removeEventListener('abort', abort);
      this.#runs.set(run, { onAnswers, resolve, reject });
      this.#send(worker, { run, questions, marker });
    }).finally(forget);
  };

  dispose(): void {
    this.#stop(new Error('The worker of units was ended'));
  }

  #send(worker: Worker, request: UnitRequest): void {
    worker.postMessage(request);
  }

  #started(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker !== undefined) {
      return this.#worker;
    }
    const worker = new Worker(this.#init.workerFile, { workerData: dataOf(this.#init) });
    worker.on('message', (reply: UnitReply) => this.#take(reply));
    worker.on('error', (error) => this.#stop(error));
    worker.on('exit', () => this.#stop(new Error('The worker of units ended early')));
    this.#worker = worker;
    return worker;
  }

  #take(reply: UnitReply): void {
    if ('fault' in reply) {
      this.#init.onError(new Error(reply.fault));
    } else if ('end' in reply) {
      this.#end(
        reply.run,
        reply.failure === undefined ? undefined : new Error(`The worker of units failed: ${reply.failure}`),
      );
    } else {
      try {
        this.#runs.get(reply.run)?.onAnswers(answersIn(reply.answers));
      } catch (error) {
        this.#end(reply.run, error);
      }
    }
  }

  /** @param error why it ended, where it did not end well */
  #end(id: number, error: unknown): void {
    const run = this.#runs.get(id);
    this.#runs.delete(id);
    if (error === undefined) {
      run?.resolve();
    } else {
      run?.reject(error);
    }
    if (this.#runs.size === 0) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.dispose(), this.#init.idle ?? IDLE);
      // Nobody waits for it.
      this.#idle.unref();
    }
  }

  #stop(error: unknown): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.removeAllListeners();
    // An error event without a listener would be thrown.
    worker?.on('error', () => undefined);
    void worker?.terminate();
    for (const id of [...this.#runs.keys()]) {
      this.#end(id, error);
    }
    clearTimeout(this.#idle);
  }
}

/** Reads units for commands, which have nothing else to do meanwhile: in this thread, and where there are many files in a worker beside it. */
export function unitsWithHelper(init: UnitsInit, worthHelp = WORTH_HELP): ReadUnits {
  let loaded: UnitReader | undefined;
  return async (questions, marker, onAnswers, signal) => {
    const reader = (loaded ??= loadUnitReader(init));
    const waiting = [...questions];
    const next = (): UnitQuestion[] => waiting.splice(0, SHARE);
    const help = async (): Promise<void> => {
      const worker = new UnitWorker(init);
      try {
        for (let share = next(); share.length > 0; share = next()) {
          await worker.read(share, marker, onAnswers, signal);
        }
      } finally {
        worker.dispose();
      }
    };
    const helper = questions.length < worthHelp ? Promise.resolve() : help();
    // Its failure counts when it is waited for, below.
    helper.catch(() => undefined);
    for (let share = next(); share.length > 0; share = next()) {
      signal?.throwIfAborted();
      onAnswers(await reader.answerAll(share, marker));
    }
    await helper;
  };
}

function loadUnitReader(init: UnitsInit): UnitReader {
  const { createUnitReader } = createRequire(__filename)(init.workerFile) as {
    createUnitReader: (data: UnitWorkerData, onError: (error: unknown) => void) => UnitReader;
  };
  return createUnitReader(dataOf(init), init.onError);
}

function dataOf({ root, workerFile, grammars }: UnitsInit): UnitWorkerData {
  return { root, grammars: grammars ?? join(dirname(workerFile), 'grammars') };
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('Aborted');
}
