import { IdIndex } from './idIndex';
import { splitRange } from './idRange';
import { foldId, longestId } from './requirementId';
import type { Requirement, Resolution, ResolvedId } from './model';

const unknown: Resolution = { kind: 'unknown', targets: [] };
/** The same spellings come back at every keystroke; past this many different ones the memory starts afresh. */
const remembered = 20_000;

const dashForDot = /(\p{L})-(?=\d)/u;
const noDot = /(\p{L}{2})[ _-]?(\d{1,3}(?:bis|ter|quater)?)$/u;
/** An id that the ANS numbers, with one or two more levels: requirement, scenario, proof. */
const lowerLevel = /^(.*(?:\p{L}|\/va\d)\.\d{1,3}(?:bis|ter|quater)?)\.(\d{2,3})(?:\.(\d{2,3}))?$/u;

type Named = Pick<Resolution, 'kind' | 'targets'>;

/**
 * A function that says what a written id stands for. Tried in this order, so that the catalogue's own ids always win:
 * 1. exact: an id of a requirement, scenario or proof (a former id: alias), spelling folded, the ANS prefix missing on one side,
 *    or a dash typed for a dot (`IE-35`);
 * 2. exact: one or two more levels than a known requirement (`GEN.18.01` is a scenario of `GEN.18`) that the catalogue does not list;
 * 3. short: the end of an id (`IAM.92`), a missing dot (`IAM92`, `IAM 92`), a missing zero (`IE.9`), when one item alone matches;
 * 4. range: a list or a range of the above. What is written must exist; numbers between both ends that no catalogue knows are passed
 *    over, for the numbering has holes.
 * `GEN.02` is never read as `GEN.02 BIS`, nor the reverse. An item listed under several requirements stands for all of them.
 */
// @segur ST.CAT.05
export function createResolver(requirements: readonly Requirement[]): (raw: string) => Resolution {
  const ids = new IdTables(requirements);
  const known = new Map<string, Resolution>();
  return (raw) => {
    let resolution = known.get(raw);
    if (resolution === undefined) {
      resolution = resolve(ids, raw);
      if (known.size >= remembered) {
        known.clear();
      }
      known.set(raw, resolution);
    }
    return resolution;
  };
}

function resolve(ids: IdTables, raw: string): Resolution {
  const folded = foldId(raw);
  return folded === '' || folded.length > longestId ? unknown : (one(ids, folded) ?? several(ids, folded) ?? unknown);
}

function one(ids: IdTables, folded: string): Named | undefined {
  return ids.named(folded) ?? below(ids, folded, (id) => ids.named(id)) ?? shortForm(ids, folded);
}

function shortForm(ids: IdTables, folded: string): Named | undefined {
  const dotted = folded.replace(noDot, '$1.$2');
  return ids.short(folded) ?? ids.short(dotted) ?? below(ids, folded, (id) => ids.short(id));
}

function below(ids: IdTables, folded: string, above: (id: string) => Named | undefined): Named | undefined {
  const match = lowerLevel.exec(folded);
  if (match === null) {
    return undefined;
  }
  const [, parent = '', scenario = '', proof] = match;
  const found = above(parent);
  const target = found?.targets[0];
  if (found === undefined || target?.level !== 'requirement') {
    return undefined;
  }
  const item = `${target.requirement}.${scenario}`;
  const { requirement } = target;
  return {
    kind: found.kind,
    targets: [
      proof === undefined
        ? { requirement, item: ids.spelling(item), level: 'scenario' }
        : { requirement, item: `${ids.spelling(item)}.${proof}`, level: 'proof' },
    ],
  };
}

function several(ids: IdTables, folded: string): Resolution | undefined {
  const parts = splitRange(folded);
  if (parts === undefined) {
    return undefined;
  }
  const targets = new Map<string, ResolvedId>();
  const add = (id: string): boolean => {
    const found = one(ids, id);
    for (const target of found?.targets ?? []) {
      targets.set(`${target.requirement}\n${target.item}`, target);
    }
    return found !== undefined;
  };
  for (const { first, between, last } of parts) {
    if (!add(first)) {
      return undefined;
    }
    between.forEach(add);
    if (last !== undefined && !add(last)) {
      return undefined;
    }
  }
  return { kind: 'range', targets: [...targets.values()] };
}

