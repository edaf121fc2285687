import type { CodeUnit } from '../../annotations/model';
import { standsIn, type CaseNames, type FoundCase } from './caseNames';
import { FilesOfTests, type TestFile } from './filesOfTests';
import { UNKNOWN } from './testPaths';
import { beginningsOf, fits, literalOf, unitNameOf, type NamePattern, type UnitName } from './testNames';
import { pushTo } from '../../base/pushTo';

/** Some code that verifies something: one test, a group of them, or a whole file. */
export interface TestTarget {
  readonly file: string;
  /** Absent: every test of the file. */
  readonly unit?: Pick<CodeUnit, 'kind' | 'name'>;
}

export interface MatchedResults {
  /** The cases of each target that has some, in the order of `cases`. */
  readonly cases: ReadonlyMap<TestTarget, readonly FoundCase[]>;
  /** Cases that may be those of several files. They count for none. */
  readonly ambiguous: readonly { readonly found: FoundCase; readonly files: readonly string[] }[];
}

/** A target whose code has a name. */
interface Unit {
  readonly target: TestTarget;
  readonly name: UnitName;
  /** All its names with blanks between them, as some runners write them. */
  readonly joined: NamePattern;
  /** `describe`, `it`: its name is prose. */
  readonly isTest: boolean;
  /** A namespace or module: classes and functions stand in it. */
  readonly isSpace: boolean;
  /** Its name is more than places for values. */
  readonly isTelling: boolean;
}

const SPACES = new Set(['namespace', 'module', 'package']);

/** So much of a name that values are filled in tells it from others. In characters. */
const TELLING = 4;

/**
 * Finds the test cases that each target stands for. A target without a unit takes every case of its file; a group (class, `describe`) takes those
 * in it; a test its own, with whatever values it ran. The file decides where the results name it, else the names of classes and groups; where they
 * leave several files, the results file that lies nearest does. The order of files, cases and targets makes no difference.
 */
// @segur ST.TST.02
export function matchResults(targets: readonly TestTarget[], found: readonly FoundCase[]): MatchedResults {
  const matcher = new Matcher(targets);
  const cases = new Map<TestTarget, FoundCase[]>();
  const ambiguous: { found: FoundCase; files: readonly string[] }[] = [];
  for (const one of found) {
    const matched = matcher.match(one);
    const [first] = matched;
    if (matched.some(({ file }) => file !== first?.file)) {
      const files = [...new Set(matched.map(({ file }) => file))];
      ambiguous.push({ found: one, files: files.sort() });
      continue;
    }
    for (const target of matched) {
      pushTo(cases, target, one);
    }
  }
  return { cases, ambiguous };
}

class Matcher {
  readonly #files: FilesOfTests;
  readonly #wholeFiles = new Map<string, TestTarget[]>();
  /** By the name of the test or group itself. */
  readonly #byLast = new UnitTable();
  readonly #byJoined = new UnitTable();

