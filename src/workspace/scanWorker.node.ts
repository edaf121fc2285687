import { parentPort, workerData } from 'node:worker_threads';
import { createAnnotator } from './createAnnotator';
import { scanFolder } from './scanFolder.node';
import { batchMessage, type ScanMessage, type ScanRequest } from './scanMessages';

/** Entry of the worker thread (`dist/scan-worker.js`): one scan, then it ends. It is cancelled by being terminated. */
async function work({ root, options }: ScanRequest): Promise<void> {
  const send = (message: ScanMessage): void => parentPort?.postMessage(message);
  try {
    const stats = await scanFolder(root, options, createAnnotator(options), (batch) => send(batchMessage(batch)));
    send({ stats });
  } catch (error) {
    send({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

void work(workerData as ScanRequest);
