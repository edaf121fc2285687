import { zipSync } from 'fflate';
import { joinedBytes } from '../base/bytes';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
/** What stands in a field of 32 or 16 bits whose value is in a field of ZIP64. */
const SATURATED = [0xffffffff, 0xffff];

interface Record {
  readonly name: string;
  /** Where the entry's own header stands. */
  readonly header: number;
  /** The entry's line of the table of contents. */
  readonly central: Uint8Array;
}

/**
 * An archive with other contents for some of its files, and with files that come to it. Every other file stays as it is packed, byte by byte, in its place. `undefined` for an
 * archive of ZIP64, whose table of contents says where its files stand in a way that is not written here.
 * @param archive one whose table of contents was read before, thus whole
 */
export function replaceInZip(archive: Uint8Array, contents: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  // Slices of a Buffer of Node's are the archive itself, which is not ours to write to.
  const bytes = new Uint8Array(archive.buffer, archive.byteOffset, archive.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const tableStart = view.getUint32(end + 16, true);
  const records = recordsOf(bytes, view, tableStart, end);
  if (records === undefined) {
    return undefined;
  }
  // An entry ends where the next one starts: what follows its data, a descriptor or padding, belongs to it.
  const starts = [...records.map(({ header }) => header), tableStart].sort((a, b) => a - b);
  const written: Uint8Array[] = [bytes.subarray(0, starts[0])];
  const table = new Map<Record, Uint8Array>();
  let at = starts[0] ?? 0;
  for (const [index, record] of records.toSorted((a, b) => a.header - b.header).entries()) {
    const content = contents.get(record.name);
    const next = starts[index + 1] ?? tableStart;
    const { local, central } =
      content === undefined
        ? { local: bytes.subarray(record.header, next), central: record.central.slice() }
        : packed(record.name, content);
    new DataView(central.buffer).setUint32(42, at, true);
    table.set(record, central);
    written.push(local);
    at += local.length;
  }
  const known = new Set(records.map(({ name }) => name));
  const lines = records.map((record) => table.get(record) ?? record.central);
  for (const [name, content] of contents) {
    if (!known.has(name)) {
      const { local, central } = packed(name, content);
      new DataView(central.buffer).setUint32(42, at, true);
      lines.push(central);
      written.push(local);
      at += local.length;
    }
  }
  const tableSize = lines.reduce((sum, { length }) => sum + length, 0);
  const last = bytes.slice(end);
  const lastView = new DataView(last.buffer);
  lastView.setUint16(8, lines.length, true);
  lastView.setUint16(10, lines.length, true);
  lastView.setUint32(12, tableSize, true);
  lastView.setUint32(16, at, true);
  return joinedBytes([...written, ...lines, last]);
}

function recordsOf(bytes: Uint8Array, view: DataView, start: number, end: number): Record[] | undefined {
  const records: Record[] = [];
  const decoder = new TextDecoder();
  if (SATURATED.includes(start) || view.getUint16(end + 10, true) === SATURATED[1]) {
    return undefined;
  }
  for (let at = start; at + 46 <= end && view.getUint32(at, true) === CENTRAL;) {
    const nameLength = view.getUint16(at + 28, true);
    const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const header = view.getUint32(at + 42, true);
    if (header === SATURATED[0] || view.getUint32(at + 20, true) === SATURATED[0]) {
      return undefined;
    }
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    records.push({ name, header, central: bytes.subarray(at, at + length) });
    at += length;
  }
  return records;
}

/** One file as an archive holds it: its header with its data, and its line of the table. */
function packed(name: string, content: Uint8Array): { readonly local: Uint8Array; readonly central: Uint8Array } {
  const archive = zipSync({ [name]: content }, { mtime: new Date(2000, 0, 1), level: 6 });
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  const start = view.getUint32(end + 16, true);
  return { local: archive.subarray(0, start), central: archive.slice(start, end) };
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) === END) {
      return at;
    }
  }
  throw new RangeError('No end of an archive');
}