  constructor(targets: readonly TestTarget[]) {
    this.#files = new FilesOfTests(targets.map(({ file }) => file));
    for (const target of targets) {
      const name = target.unit === undefined ? undefined : unitNameOf(target.unit);
      if (target.unit === undefined || name === undefined) {
        pushTo(this.#wholeFiles, target.file, target);
        continue;
      }
      const joined = joinedOf(name);
      const { kind } = target.unit;
      const isTelling = name.last.parts.join('').length >= TELLING || literalOf(name.last) !== undefined;
      const unit: Unit = { target, name, joined, isTest: kind === 'test', isSpace: SPACES.has(kind), isTelling };
      this.#byLast.add(name.last, unit);
      if (name.outer.length > 0 || unit.isTest) {
        this.#byJoined.add(joined, unit);
      }
    }
  }

  match(found: FoundCase): readonly TestTarget[] {
    const files = this.#files.of(found);
    const fitting = new Map<TestTarget, number>();
    for (const { target } of this.#unitsOf(found.names, (file) => files.fitOf(file))) {
      const fit = files.fitOf(target.file);
      if (fit !== 'no') {
        fitting.set(target, fit);
      }
    }
    for (const { path, fit } of files.known) {
      this.#wholeFiles.get(path)?.forEach((target) => fitting.set(target, fit));
    }
    return this.#nearest(fitting, found, files.exact);
  }

  #nearest(
    fitting: ReadonlyMap<TestTarget, number>,
    { results }: FoundCase,
    exact: string | undefined,
  ): readonly TestTarget[] {
    if (fitting.size === 0) {
      return [];
    }
    let best = -Infinity;
    let targets: TestTarget[] = [];
    for (const [target, fit] of fitting) {
      if (fit > best) {
        best = fit;
        targets = [];
      }
      if (fit === best) {
        targets.push(target);
      }
    }
    const first = targets[0]?.file;
    if (targets.every(({ file }) => file === first)) {
      return targets;
    }
    const distances = targets.map(({ file }) => this.#files.sharedFolders(file, results));
    const nearest = Math.max(...distances);
    const near = targets.filter((_, at) => distances[at] === nearest);
    const named = near.filter(({ file }) => file === exact);
    return named.length > 0 ? named : near;
  }

  #unitsOf(names: CaseNames, fitOf: TestFile['fitOf']): Set<Unit> {
    const units = new Set<Unit>();
    const isNamed = (unit: Unit): boolean => {
      const fit = fitOf(unit.target.file);
      return fit !== 'no' && fit !== UNKNOWN;
    };
    const isInGroups = ({ name }: Unit): boolean => name.outer.every((group) => standsIn(names, group));
    const take = (unit: Unit): unknown => isInGroups(unit) && units.add(unit);
    const own = new Set<Unit>();
    const { depth } = names.context;
    for (const name of names.names) {
      this.#byLast.find(name, (unit) => {
        const { length } = unit.name.outer;
        // Values alone make no name that is known by itself.
        const isKnown = unit.isTelling || length > 0 || isNamed(unit);
        if (isKnown && (depth === undefined || depth === length) && isInGroups(unit)) {
          own.add(unit);
        }
      });
    }
    innermost(own).forEach((unit) => units.add(unit));
    for (const group of [...names.context.suites, ...names.inName]) {
      this.#byLast.find(group, (unit) => unit.isTelling && take(unit));
    }
    for (const group of names.context.groups) {
      const isType = names.context.types.has(group);
      for (const unit of this.#byLast.called(group)) {
        if (!unit.isTest && (isType || unit.isSpace || isNamed(unit))) {
          take(unit);
        }
      }
    }
    this.#byJoined.find(names.title, (unit) => unit.isTelling && units.add(unit));
    // A title may begin with another group's by chance.
    this.#takeTitled(
      names.title,
      units,
      (unit) => isNamed(unit) || standsIn(names, unit.name.outer[0] ?? unit.name.last),
    );
    if (names.classTitle !== undefined) {
      this.#byJoined.find(names.classTitle, (unit) => unit.isTest && isNamed(unit) && units.add(unit));
      this.#takeTitled(names.classTitle, units, isNamed);
    }
    return units;
  }

  /** Groups whose names a title begins with. */
  #takeTitled(title: string, units: Set<Unit>, isItsOwn: (unit: Unit) => boolean): void {
    for (const beginning of this.#byJoined.beginningsOf(title)) {
      for (const unit of this.#byJoined.called(beginning)) {
        if (unit.isTest && isItsOwn(unit)) {
          units.add(unit);
        }
      }
    }
  }
}

function joinedOf({ outer, last }: UnitName): NamePattern {
  const parts = [''];
  [...outer, last].forEach((pattern, at) => {
    const [first = '', ...others] = pattern.parts;
    const before = parts.pop() ?? '';
    parts.push(at === 0 ? first : `${before} ${first}`, ...others);
  });
  return { parts };
}

/** A test of the same name in an outer group is another one. */
function innermost(units: ReadonlySet<Unit>): readonly Unit[] {
  const depths = new Map<string, number>();
  for (const { target, name } of units) {
    depths.set(target.file, Math.max(depths.get(target.file) ?? 0, name.outer.length));
  }
  return [...units].filter(({ target, name }) => depths.get(target.file) === name.outer.length);
}

/** Units by a name of theirs; those in which values are filled in by the whole words that come before the first one. */
class UnitTable {
  readonly #literal = new Map<string, Unit[]>();
  readonly #filledIn = new Map<string, { readonly pattern: NamePattern; readonly unit: Unit }[]>();
  /** Lengths of the keys of both. */
  readonly #lengths = new Set<number>();
  readonly #wordsBefore = new Set<number>();

  add(pattern: NamePattern, unit: Unit): void {
    const literal = literalOf(pattern);
    if (literal !== undefined) {
      pushTo(this.#literal, literal, unit);
      this.#lengths.add(literal.length);
    } else {
      const [first = ''] = pattern.parts;
      const words = first.slice(0, Math.max(first.lastIndexOf(' '), 0));
      pushTo(this.#filledIn, words, { pattern, unit });
      this.#wordsBefore.add(words.length);
    }
  }

  /** Beginnings of a title that may be the name of one of them. */
  beginningsOf(title: string): string[] {
    return beginningsOf(title, this.#lengths);
  }

  /** Those whose name is exactly that. */
  called(name: string): readonly Unit[] {
    return this.#literal.get(name) ?? NONE;
  }

  /** Those whose name it may be, with values filled in where they leave room. */
  find(name: string, take: (unit: Unit) => unknown): void {
    this.#literal.get(name)?.forEach(take);
    if (this.#filledIn.size > 0) {
      this.#fill('', name, take);
      beginningsOf(name, this.#wordsBefore).forEach((words) => this.#fill(words, name, take));
    }
  }

  #fill(words: string, name: string, take: (unit: Unit) => unknown): void {
    for (const { pattern, unit } of this.#filledIn.get(words) ?? NO_PATTERNS) {
      if (fits(pattern, name)) {
        take(unit);
      }
    }
  }
}

const NONE: readonly Unit[] = [];
const NO_PATTERNS: readonly { readonly pattern: NamePattern; readonly unit: Unit }[] = [];
