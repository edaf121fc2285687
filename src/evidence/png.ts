import { message, type Message } from '../base/message';

/** More is no screenshot. In bytes. */
export const BIGGEST_PNG = 20 * 1024 * 1024;
/** Of a side, in pixels: what browsers can draw. */
const LONGEST_SIDE = 32_767;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The name of the first chunk, which every PNG has, behind its length. */
const HEADER = [0x49, 0x48, 0x44, 0x52];
/** Signature, first chunk and its checksum, then the last chunk. */
const SHORTEST = 8 + 25 + 12;

/** Why some bytes are not taken as a screenshot; `undefined` for a PNG of sensible size. Its pixels are not looked at. */
export function pngFault(bytes: Uint8Array): Message | undefined {
  const holds = (start: number, expected: readonly number[]): boolean =>
    expected.every((byte, at) => bytes[start + at] === byte);
  if (bytes.length > BIGGEST_PNG) {
    return message('This picture is larger than {0} MB', BIGGEST_PNG / 1024 / 1024);
  }
  if (bytes.length < SHORTEST || !holds(0, SIGNATURE) || !holds(12, HEADER)) {
    return message('This is no picture in PNG format');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sides = [view.getUint32(16), view.getUint32(20)];
  return sides.some((side) => side === 0 || side > LONGEST_SIDE)
    ? message('This is no picture in PNG format')
    : undefined;
}
