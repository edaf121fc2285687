import type { CodeUnit } from '../../annotations/model';

/** A unit that a requirement can claim, alone or with what stands in it. */
export interface Claimable {
  readonly unit: CodeUnit;
  /** It does something itself; else it only holds what does: a class, a namespace, an object with functions. */
  readonly counts: boolean;
}

/** What only says how things look or where they are, or what is a test. */
const LEFT_OUT = new Set(
  'type interface annotation protocol concept test package schema index sequence domain'.split(' '),
);
/** One line of them is a setting or a name, more are a policy, a schema, a table. */
const VALUES = new Set('variable constant property macro event'.split(' '));
/** They are claimed for what they do, not for what they are. */
const HOLDERS = new Set(
  'class struct enum record union trait object extension actor implementation module namespace contract'.split(' '),
);

/**
 * The units of a text that it makes sense to claim, outer ones before inner ones: functions, methods, routes, tables and the like, values of several
 * lines, and what holds such. Types, interfaces, data classes and single values are left out, as are tests and all that stands in them.
 */
export function claimablesOf(units: readonly CodeUnit[]): Claimable[] {
  const kept = outside(units, LEFT_OUT).filter((unit) => !VALUES.has(unit.kind) || unit.endLine > unit.startLine);
  return withoutEmptyHolders(kept);
}

/** Whether a text says what things look like and nothing else: types, interfaces, data classes. Without any unit it may say anything. */
export function saysOnlyTypes(units: readonly CodeUnit[]): boolean {
  return units.length > 0 && outside(units, new Set([...LEFT_OUT, ...HOLDERS])).length === 0;
}

/** In their order, without those of some kinds and what stands in them. */
function outside(units: readonly CodeUnit[], kinds: ReadonlySet<string>): CodeUnit[] {
  const sorted = [...units].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  let insideTo = -1;
  return sorted.filter(({ kind, endLine }) => {
    if (endLine <= insideTo) {
      return false;
    }
    // A package is what its line says, though all of the file stands in it.
    insideTo = kinds.has(kind) && kind !== 'package' ? Math.max(insideTo, endLine) : insideTo;
    return !kinds.has(kind);
  });
}

/** From the last to the first, what a holder may hold has been looked at before it. */
function withoutEmptyHolders(units: readonly CodeUnit[]): Claimable[] {
  const found: Claimable[] = [];
  /** The nearest unit below that is kept. */
  let next: CodeUnit | undefined;
  for (const unit of [...units].reverse()) {
    const holds = next !== undefined && next.endLine <= unit.endLine;
    const isHolder = HOLDERS.has(unit.kind);
    if (isHolder && !holds) {
      continue;
    }
    found.push({ unit, counts: !isHolder && !(holds && VALUES.has(unit.kind)) });
    next = unit;
  }
  return found.reverse();
}
