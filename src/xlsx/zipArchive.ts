import { Inflate } from 'fflate';
import { message } from '../base/message';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetRefusal } from './refusal';
import { listZip, type ZipEntry } from './zipDirectory';
import { joinedBytes } from '../base/bytes';

/** What came of handing over a file: there is none; all of it; the taker had seen enough. */
export type Streamed = 'missing' | 'whole' | 'stopped';

/** So much is unpacked between two looks at the limits: a hostile kilobyte unpacks to a megabyte. In bytes. */
const SLICE = 16 * 1024;

/**
 * The files of a ZIP archive in memory, unpacked one at a time, a slice at a time, and never more of them than the limits allow, whatever sizes the archive
 * claims. Everything that goes wrong is a `SpreadsheetRefusal`.
 */
// @segur ST.IMP.02
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #limits: SpreadsheetLimits;
  #unpacked = 0;

  /** Reads the table of contents alone. */
  constructor(bytes: Uint8Array, limits: SpreadsheetLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#entries = new Map(listZip(bytes, limits.entries).map((entry) => [keyOf(entry.name), entry]));
  }

  /** As the archive writes them, with `/`. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** Unpacks a file; `undefined` when there is none of that name, case folded. */
  async read(name: string, breathe?: () => Promise<void>): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    const take = (part: Uint8Array): boolean => {
      parts.push(part);
      return false;
    };
    if ((await this.stream(name, take, breathe)) === 'missing') {
      return undefined;
    }
    return joinedBytes(parts);
  }

  /**
   * Hands over what a file unpacks to, part by part.
   * @param take returns `true` when it has seen enough
   * @param breathe lets others have their turn
   */
  async stream(name: string, take: (part: Uint8Array) => boolean, breathe?: () => Promise<void>): Promise<Streamed> {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined) {
      return 'missing';
    }
    const { packed, method } = entry;
    if (method !== 0 && method !== 8) {
      throw damaged(name);
    }
    const data = this.#bytes.subarray(entry.offset, entry.offset + packed);
    let unpacked = 0;
    // What is thrown in there has words of its own; everything else comes from broken data.
    const state = { isEnough: false, isOurs: false };
    const count = (part: Uint8Array): void => {
      unpacked += part.length;
      this.#unpacked += part.length;
      state.isOurs = true;
      this.#check(name, unpacked, packed);
      state.isEnough ||= take(part);
      state.isOurs = false;
    };
    const inflate = method === 8 ? new Inflate(count) : undefined;
    let sinceBreath = 0;
    for (let at = 0; at < data.length && !state.isEnough; at += SLICE) {
      const slice = data.subarray(at, at + SLICE);
      if (inflate === undefined) {
        count(slice);
      } else {
        try {
          inflate.push(slice, at + SLICE >= data.length);
        } catch (error) {
          throw state.isOurs ? error : damaged(name);
        }
      }
      if (this.#unpacked - sinceBreath > 1024 * 1024) {
        sinceBreath = this.#unpacked;
        await breathe?.();
      }
    }
    return state.isEnough ? 'stopped' : 'whole';
  }

  #check(name: string, unpacked: number, packed: number): void {
    const { unpacked: most, ratio, ratioFrom } = this.#limits;
    if (this.#unpacked > most || (unpacked > ratioFrom && unpacked > ratio * packed)) {
      throw new SpreadsheetRefusal(
        message('“{0}” in this file unpacks to far more than a spreadsheet holds: reading it was stopped', name),
        message(
          'Open it in Excel or LibreOffice, copy the sheet of the requirements into a new workbook, and take that',
        ),
      );
    }
  }
}

function damaged(name: string): SpreadsheetRefusal {
  return new SpreadsheetRefusal(
    message('This file is damaged: “{0}” in it cannot be unpacked', name),
    message('Download it again, or open it in Excel or LibreOffice and save it under another name'),
  );
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase();
}
