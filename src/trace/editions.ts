import { IdIndex } from '../catalog/idIndex';
import type { Catalog, Requirement } from '../catalog/model';
import { foldId } from '../catalog/requirementId';
import type { AcceptedRequirement, Lock } from '../evidence/lock';
import type { Decision, Proof } from '../evidence/model';
import { guidanceFingerprint, requirementFingerprint } from '../evidence/requirementFingerprint';
import type { FormerRequirement, Link, RequirementNews } from './model';

interface Noted {
  readonly id: string;
  readonly title?: string;
  readonly now?: string;
}

/** Numbers of a scenario and a proof. */
const LOWER_LEVEL = /\.\d{2,3}$/u;

/** What the catalogues note of their earlier editions, held against what was accepted. */
export class Editions {
  readonly #catalog: Catalog;
  readonly #reworded = new Map<string, string | undefined>();
  readonly #left = new Set<string>();
  readonly #removed: readonly Noted[];

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const removed: Noted[] = [];
    for (const { succeeds } of catalog.catalogs) {
      for (const id of succeeds?.reworded ?? []) {
        this.#named(id).forEach((known) => this.#reworded.set(known, succeeds?.edition));
      }
      for (const noted of succeeds?.removed ?? []) {
        const { kind, targets } = catalog.resolve(noted.id);
        if (kind === 'alias') {
          // Confirmed since then: whether its words are the same, nobody noted.
          targets.forEach(({ requirement }) => this.#reworded.set(requirement, succeeds?.edition));
        } else if (kind === 'exact') {
          targets.forEach(({ requirement }) => this.#left.add(requirement));
        } else {
          removed.push(noted);
        }
      }
    }
    this.#removed = removed;
  }

  /** `undefined` where nothing is new to whoever reviewed the requirement. */
  newsOf(
    requirement: Requirement,
    guidance: ReturnType<Catalog['guidance']>,
    accepted: AcceptedRequirement | undefined,
  ): RequirementNews | undefined {
    const { id } = requirement;
    const isOther = accepted !== undefined && accepted.text !== requirementFingerprint(requirement);
    const isSettled = accepted !== undefined && !isOther;
    const left = this.#left.has(id) && !isSettled;
    const faq = accepted?.faq !== undefined && guidanceFingerprint(guidance) !== accepted.faq;
    const edition = accepted?.edition ?? this.#reworded.get(id);
    const reworded = (isOther && !left) || (accepted === undefined && this.#reworded.has(id));
    return left || faq || reworded
      ? {
          ...(left ? { left } : {}),
          ...(faq ? { faq } : {}),
          ...(reworded
            ? {
                reworded: {
                  ...(accepted === undefined ? {} : { acceptedText: accepted.text }),
                  ...(edition === undefined ? {} : { acceptedEdition: edition }),
                },
              }
            : {}),
        }
      : undefined;
  }

  /** The requirements of earlier editions that links, proofs and decisions still name, and that no catalogue has. */
  former(
    unknown: readonly Link[],
    { proofs, decisions }: { readonly proofs: readonly Proof[]; readonly decisions: readonly Decision[] },
    lock: Lock | undefined,
  ): readonly FormerRequirement[] {
    const index = this.#formerIds(lock);
    const found = new Map<Noted, { links: Set<Link>; proofs: Set<Proof>; decisions: Set<Decision> }>();
    const partsOf = (raw: string) => {
      const noted = at(index, raw);
      if (noted === undefined) {
        return undefined;
      }
      const parts = found.get(noted) ?? { links: new Set(), proofs: new Set(), decisions: new Set() };
      found.set(noted, parts);
      return parts;
    };
    unknown.forEach((link) => partsOf(link.id)?.links.add(link));
    for (const proof of proofs) {
      this.#unknownIn(proof.entry.for).forEach((raw) => partsOf(raw)?.proofs.add(proof));
    }
    for (const decision of decisions) {
      this.#unknownIn(decision.for).forEach((raw) => partsOf(raw)?.decisions.add(decision));
    }
    return [...found]
      .map(([noted, parts]) => ({
        ...noted,
        links: [...parts.links],
        proofs: [...parts.proofs],
        decisions: [...parts.decisions],
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #formerIds(lock: Lock | undefined): IdIndex<Noted> {
    const index = new IdIndex<Noted>();
    this.#removed.forEach((noted) => index.add(foldId(noted.id), noted));
    for (const id of lock?.requirements.keys() ?? []) {
      if (this.#named(id).length === 0) {
        index.add(foldId(id), { id });
      }
    }
    return index;
  }

  #unknownIn(ids: readonly string[]): string[] {
    return ids.filter((raw) => this.#catalog.resolve(raw).targets.length === 0);
  }

  #named(id: string): string[] {
    const { kind, targets } = this.#catalog.resolve(id);
    return kind === 'exact' || kind === 'alias' ? targets.map(({ requirement }) => requirement) : [];
  }
}

/** Of the requirement itself, or of a scenario or proof below it. */
function at(index: IdIndex<Noted>, raw: string): Noted | undefined {
  let id = foldId(raw);
  for (let level = 0; level < 3; level++) {
    const found = index.find(id);
    if (found !== undefined || !LOWER_LEVEL.test(id)) {
      return found;
    }
    id = id.replace(LOWER_LEVEL, '');
  }
  return undefined;
}
