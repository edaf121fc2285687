import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import type { Catalog } from '../../catalog/model';
import type { TestCase, TestOutcome, TestResultFile } from '../../evidence/testCase';
import type { Link, LinkTests, TestResult, TestState, Trace } from '../model';
import { readCases, type FoundCase } from './caseNames';
import { matchResults, type TestTarget } from './matchResults';
import { NamedRequirements } from './namedRequirements';
import { pushTo } from '../../base/pushTo';

/** More problems of one sort help nobody to read them. */
const MOST_PROBLEMS = 100;

interface Target extends TestTarget {
  /** Requirements that it verifies. */
  readonly ids: ReadonlySet<string>;
}

/** What was read of the results files. */
interface Read {
  readonly cases: readonly FoundCase[];
  readonly results: ReadonlyMap<TestCase, TestResult>;
  readonly named: ReadonlyMap<string, readonly TestCase[]>;
  readonly problems: readonly Problem[];
}

/** The results as they were joined last. */
interface Joined {
  readonly tests: ReadonlyMap<string, LinkTests>;
  readonly cases: ReadonlyMap<string, ReadonlySet<TestCase>>;
  readonly problems: readonly Problem[];
}

const NOTHING: Joined = { tests: new Map(), cases: new Map(), problems: [] };
const NOT_RUN: LinkTests = { state: 'not-run', counts: { passed: 0, failed: 0, skipped: 0 }, results: [] };

/**
 * What the test results say of the links that verify something, kept up to date file by file. Results are joined again when what the links speak of
 * changes, not when their lines move. Without a single case nothing is said of any link: the tests did not run here.
 */
// @segur ST.TST.02
export class TestVerdicts {
  readonly #catalog: Catalog;
  #names: NamedRequirements | undefined;
  #read: Read | undefined;
  /** By file, then by key. */
  readonly #targets = new Map<string, ReadonlyMap<string, Target>>();
  #joined = NOTHING;
  #isStale = false;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Whether there is a result at all. */
  get known(): boolean {
    return this.#read !== undefined;
  }

  get problems(): readonly Problem[] {
    return this.#read === undefined ? [] : [...this.#read.problems, ...this.#joined.problems];
  }

