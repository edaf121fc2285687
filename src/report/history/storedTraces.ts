import { decodeText } from '../../base/decodeText';
import { message, type Message } from '../../base/message';
import type { FileSystem } from '../../base/ports';
import { parseTrace } from '../compare/readTrace';
import { comparedSchema, type ComparedRow, type ComparedTrace } from './comparedTrace';
import { LARGEST_TRACE } from './largestTrace';
import { inOrder, momentOf, natural, type TraceFault, type TraceHistory, type TracePoint } from './traceHistory';

/** Of all of them together. In bytes. */
const MAX_TOTAL = 1024 * 1024 * 1024;
/** Traces read of all that match, the last by their names. */
const MAX_FILES = 100;
/** Rows kept to be shared by the traces. */
const MAX_ROWS = 500_000;

type Read = { readonly stamp: string } & (
  { readonly point: TracePoint & { readonly time: number } } | { readonly fault: TraceFault }
);

/**
 * Reads the stored traces of a folder, one at a time. A file that did not change is not read again, and rows that are the same in several traces are
 * kept once. What cannot be used is told, and leaves the others as they are.
 */
export class StoredTraces {
  readonly #fs: FileSystem;
  readonly #files = new Map<string, Read>();
  readonly #rows = new Map<string, ComparedRow>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** @param globs those that the project names */
  read(globs: readonly string[]): Promise<TraceHistory> {
    const reading = this.#last.then(() => this.#read(globs));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #read(globs: readonly string[]): Promise<TraceHistory> {
    const found = new Set<string>();
    for (const glob of globs) {
      (await this.#fs.glob(glob)).forEach((path) => found.add(path));
    }
    const paths = [...found].sort((a, b) => natural.compare(a, b) || (a < b ? -1 : 1));
    const taken = paths.slice(-MAX_FILES);
    [...this.#files.keys()].filter((path) => !taken.includes(path)).forEach((path) => this.#files.delete(path));
    const faults: TraceFault[] = paths.slice(0, -MAX_FILES).map((file) => ({ file, ...tooMany(file) }));
    let left = MAX_TOTAL;
    for (const path of taken.reverse()) {
      left -= await this.#readFile(path, left);
    }
    const read = paths.flatMap((path) => this.#files.get(path) ?? []);
    return {
      points: inOrder(read.flatMap((one) => ('point' in one ? [one.point] : []))),
      faults: [...faults, ...read.flatMap((one) => ('fault' in one ? [one.fault] : []))],
    };
  }

  /** @returns the size of the file, as far as it counts */
  async #readFile(file: string, left: number): Promise<number> {
    const stat = await this.#fs.stat(file).catch(() => undefined);
    if (stat === undefined) {
      this.#files.delete(file);
      return 0;
    }
    const { size } = stat;
    const stamp = `${size} ${stat.modified}`;
    const known = this.#files.get(file);
    const refuse = (text: Message, remedy: Message): void => {
      this.#files.set(file, { stamp: '', fault: { file, message: text, remedy } });
    };
    if (size > LARGEST_TRACE) {
      refuse(message('{0} is larger than {1} MB', file, LARGEST_TRACE / 1024 / 1024), OTHER_GLOB);
      return 0;
    }
    if (size > left) {
      const { message: text, remedy } = tooMany(file);
      refuse(text, remedy);
      return 0;
    }
    if (known?.stamp !== stamp) {
      try {
        const read = await this.#parse(file);
        if (read === undefined) {
          this.#files.delete(file);
        } else {
          this.#files.set(file, { stamp, ...read });
        }
      } catch (error) {
        // The code that the file system gave, not its text, which names paths of the machine.
        const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
        refuse(message('{0} cannot be read ({1})', file, code), message('Allow reading it'));
      }
      // Lets an editor draw between two files.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return size;
  }

  /** `undefined` for what is no file any more. */
  async #parse(
    file: string,
  ): Promise<{ point: TracePoint & { readonly time: number } } | { fault: TraceFault } | undefined> {
    const bytes = await this.#fs.read(file);
    if (bytes === undefined) {
      return undefined;
    }
    const decoded = decodeText(bytes);
    const read = 'text' in decoded ? parseTrace(decoded.text, file, comparedSchema) : { fault: noText(file) };
    if ('fault' in read) {
      return { fault: { file, message: read.fault, remedy: OTHER_GLOB } };
    }
    const moment = momentOf(read, file);
    if (moment === undefined) {
      return {
        fault: {
          file,
          message: message('{0} does not say of which day it is', file),
          remedy: message('Write it with segur-trace matrix --dated, or put the day into its name: 2026-09-01.json'),
        },
      };
    }
    return { point: { file, ...moment, trace: this.#shared(read) } };
  }

  #shared(trace: ComparedTrace): ComparedTrace {
    if (this.#rows.size > MAX_ROWS) {
      this.#rows.clear();
    }
    const requirements = trace.requirements.map((row) => {
      const key = JSON.stringify(row);
      const known = this.#rows.get(key);
      if (known === undefined) {
        this.#rows.set(key, row);
      }
      return known ?? row;
    });
    return { ...trace, requirements };
  }
}

const OTHER_GLOB = message('Let “traces” in segur.yaml name the stored traces alone');

function tooMany(file: string): Pick<TraceFault, 'message' | 'remedy'> {
  return {
    message: message('There are more stored traces than are read: {0} was passed over', file),
    remedy: message('Let “traces” in segur.yaml name the stored traces of some releases alone'),
  };
}

function noText(file: string): Message {
  return message('{0} is no text', file);
}
