/** The address of a file of the traced folder, seen from the document. Encoded whole, so that no path can leave the folder or be a script. */
export function fileHref(baseHref: string, path: string): string {
  return `${baseHref}${path.split('/').map(encodeSegment).join('/')}`;
}

/** Parentheses would end a Markdown link; lone surrogates, which a file's name may hold, cannot be encoded. */
function encodeSegment(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[()'*!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

/** Whether an address that somebody wrote may be a link: on the web, nothing that runs. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/iu.test(address);
}
