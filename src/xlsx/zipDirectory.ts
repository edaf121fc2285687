import { message } from '../base/message';
import { SpreadsheetRefusal } from './refusal';

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored; 8: deflated; others exist. */
  readonly method: number;
  /** Packed size, in bytes. */
  readonly packed: number;
  /** Where its packed bytes start. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** The end record is followed by a comment of at most so many bytes. */
const LONGEST_COMMENT = 65_535;
const SATURATED = 0xffffffff;

/**
 * The table of contents of a ZIP archive, as it stands at its end (APPNOTE 4.3): the local headers, which fflate's streaming reader goes by, may leave
 * the sizes out. Sizes beyond 4 GB are not read: no spreadsheet within our limits has them, but writers that always use ZIP64 are understood.
 */
export function listZip(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(view, bytes, most);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function entriesOf(view: DataView, bytes: Uint8Array, most: number): ZipEntry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === SATURATED) {
    // The locator of ZIP64's end record stands right before the usual one.
    const record = Number(view.getBigUint64(end - 20 + 8, true));
    at = Number(view.getBigUint64(record + 48, true));
  }
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= most) {
      throw new SpreadsheetRefusal(
        message('This archive holds more than {0} files: it is no usual spreadsheet', { count: most }),
        message('Open it in Excel or LibreOffice and save it under another name'),
      );
    }
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((flags & 1) !== 0) {
      throw new SpreadsheetRefusal(
        message('This file is protected by a password, so nothing of it can be read'),
        message('Open it with its password, save it without one, and take that file'),
      );
    }
    const { packed, header } = placeOf(view, at, nameLength, extraLength);
    if (view.getUint32(header, true) !== LOCAL) {
      throw damaged();
    }
    const offset = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (offset + packed > bytes.length) {
      throw damaged();
    }
    entries.push({ name, method: view.getUint16(at + 10, true), packed, offset });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  if (entries.length === 0 || (count !== 0xffff && entries.length < count)) {
    throw damaged();
  }
  return entries;
}

function placeOf(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): { packed: number; header: number } {
  let packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  let header = view.getUint32(at + 42, true);
  const from = at + 46 + nameLength;
  for (let extra = from; extra + 4 <= from + extraLength; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) === 1) {
      // Holds, in this order, those of the values that did not fit.
      let value = extra + 4 + (unpacked === SATURATED ? 8 : 0);
      if (packed === SATURATED) {
        packed = Number(view.getBigUint64(value, true));
        value += 8;
      }
      if (header === SATURATED) {
        header = Number(view.getBigUint64(value, true));
      }
    }
  }
  return { packed, header };
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END) {
      return at;
    }
  }
  throw damaged();
}

function damaged(): SpreadsheetRefusal {
  return new SpreadsheetRefusal(
    message('This file is damaged or was cut short: it is no complete spreadsheet'),
    message('Download it again, or open it in Excel or LibreOffice and save it under another name'),
  );
}
