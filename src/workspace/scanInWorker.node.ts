import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createAnnotator } from './createAnnotator';
import { ScanClaims } from './scanClaims';
import { scanFolder } from './scanFolder.node';
import { filesOf, type ScanMessage, type ScanRequest } from './scanMessages';
import type { Scan, ScanStats, ScannedFile } from './scanOptions';

type OnBatch = (batch: readonly ScannedFile[]) => void;

/**
 * A scan that leaves this thread free: two workers share it where there are two processors. Each scan has workers of its own, which end with it:
 * they start in some 20 ms, and between scans they hold no memory. Aborting terminates them. Rejects when one crashes.
 * @param root absolute path of the folder
 * @param workerFile the bundled `scanWorker.node.ts`
 */
export function scanInWorkers(root: string, workerFile: string): Scan {
  return async (options, onBatch, signal) => {
    signal?.throwIfAborted();
    const claims = ScanClaims.createMemory();
    const count = Math.min(2, availableParallelism());
    const shares = Array.from({ length: count }, (_, i) =>
      startWorker(workerFile, { root, options, claims, me: i + 1 }, onBatch),
    );
    const aborted = abortOf(signal);
    try {
      return sum(await Promise.race([Promise.all(shares.map(({ stats }) => stats)), aborted.promise]));
    } finally {
      aborted.forget();
      shares.forEach((share) => share.stop());
    }
  };
}

/** Folders with fewer files are read sooner without a second thread, which has to warm up first. */
const HELP_AFTER = 3000;

/** A scan for commands, which have nothing else to do meanwhile: this thread reads, and where there is much to read a worker helps. @param helpAfter in files */
export function scanWithHelper(root: string, workerFile: string, helpAfter = HELP_AFTER): Scan {
  return async (options, onBatch, signal) => {
    const memory = ScanClaims.createMemory();
    const claims = new ScanClaims(memory, 1);
    let helper: Share | undefined;
    const callHelp = (files: number): void => {
      if (helper === undefined && files >= helpAfter && availableParallelism() > 1) {
        helper = startWorker(workerFile, { root, options, claims: memory, me: 2 }, onBatch);
        // Its failure counts when its share is asked for, below.
        helper.stats.catch(() => undefined);
      }
    };
    try {
      const own = await scanFolder(root, options, createAnnotator(options), onBatch, signal, claims, callHelp);
      return helper === undefined || claims.close() ? own : sum([own, await helper.stats]);
    } finally {
      helper?.stop();
    }
  };
}

interface Share {
  readonly stats: Promise<ScanStats>;
  stop(): void;
}

function startWorker(workerFile: string, request: ScanRequest, onBatch: OnBatch): Share {
  const worker = new Worker(workerFile, { workerData: request });
  const stats = new Promise<ScanStats>((resolve, reject) => {
    worker.on('message', (message: ScanMessage) => {
      if ('stats' in message) {
        resolve(message.stats);
      } else if ('failure' in message) {
        reject(new Error(`A scan worker failed: ${message.failure}`));
      } else {
        try {
          onBatch(filesOf(message.batch));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('A scan worker ended early')));
  });
  return {
    stats,
    stop: () => {
      worker.removeAllListeners();
      // An error event without a listener would be thrown.
      worker.on('error', () => undefined);
      void worker.terminate();
    },
  };
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

function sum(shares: readonly ScanStats[]): ScanStats {
  const total = (count: (stats: ScanStats) => number): number => shares.reduce((all, share) => all + count(share), 0);
  return {
    files: total(({ files }) => files),
    bytes: total(({ bytes }) => bytes),
    matched: total(({ matched }) => matched),
    ignored: total(({ ignored }) => ignored),
  };
}