class IdTables {
  readonly #items = new IdIndex<Map<string, ResolvedId>>();
  readonly #aliases = new IdIndex<Map<string, ResolvedId>>();
  readonly #short = new Map<string, Named | undefined>();

  constructor(requirements: readonly Requirement[]) {
    const levels: ResolvedId[] = [];
    for (const { id, scenarios, proofs } of requirements) {
      this.#items.add(foldId(id), new Map()).set(id, { requirement: id, item: id, level: 'requirement' });
      const expected = [...scenarios.flatMap((scenario) => scenario.proofs), ...proofs];
      levels.push(
        ...scenarios.map((scenario): ResolvedId => ({ requirement: id, item: scenario.id, level: 'scenario' })),
        ...expected.flatMap((proof): ResolvedId[] =>
          proof.id === undefined ? [] : [{ requirement: id, item: proof.id, level: 'proof' }],
        ),
      );
    }
    for (const { id, aliases } of requirements) {
      for (const alias of aliases) {
        this.#aliases.add(foldId(alias), new Map()).set(id, { requirement: id, item: id, level: 'requirement' });
      }
    }
    for (const level of levels) {
      const listed = this.#items.add(foldId(level.item), new Map());
      // An id that names a requirement never names something below another one.
      if (![...listed.values()].some((other) => rank[other.level] < rank[level.level])) {
        listed.set(level.requirement, level);
      }
    }
    for (const [key, targets] of this.#items.entries()) {
      for (const end of endsOf(key)) {
        this.#addShort(end, targets);
      }
    }
  }

  named(folded: string): Named | undefined {
    const item = this.#items.exact(folded);
    if (item !== undefined) {
      return { kind: 'exact', targets: [...item.values()] };
    }
    const dotted = folded.replace(dashForDot, '$1.');
    const alias = this.#aliases.exact(folded) ?? this.#aliases.exact(dotted);
    if (alias !== undefined) {
      // A former id that two requirements claim stands for neither.
      return alias.size === 1 ? { kind: 'alias', targets: [...alias.values()] } : undefined;
    }
    const found = this.#items.find(folded) ?? this.#items.find(dotted);
    if (found !== undefined) {
      return { kind: 'exact', targets: [...found.values()] };
    }
    const former = this.#aliases.find(folded) ?? this.#aliases.find(dotted);
    return former?.size === 1 ? { kind: 'alias', targets: [...former.values()] } : undefined;
  }

  short(folded: string): Named | undefined {
    return this.#short.get(withoutZeros(folded)) ?? this.#short.get(withoutZeros(folded.replace(dashForDot, '$1.')));
  }

  /** The catalogue's spelling of an id that it lists, else the id as it is. */
  spelling(id: string): string {
    const [listed] = this.#items.find(foldId(id))?.values() ?? [];
    return listed?.item ?? id;
  }

  #addShort(end: string, targets: ReadonlyMap<string, ResolvedId>): void {
    const key = withoutZeros(end);
    const known = this.#short.has(key);
    this.#short.set(key, known ? undefined : { kind: 'short', targets: [...targets.values()] });
  }
}

const rank = { requirement: 0, scenario: 1, proof: 2 } as const;

/** What is left of an id when its path is left out, from each `/` or `.` before a letter: an id in short must hold its section and number. */
function endsOf(key: string): string[] {
  const ends = [key];
  for (const match of key.matchAll(/[/.](?=\p{L})/gu)) {
    const end = key.slice(match.index + 1);
    if (/\d/.test(end)) {
      ends.push(end);
    }
  }
  return ends;
}

function withoutZeros(folded: string): string {
  return folded.replace(/(?<=\p{L}\.)0+(?=\d)/gu, '');
}
