import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { scanFolder, type CallHelper, type ScanHelper } from './scanFolder.node';
import { filesOf, segmentMessage, type HelpMessage, type ScanMessage, type ScanRequest } from './scanMessages';
import type { Scan, ScanStats } from './scanOptions';

/**
 * A scan that leaves this thread free: a worker leads it, and calls another one where there is much to read. Each scan has workers of its own, which
 * end with it: they start in some 20 ms, and between scans they hold no memory. Aborting terminates them. Rejects when one crashes.
 * @param root absolute path of the folder
 * @param workerFile the bundled `scanWorker.node.ts`
 */
export function scanInWorkers(root: string, workerFile: string): Scan {
  return async (options, onBatch, signal) => {
    signal?.throwIfAborted();
    const worker = new ScanWorker(workerFile, { root, options }, (batch) => onBatch(filesOf(batch)));
    const aborted = abortOf(signal);
    try {
      return await Promise.race([worker.stats, aborted.promise]);
    } finally {
      aborted.forget();
      worker.stop();
    }
  };
}

/** A scan for commands, which have nothing else to do meanwhile: this thread leads it, and where there is much to read a worker helps. @param helpFrom in files */
export function scanWithHelper(root: string, workerFile: string, helpFrom?: number): Scan {
  return async (options, onBatch, signal) => {
    const helpers: HelperWorker[] = [];
    try {
      const callHelper: CallHelper = (claims) => {
        const request = { root, options, claims: claims.memory };
        const helper = helperWorker(workerFile, request, (batch) => onBatch(filesOf(batch)));
        helpers.push(...(helper === undefined ? [] : [helper]));
        return helper;
      };
      return await scanFolder(root, options, onBatch, signal, callHelper, helpFrom);
    } finally {
      helpers.forEach((helper) => helper.stop());
    }
  };
}

export interface HelperWorker extends ScanHelper {
  stop(): void;
}

/** Another thread for the same scan; none where there is no processor for it. @param onBatch gets batches as they travel */
export function helperWorker(
  workerFile: string,
  request: ScanRequest,
  onBatch: (batch: string) => void,
): HelperWorker | undefined {
  if (availableParallelism() < 2) {
    return undefined;
  }
  const worker = new ScanWorker(workerFile, request, onBatch);
  return {
    help: (segment) => worker.tell(segmentMessage(segment)),
    finish: () => {
      worker.tell({ finish: true });
      return worker.stats;
    },
    stop: () => worker.stop(),
  };
}

class ScanWorker {
  /** Of its share, once all is read. */
  readonly stats: Promise<ScanStats>;
  readonly #worker: Worker;

  constructor(workerFile: string, request: ScanRequest, onBatch: (batch: string) => void) {
    const worker = new Worker(workerFile, { workerData: request });
    this.#worker = worker;
    this.stats = new Promise<ScanStats>((resolve, reject) => {
      worker.on('message', (message: ScanMessage) => {
        if ('stats' in message) {
          resolve(message.stats);
        } else if ('failure' in message) {
          reject(new Error(`A scan worker failed: ${message.failure}`));
        } else {
          try {
            onBatch(message.batch);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('A scan worker ended early')));
    });
    // Its failure counts when its stats are asked for.
    this.stats.catch(() => undefined);
  }

  tell(message: HelpMessage): void {
    this.#worker.postMessage(message);
  }

  stop(): void {
    this.#worker.removeAllListeners();
    // An error event without a listener would be thrown.
    this.#worker.on('error', () => undefined);
    void this.#worker.terminate();
  }
}

function abortOf(signal: AbortSignal | undefined): { readonly promise: Promise<never>; readonly forget: () => void } {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
    signal?.addEventListener('abort', abort, { once: true });
    forget = () => signal?.removeEventListener('abort', abort);
  });
  return { promise, forget };
}