  /**
   * Takes results in place of those it had.
   * @returns canonical ids of the requirements of which they say something else
   */
  setResults(files: readonly TestResultFile[]): ReadonlySet<string> {
    const before = this.#read;
    const cases = readCases(files);
    if (before === undefined && cases.length === 0) {
      return new Set();
    }
    this.#read = cases.length === 0 ? undefined : this.#take(cases);
    this.#isStale = true;
    const changed = new Set(this.settle());
    const ids = new Set([...(before?.named.keys() ?? []), ...(this.#read?.named.keys() ?? [])]);
    for (const id of ids) {
      if (outcomesOf(before, id) !== outcomesOf(this.#read, id)) {
        changed.add(id);
      }
    }
    if ((before === undefined) !== (this.#read === undefined)) {
      this.#allTargets().forEach(({ ids: own }) => own.forEach((id) => changed.add(id)));
    }
    return changed;
  }

  /** Takes a file's links in place of those it had. @param unitsRead whether the code that they speak of was looked for */
  update(file: string, links: readonly Link[], unitsRead: boolean): void {
    const targets = new Map<string, { readonly ids: Set<string> } & Target>();
    for (const link of links) {
      if (!verifies(link) || (link.unit === undefined && !unitsRead)) {
        continue;
      }
      const key = keyOf(link);
      const known = targets.get(key);
      if (known === undefined) {
        const { unit } = link;
        const target = { file, ids: new Set([link.id]) };
        targets.set(key, unit === undefined ? target : { ...target, unit: { kind: unit.kind, name: unit.name } });
      } else {
        known.ids.add(link.id);
      }
    }
    const before = this.#targets.get(file);
    this.#isStale ||= !sameTargets(before, targets);
    if (targets.size === 0) {
      this.#targets.delete(file);
    } else {
      this.#targets.set(file, targets);
    }
  }

  /**
   * Joins the results again where links speak of other code now.
   * @returns canonical ids of the requirements of which the results say something else
   */
  settle(): ReadonlySet<string> {
    const changed = new Set<string>();
    if (!this.#isStale) {
      return changed;
    }
    this.#isStale = false;
    const before = this.#joined;
    this.#joined = this.#read === undefined ? NOTHING : this.#join(this.#read);
    for (const target of this.#allTargets()) {
      const key = keyOf(target);
      const was = before.tests.get(key);
      const is = this.#joined.tests.get(key);
      if (!sameTests(was, is)) {
        target.ids.forEach((id) => changed.add(id));
      }
    }
    return changed;
  }

  /** `undefined` for a link that verifies nothing, or of whose code nothing is known yet. */
  of(link: Link): LinkTests | undefined {
    if (this.#read === undefined || !verifies(link)) {
      return undefined;
    }
    const key = keyOf(link);
    return this.#targets.get(link.file)?.has(key) === true ? (this.#joined.tests.get(key) ?? NOT_RUN) : undefined;
  }

  /** Results of the tests that name a requirement and that none of these links has. */
  namedFor(id: string, links: readonly Link[]): readonly TestResult[] {
    const cases = this.#read?.named.get(id) ?? [];
    if (cases.length === 0) {
      return [];
    }
    const linked = links.map((link) => this.#joined.cases.get(keyOf(link)));
    return cases
      .filter((test) => !linked.some((own) => own?.has(test) === true))
      .flatMap((test) => this.#read?.results.get(test) ?? []);
  }

  #take(cases: readonly FoundCase[]): Read {
    this.#names ??= new NamedRequirements(this.#catalog);
    const named = new Map<string, TestCase[]>();
    const problems: Problem[] = [];
    const said = new Set<string>();
    for (const { test, results } of cases) {
      const { ids, unknown } = this.#names.of(test);
      for (const id of ids) {
        pushTo(named, id, test);
      }
      for (const raw of unknown) {
        if (!said.has(`${results}\0${raw}`) && said.size < MOST_PROBLEMS) {
          said.add(`${results}\0${raw}`);
          problems.push({
            ...placeOf(results, test),
            code: ProblemCode.ResultsUnknownId,
            severity: 'error',
            message: message('No catalogue knows the requirement {0}', raw),
            remedy: message('Correct the id where the test sets the property, or add the catalogue that has it'),
          });
        }
      }
    }
    return { cases, results: new Map(cases.map((found) => [found.test, resultOf(found)])), named, problems };
  }

  #join({ cases, results }: Read): Joined {
    const targets = this.#allTargets();
    const matched = matchResults(targets, cases);
    const tests = new Map<string, LinkTests>();
    const own = new Map<string, ReadonlySet<TestCase>>();
    for (const [target, found] of matched.cases) {
      const key = keyOf(target);
      tests.set(key, testsOf(found.flatMap(({ test }) => results.get(test) ?? [])));
      own.set(key, new Set(found.map(({ test }) => test)));
    }
    const problems = matched.ambiguous.slice(0, MOST_PROBLEMS).map(({ found, files }): Problem => ({
      ...placeOf(found.results, found.test),
      code: ProblemCode.ResultsAmbiguous,
      severity: 'information',
      message: message('This may be the result of a test in {0}: it counts for none', files.slice(0, 5).join(', ')),
      remedy: message('Give the tests names of their own, or let the runner write their file'),
    }));
    return { tests, cases: own, problems };
  }

  #allTargets(): Target[] {
    return [...this.#targets.values()].flatMap((own) => [...own.values()]);
  }
}

/** Whether its tests stand for something. */
export function verifies({ verb, state }: Link): boolean {
  return verb === 'verifies' && state !== 'unknown' && state !== 'duplicate';
}

/** Files with links that verify something. */
export function verifyingFiles({ requirements }: Pick<Trace, 'requirements'>): ReadonlySet<string> {
  return new Set(requirements.flatMap(({ links }) => links.filter(verifies).map(({ file }) => file)));
}

/** Links to one piece of code have the same results. */
function keyOf({ file, unit }: TestTarget): string {
  return unit === undefined ? file : `${file}\0${unit.kind}\0${unit.name}`;
}

function sameTargets(a: ReadonlyMap<string, Target> | undefined, b: ReadonlyMap<string, Target>): boolean {
  return (
    (a?.size ?? 0) === b.size &&
    [...b].every(([key, { ids }]) => {
      const before = a?.get(key)?.ids;
      return before?.size === ids.size && [...ids].every((id) => before.has(id));
    })
  );
}

function sameTests(a: LinkTests | undefined, b: LinkTests | undefined): boolean {
  const isSame = a?.results.length === b?.results.length && a?.results.every((one, at) => one === b?.results[at]);
  return a === b || isSame === true || JSON.stringify(a) === JSON.stringify(b);
}

function testsOf(results: readonly TestResult[]): LinkTests {
  const counts: Record<TestOutcome, number> = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) {
    counts[outcome]++;
  }
  return { state: stateOf(results.map(({ outcome }) => outcome)), counts, results };
}

/** One that failed is what matters; a skipped one beside one that passed takes nothing away. */
export function stateOf(states: readonly TestState[]): TestState {
  const order: readonly TestState[] = ['failed', 'passed', 'skipped'];
  return order.find((state) => states.includes(state)) ?? 'not-run';
}

function resultOf({ test, results }: FoundCase): TestResult {
  return {
    name: labelOf(test),
    outcome: test.outcome,
    ...(test.message === undefined ? {} : { message: test.message }),
    ...(test.date === undefined ? {} : { date: test.date }),
    file: results,
    line: test.line,
  };
}

/** `BackupTest › test_restore`, `login › by password › locks the account`. */
function labelOf({ name, className, suites }: TestCase): string {
  const type = className?.includes('.') === true && !/[\s/]/u.test(className) ? className.split('.').at(-1) : undefined;
  const group = type ?? suites.at(-1) ?? '';
  return group === '' || group.includes('/') || name.startsWith(group) || name.includes(' > ')
    ? name.replaceAll(' > ', ' › ')
    : `${group} › ${name}`;
}

function placeOf(file: string, { line }: TestCase): Pick<Problem, 'file' | 'range'> {
  return { file, range: { start: { line, character: 0 }, end: { line, character: 1 } } };
}

function outcomesOf(read: Read | undefined, id: string): string {
  return JSON.stringify((read?.named.get(id) ?? []).map((test) => read?.results.get(test)));
}
