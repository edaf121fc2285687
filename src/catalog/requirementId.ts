/** Ids are short; what is longer is not one, and is compared as it is, so that hostile input costs nothing. */
export const longestId = 200;

const suffixes = '(?:bis|ter|quater)';
const unicodeDash = /[\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const suffixAfterNumber = new RegExp(`(\\d)[ .-]{0,3}(${suffixes})(?![\\p{L}\\d])`, 'gu');
const ansSuffix = new RegExp(`(\\p{L}\\.\\d{1,3}|/va\\d\\.\\d{1,3})[ .-]?(${suffixes})(?=\\.\\d|$)`, 'giu');

/** Prefixes of the ANS's documents: the common core, the workstreams, and one for each REM. */
const ansPrefixes = new Set(['sc', 'ch', 'db', 'lgc', 'lgo', 'dpi', 'pfi', 'ris', 'sgl', 'bio', 'dui']);

/**
 * The key by which ids are compared: two spellings of one id have the same key. Folds case, Unicode form, dashes, spaces of every
 * width, spaces around `/` and `.`, what separates a number from BIS, TER or QUATER, and punctuation around the id.
 * Keeps the ANS prefix; see `withoutPrefix`. Not for display.
 */
export function foldId(raw: string): string {
  if (raw.length > longestId) {
    return raw;
  }
  if (isPlain(raw)) {
    const plain = trimNoise(raw.toLowerCase());
    return mayHaveSuffix(plain) ? plain.replace(suffixAfterNumber, '$1$2') : plain;
  }
  const text = raw
    .replace(invisible, '')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(unicodeDash, '-')
    .replace(spaces, ' ')
    .replace(/ ?([/.]) ?/g, '$1');
  return trimNoise(text).replace(suffixAfterNumber, '$1$2');
}

/**
 * A tidy spelling for an id that no catalogue knows: Unicode form NFC, plain dashes, single spaces, and ` BIS` after the number of
 * an id of the ANS's shape. Everything else, case included, stays as the author wrote it: other catalogues have their own rules.
 */
// @segur ST.CAT.05
export function canonicalId(raw: string): string {
  if (isPlain(raw) && !mayHaveSuffix(raw.toLowerCase())) {
    return raw;
  }
  const text = raw.replace(invisible, '').normalize('NFC').replace(unicodeDash, '-').replace(spaces, ' ').trim();
  return text.length > longestId
    ? text
    : text.replace(ansSuffix, (_, number: string, suffix: string) => `${number} ${suffix.toUpperCase()}`);
}

/** Most ids are printable ASCII without blanks; what the steps below tidy up is not in them. */
function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code <= 32 || code >= 127) {
      return false;
    }
  }
  return true;
}

function mayHaveSuffix(lower: string): boolean {
  return lower.includes('bis') || lower.includes('ter');
}

/**
 * A folded id without its ANS prefix: `ssi/gen.18` for `sc.ssi/gen.18`. The ANS's own export drops everything before the first dot
 * when that is `SC`, `CH` or three letters; a three-letter section such as `iam.92` or `psc.14` is not a prefix.
 */
export function withoutPrefix(folded: string): string {
  const dot = folded.indexOf('.');
  const head = folded.slice(0, dot);
  const rest = folded.slice(dot + 1);
  if (dot < 2 || dot > 3 || !/^\p{L}{2}/u.test(rest)) {
    return folded;
  }
  return ansPrefixes.has(head) || (/^[a-z]{3}$/.test(head) && rest.includes('/')) ? rest : folded;
}

/** The section that an id belongs to, for grouping: `GEN` for `SC.SSI/GEN.18`, `INS` for `INS/va1.53`, `REQ` for `REQ-12`. */
export function familyOf(id: string): string | undefined {
  const parts = canonicalId(id).split('/');
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] ?? '';
    const bare = /^[A-Z]{2,3}\.(?=\p{L}{2})/u.exec(part);
    const section =
      /^\P{N}*/u.exec(bare === null ? part : part.slice(bare[0].length))?.[0].replace(/[ ._-]$/, '') ?? '';
    if (section !== '' && !/^va\d/i.test(part)) {
      return section;
    }
  }
  return undefined;
}

function trimNoise(text: string): string {
  const noise = ' .,;:';
  let start = 0;
  let end = text.length;
  while (start < end && noise.includes(text.charAt(start))) {
    start++;
  }
  while (end > start && noise.includes(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(start, end);
}
