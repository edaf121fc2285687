import { Worker } from 'node:worker_threads';
import { filesOf, type ScanMessage, type ScanRequest } from './scanMessages';
import type { Scan, ScanStats } from './scanOptions';

/**
 * A scan that leaves this thread free. Each scan has a worker of its own, which ends with it: it starts in some 20 ms, and between scans it holds
 * no memory. Aborting terminates it. Rejects when it crashes.
 * @param root absolute path of the folder
 * @param workerFile the bundled `scanWorker.node.ts`
 */
export function scanInWorker(root: string, workerFile: string): Scan {
  return (options, onBatch, signal) =>
    new Promise<ScanStats>((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const request: ScanRequest = { root, options };
      const worker = new Worker(workerFile, { workerData: request });
      const abort = (): void => {
        finish();
        reject(signal === undefined ? new Error('Aborted') : reasonOf(signal));
      };
      const finish = (): void => {
        signal?.removeEventListener('abort', abort);
        worker.removeAllListeners();
        // An error event without a listener would be thrown.
        worker.on('error', () => undefined);
        void worker.terminate();
      };
      signal?.addEventListener('abort', abort, { once: true });
      worker.on('message', (message: ScanMessage) => {
        if ('batch' in message) {
          try {
            onBatch(filesOf(message.batch));
          } catch (error) {
            finish();
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          return;
        }
        finish();
        if ('stats' in message) {
          resolve(message.stats);
        } else {
          reject(new Error(`The scan worker failed: ${message.failure}`));
        }
      });
      worker.on('error', (error) => {
        finish();
        reject(error);
      });
      worker.on('exit', (code) => {
        finish();
        reject(new Error(`The scan worker ended early with code ${code}`));
      });
    });
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('Aborted');
}
