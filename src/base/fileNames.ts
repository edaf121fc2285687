/** Windows' Explorer opens paths of up to 259 characters: names stay short enough for a folder to be unpacked somewhere deep. */
const LONGEST_WORDS = 40;

/** A name for a file or folder, from words of any language: plain letters, digits, dots and dashes, which every unpacker keeps. */
export function packName(words: string, longest = LONGEST_WORDS): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/œ/giu, 'oe')
    .replaceAll(/æ/giu, 'ae')
    .replaceAll(/[^A-Za-z0-9.]+/gu, '-');
  const cut = plain.length <= longest ? plain : plain.slice(0, longest + 1).replace(/-?[^-]*$/u, '');
  // A trailing dot is lost on Windows; a leading one hides the file elsewhere.
  const name = (cut === '' ? plain.slice(0, longest) : cut).replaceAll(/^[-.]+|[-.]+$/gu, '');
  return name === '' || reserved.test(name) ? `_${name}` : name;
}

/** Devices of Windows, which are no names for files there. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a file without its folder, and its extension with the dot, in lower case. */
export function splitName(path: string): { readonly stem: string; readonly extension: string } {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  const extension = dot <= 0 ? '' : name.slice(dot).toLowerCase();
  const isPlain = /^\.[a-z0-9]{1,10}$/u.test(extension);
  return isPlain ? { stem: name.slice(0, dot), extension } : { stem: name, extension: '' };
}

/** Whether a file is one that somebody still writes, or was killed while writing: it gets its real name when it is whole. */
export function isPart(name: string): boolean {
  return name.endsWith('.part') && /^\..+\.\d+\.part$/u.test(name);
}
