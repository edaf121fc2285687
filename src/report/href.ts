/** The address of a file of the traced folder, seen from the document. */
export function fileHref(baseHref: string, path: string): string {
  return baseHref + (PLAIN_PATH.test(path) ? path : path.split('/').map(encodeSegment).join('/'));
}

/** Nothing to encode; most paths are so. */
const PLAIN_PATH = /^[\w./-]*$/;

/** One name of a path in an address: no character of it can end the address, or make it a script. */
export function encodeSegment(name: string): string {
  // File names may hold lone surrogates, which have no encoding.
  return encodeURIComponent(name.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(
    /[()'*!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Whether an address that somebody wrote may be a link: on the web, nothing that runs. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/iu.test(address);
}

/** An address with nothing in it that only people read: what stands in no address (RFC 3986) is encoded. */
export function plainAddress(address: string): string {
  return address
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(/[^!-~]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
}
