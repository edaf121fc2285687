import { parentPort, workerData } from 'node:worker_threads';
import { createAnnotator } from './createAnnotator';
import { FileReading } from './fileReading.node';
import { readSegment, scanFolder } from './scanFolder.node';
import { helperWorker } from './scanInWorker.node';
import { batchMessage, segmentOf, type HelpMessage, type ScanMessage, type ScanRequest } from './scanMessages';
import { ChunkClaims } from './segments';

/** Entry of a worker thread (`dist/scan-worker.js`): one scan, or a share of one; then it ends. It is cancelled by being terminated. */
function work(request: ScanRequest): void {
  const done = request.claims === undefined ? lead(request) : help(request, new ChunkClaims(request.claims));
  done.catch((error: unknown) => {
    send({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    parentPort?.close();
  });
}

async function lead({ root, options }: ScanRequest): Promise<void> {
  const stats = await scanFolder(
    root,
    options,
    (batch) => send(batchMessage(batch)),
    undefined,
    // What the helper found goes on as it came.
    (claims) => helperWorker(__filename, { root, options, claims: claims.memory }, (batch) => send({ batch })),
  );
  send({ stats });
}

async function help({ root, options }: ScanRequest, claims: ChunkClaims): Promise<void> {
  const reading = new FileReading(root, createAnnotator(options));
  for await (const message of messages()) {
    if ('finish' in message) {
      break;
    }
    for await (const batch of readSegment(segmentOf(message.segment), reading, claims)) {
      if (batch.length > 0) {
        send(batchMessage(batch));
      }
    }
    send(batchMessage(reading.takeBatch()));
  }
  send({ stats: reading.stats() });
  parentPort?.close();
}

/** In the order in which they come, one at a time. */
async function* messages(): AsyncGenerator<HelpMessage> {
  const waiting: HelpMessage[] = [];
  let wake: () => void = () => undefined;
  parentPort?.on('message', (message: HelpMessage) => {
    waiting.push(message);
    wake();
  });
  for (;;) {
    const next = waiting.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
    } else {
      yield next;
    }
  }
}

function send(message: ScanMessage): void {
  parentPort?.postMessage(message);
}

work(workerData as ScanRequest);
