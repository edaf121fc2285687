import { createMentionMatcher, type MentionMatcher } from '../../annotations/mentions';
import type { Catalog } from '../../catalog/model';
import { foldId, withoutPrefix } from '../../catalog/requirementId';
import type { TestCase } from '../../evidence/testCase';

/** An identifier of code has no `/` and no dot: so many parts of an id joined by `_` are no coincidence (`SSI_GEN_18`). */
const LEAST_PARTS = 3;
const MOST_PARTS = 8;

/** Of a requirement that no catalogue knows: `GEN.02 BIS` is not GEN.02. */
const OTHER_SUFFIX = /^[ \u00A0.-]?(?:bis|ter|quater)(?![\p{L}\p{N}])/iu;

/** Finds the requirements that tests name themselves: in a property, in their title, in those of their groups. */
export class NamedRequirements {
  readonly #catalog: Catalog;
  readonly #mentions: MentionMatcher;
  /** Ids whose parts are joined by `_`, with what they are an id of. */
  readonly #joined = new Map<string, string>();
  /** What stands in the names of suites and classes, which many cases share. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const ids = catalog.requirements.flatMap(({ id, aliases, scenarios }) => [
      id,
      ...aliases,
      ...scenarios.map((scenario) => scenario.id),
    ]);
    this.#mentions = createMentionMatcher(ids);
    for (const id of ids) {
      const folded = foldId(id);
      for (const form of [folded, withoutPrefix(folded)]) {
        const parts = partsOf(form);
        if (parts.length >= LEAST_PARTS) {
          this.#joined.set(parts.join('_'), id);
        }
      }
    }
  }

  /** Canonical ids. An id in short counts in a property alone: in a title it may be something else. */
  of(test: TestCase): { readonly ids: ReadonlySet<string>; readonly unknown: readonly string[] } {
    const ids = new Set<string>();
    const unknown: string[] = [];
    for (const raw of test.ids) {
      const { targets } = this.#catalog.resolve(raw);
      targets.forEach(({ requirement }) => ids.add(requirement));
      if (targets.length === 0) {
        unknown.push(raw);
      }
    }
    this.#inText(test.name).forEach((id) => ids.add(id));
    for (const group of [...test.suites, ...(test.className === undefined ? [] : [test.className])]) {
      let found = this.#known.get(group);
      if (found === undefined) {
        found = this.#inText(group);
        this.#known.set(group, found);
      }
      found.forEach((id) => ids.add(id));
    }
    return { ids, unknown };
  }

  #inText(text: string): readonly string[] {
    if (!/\d/u.test(text)) {
      return [];
    }
    // Mentions are looked for by the catalogue's letters; a title may have others.
    const written = [...new Set([text, text.toUpperCase()])].flatMap((spelling) =>
      this.#mentions
        .find(spelling, 0, spelling.length)
        .filter(({ end }) => !OTHER_SUFFIX.test(spelling.slice(end, end + 7)))
        .map(({ start, end }) => spelling.slice(start, end)),
    );
    return [...written, ...this.#inIdentifiers(text)].flatMap((raw) =>
      this.#catalog.resolve(raw).targets.map(({ requirement }) => requirement),
    );
  }

  #inIdentifiers(text: string): string[] {
    const found: string[] = [];
    for (const identifier of text.includes('_') ? text.split(/[^\p{L}\p{N}_]+/u) : []) {
      const parts = partsOf(identifier.toLowerCase());
      for (let from = 0; from < parts.length; from++) {
        const length = this.#lengthAt(parts, from);
        if (length > 0) {
          found.push(this.#joined.get(parts.slice(from, from + length).join('_')) ?? '');
          from += length - 1;
        }
      }
    }
    return found.filter((id) => id !== '');
  }

  /** Of the longest id there, in parts; 0 where there is none. A BIS that no catalogue knows is another requirement. */
  #lengthAt(parts: readonly string[], from: number): number {
    for (let length = Math.min(MOST_PARTS, parts.length - from); length >= LEAST_PARTS; length--) {
      if (this.#joined.has(parts.slice(from, from + length).join('_'))) {
        return /^(?:bis|ter|quater)$/u.test(parts[from + length] ?? '') ? 0 : length;
      }
    }
    return 0;
  }
}

/** `sc.ssi/gen.02bis` in `sc`, `ssi`, `gen`, `02`, `bis`. */
function partsOf(text: string): string[] {
  return text.match(/\p{L}+|\p{N}+/gu) ?? [];
}
