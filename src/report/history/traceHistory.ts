import { render, type Message, type Translate } from '../../base/message';
import { dayNumber } from '../../evidence/calendar';
import { baseName } from '../../base/fileNames';
import type { ComparedTrace } from './comparedTrace';

/** A stored trace of the folder, with the day that it speaks of. */
export interface TracePoint {
  /** Its path in the folder. */
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly trace: ComparedTrace;
}

/** A file that is none of the traces, and what to do about it. */
export interface TraceFault {
  readonly file: string;
  readonly message: Message;
  readonly remedy: Message;
}

/** What is wrong with a file and what to do about it, in two sentences. */
export function faultText({ message, remedy }: TraceFault, t: Translate): string {
  return [message, remedy].map((part) => `${render(t, part).replace(/\.$/u, '')}.`).join(' ');
}

/** The stored traces of a folder, the oldest first. */
export interface TraceHistory {
  readonly points: readonly TracePoint[];
  readonly faults: readonly TraceFault[];
}

export const NO_HISTORY: TraceHistory = { points: [], faults: [] };

/**
 * The moment that a trace speaks of: that of its commit, else the day on which it was made, else a day in the name of its file.
 * @returns milliseconds since the epoch, and the day as it is written; `undefined` where nothing tells
 */
export function momentOf(
  { committedAt, generatedAt }: Pick<ComparedTrace, 'committedAt' | 'generatedAt'>,
  file: string,
): { readonly time: number; readonly day: string } | undefined {
  const named = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u.exec(baseName(file))?.[0];
  for (const written of [committedAt, generatedAt, named]) {
    const day = written?.slice(0, 10) ?? '';
    const days = dayNumber(day);
    if (written !== undefined && days !== undefined) {
      const time = INSTANT.test(written) ? Date.parse(written) : NaN;
      return { time: Number.isNaN(time) ? days * DAY : time, day };
    }
  }
  return undefined;
}

/** As git writes it, with its time zone: one without would be another moment on each machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/u;
const DAY = 86_400_000;

/** Oldest first; of one moment, the lower version of the product, then by the names of the files. */
export function inOrder(points: readonly (TracePoint & { readonly time: number })[]): TracePoint[] {
  return [...points]
    .sort(
      (a, b) =>
        a.time - b.time ||
        natural.compare(a.trace.product.version ?? '', b.trace.product.version ?? '') ||
        natural.compare(a.file, b.file) ||
        (a.file < b.file ? -1 : 1),
    )
    .map(({ file, day, trace }) => ({ file, day, trace }));
}

/** 4.10 comes after 4.9. */
export const natural = new Intl.Collator('en', { numeric: true });
