import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SeededRandom } from '../../scripts/bench/random';
import { annotationReader } from './readers/annotations';
import { packReader } from './readers/packs';
import { junitReader } from './readers/results';
import { csvReader, fillReader, xlsxReader } from './readers/spreadsheets';
import { traceReader } from './readers/traces';
import { catalogReader, lockReader, projectReader } from './readers/yamlFiles';
import type { Reader, Sample } from './reader';

export const readers: readonly Reader[] = [
  projectReader,
  catalogReader,
  lockReader,
  annotationReader,
  xlsxReader,
  fillReader,
  csvReader,
  junitReader,
  packReader,
  traceReader,
];

/** Inputs that something did not hold for are kept here. */
export const failureFolder = join(__dirname, '../../out/fuzz');

/** Reading a sample takes milliseconds: one that takes longer than this hangs, on however slow a machine. In milliseconds. */
const HANGS = 60_000;

export interface FuzzRun {
  readonly reader: Reader;
  readonly seed: number;
  /** Whether to go on after so many. */
  readonly goOn: (done: number) => boolean;
  readonly onFailure: (failure: FuzzFailure) => void;
}

export interface FuzzFailure {
  readonly error: unknown;
  /** The sample, kept to be read again. */
  readonly file: string;
  /** How to have it again. */
  readonly words: string;
}

/** Reads the corpus as it is, then one mutated sample after the other. @returns how many samples were read */
export async function fuzz({ reader, seed, goOn, onFailure }: FuzzRun): Promise<number> {
  const watch = new Watch();
  try {
    const corpus = await reader.corpus();
    for (const sample of corpus) {
      await attempt(watch, reader, sample, `corpus: ${sample.name}`, onFailure);
    }
    let done = 0;
    for (; goOn(done); done++) {
      // Each has a seed of its own: it comes again without those before it.
      const sample = reader.mutate(new SeededRandom(seed + done), corpus);
      await attempt(watch, reader, sample, `--seed ${seed + done}`, onFailure);
    }
    return done;
  } finally {
    await watch.end();
  }
}

async function attempt(
  watch: Watch,
  reader: Reader,
  sample: Sample,
  which: string,
  onFailure: FuzzRun['onFailure'],
): Promise<void> {
  const words = `npm run fuzz -- --reader ${reader.name} ${which}`;
  watch.begin(words);
  try {
    await reader.check(sample);
  } catch (error) {
    onFailure({ error, file: kept(reader, sample, which), words });
  }
}

/** Keeps a sample, named so that it can be added to the corpus. */
export function kept(reader: Reader, sample: Sample, which: string): string {
  mkdirSync(failureFolder, { recursive: true });
  const file = join(failureFolder, `${reader.name} ${which.replaceAll(/[^\w.]+/gu, '-')} ${sample.name}`);
  writeFileSync(file, sample.bytes);
  return file;
}

/** Nothing that runs can end what hangs in its own thread: another one does, and says what it was. */
class Watch {
  readonly #beats = new Int32Array(new SharedArrayBuffer(4));
  readonly #thread: Worker;

  constructor() {
    const code = `
      const { parentPort, workerData: { beats, hangs } } = require('node:worker_threads');
      const { writeSync } = require('node:fs');
      let last = -1, since = Date.now(), words = '';
      parentPort.on('message', (said) => { words = said; });
      setInterval(() => {
        const beat = Atomics.load(beats, 0);
        if (beat !== last) { last = beat; since = Date.now(); return; }
        if (Date.now() - since > hangs) {
          writeSync(2, 'Hangs, at or soon after: ' + words + '\\n');
          process.kill(process.pid, 'SIGKILL');
        }
      }, 1000);`;
    this.#thread = new Worker(code, { eval: true, workerData: { beats: this.#beats, hangs: HANGS } });
    this.#thread.unref();
  }

  begin(words: string): void {
    Atomics.add(this.#beats, 0, 1);
    this.#thread.postMessage(words);
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}

/** For a script: whatever happens to the process, the line is out. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}
