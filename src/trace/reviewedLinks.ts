import { pushTo } from '../base/pushTo';
import { sha256 } from '../base/sha256';
import type { AcceptedLink } from '../evidence/lock';
import type { Link } from './model';

export interface LinkReview {
  /** Links whose code is no longer what was accepted, with what was. */
  readonly changed: ReadonlyMap<Link, AcceptedLink>;
  /** Links that were accepted as they are. */
  readonly unchanged: ReadonlySet<Link>;
  /** Links that nobody accepted yet: nothing is known against them. */
  readonly unreviewed: readonly Link[];
  /** Accepted links that are no longer there. */
  readonly gone: readonly AcceptedLink[];
}

/**
 * Holds the links of one requirement against those that were accepted for it. A link is found again by verb and item and, in this order, by what
 * stayed the same: file, unit and code; unit and code, or the code alone (moved: no difference); file and unit, the unit, the file (changed).
 * @param isUnitKnown whether the code of that link has been looked for: before, nothing is said against it
 */
export function reviewLinks(
  links: readonly Link[],
  accepted: readonly AcceptedLink[],
  isUnitKnown: (link: Link) => boolean,
): LinkReview {
  const changed = new Map<Link, AcceptedLink>();
  const unchanged = new Set<Link>();
  let waiting = links.map((link) => ({ link, form: acceptedFormOf(link) }));
  const left = new Set(accepted);
  for (const { keyOf, isSame } of passes) {
    const byKey = new Map<string, AcceptedLink[]>();
    for (const one of left) {
      const key = keyOf(one);
      if (key !== undefined) {
        pushTo(byKey, key, one);
      }
    }
    byKey.forEach((same) => same.reverse());
    waiting = waiting.filter(({ link, form }) => {
      const key = keyOf(form);
      const same = key === undefined ? [] : (byKey.get(key) ?? []);
      // The same code twice in one place is kept once, and is accepted however often it stands there.
      const match = isSame && same.length === 1 ? same[0] : same.pop();
      if (match === undefined) {
        return true;
      }
      left.delete(match);
      // Code that could not be fingerprinted then cannot be told from that of now.
      if (isSame || !isUnitKnown(link) || match.code === undefined) {
        unchanged.add(link);
      } else {
        changed.set(link, match);
      }
      return false;
    });
  }
  return { changed, unchanged, unreviewed: waiting.map(({ link }) => link), gone: [...left] };
}

/** What is kept of a link when it is accepted. */
export function acceptedFormOf({ verb, item, file, unit, snippet }: Link): AcceptedLink {
  const code = unit === undefined ? lineFingerprint(snippet) : unit.hash;
  return {
    verb,
    file,
    ...(item === undefined ? {} : { item }),
    ...(unit === undefined ? {} : { unit: unit.name }),
    ...(code === undefined ? {} : { code }),
  };
}

/** Of an annotated line, as `shortened` has it; absent where it says nothing. */
export function lineFingerprint(snippet: string): string | undefined {
  return snippet === '' ? undefined : sha256(snippet).slice(0, 16);
}

interface Pass {
  readonly keyOf: (link: AcceptedLink) => string | undefined;
  /** Whether links that agree in that key have the same code. */
  readonly isSame: boolean;
}

const key = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) ? undefined : parts.join('\0');
const says = ({ verb, item = '' }: AcceptedLink): string => `${verb}\0${item}`;

const passes: readonly Pass[] = [
  { isSame: true, keyOf: (link) => key(says(link), link.file, link.unit ?? '', link.code) },
  { isSame: true, keyOf: (link) => key(says(link), link.unit, link.code) },
  { isSame: true, keyOf: (link) => key(says(link), link.code) },
  { isSame: false, keyOf: (link) => key(says(link), link.file, link.unit) },
  { isSame: false, keyOf: (link) => key(says(link), link.unit) },
  { isSame: false, keyOf: (link) => key(says(link), link.file) },
];
