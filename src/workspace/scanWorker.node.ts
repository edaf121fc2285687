import { parentPort, workerData } from 'node:worker_threads';
import { createAnnotator } from './createAnnotator';
import { ScanClaims } from './scanClaims';
import { scanFolder } from './scanFolder.node';
import { batchMessage, type ScanMessage, type ScanRequest } from './scanMessages';

/** Entry of a worker thread (`dist/scan-worker.js`): its share of one scan, then it ends. It is cancelled by being terminated. */
async function work({ root, options, claims, me }: ScanRequest): Promise<void> {
  const send = (message: ScanMessage): void => parentPort?.postMessage(message);
  const own = new ScanClaims(claims, me);
  if (!own.begin()) {
    return;
  }
  try {
    const stats = await scanFolder(
      root,
      options,
      createAnnotator(options),
      (batch) => send(batchMessage(batch)),
      undefined,
      own,
    );
    send({ stats });
  } catch (error) {
    send({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

void work(workerData as ScanRequest);
