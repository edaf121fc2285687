import type { TestCase, TestResultFile } from '../../evidence/testCase';
import { fits, foldName, groupsOf, literalOf, namesOfCase, type NamePattern } from './testNames';

/** The groups that some test cases stand in: most of a file's share them. */
export interface CaseContext {
  /** Names of suites, whole. */
  readonly suites: ReadonlySet<string>;
  /** Those, and the parts of a class's name. */
  readonly groups: ReadonlySet<string>;
  /** Names of classes: the end of a qualified name, and those that it stands in, where the runner marks them. */
  readonly types: ReadonlySet<string>;
  /** Names of classes and packages, between dots: `.fr.x.LoginTest.`. */
  readonly dotted: readonly string[];
  /** How many groups a test stands in, where the runner tells each of them: Node's. */
  readonly depth: number | undefined;
}

/** One test case under all the names that it may be known by. */
export interface CaseNames {
  /** As written, folded. */
  readonly title: string;
  /** Behind the name of its class, as mocha's own XUnit writes the titles of the groups around it. */
  readonly classTitle: string | undefined;
  readonly names: readonly string[];
  /** Groups that stand in the name itself. */
  readonly inName: readonly string[];
  readonly context: CaseContext;
}

/** One case of one results file. */
export interface FoundCase {
  readonly test: TestCase;
  /** Path of the results file. */
  readonly results: string;
  readonly names: CaseNames;
}

/** The cases of some files in their order. Takes longer than to match them: it is done once for each run of the tests. */
export function readCases(files: readonly TestResultFile[]): FoundCase[] {
  const reader = new CaseNamesReader();
  return files.flatMap(({ path, cases }) => cases.map((test) => ({ test, results: path, names: reader.read(test) })));
}

/** Reads the names of many cases; what cases of one suite share is read once. */
class CaseNamesReader {
  readonly #contexts = new Map<string, CaseContext>();

  read(test: TestCase): CaseNames {
    const title = foldName(test.name);
    return {
      title,
      classTitle: test.className === undefined ? undefined : `${foldName(test.className)} ${title}`,
      names: namesOfCase(test.name),
      inName: groupsOf(title).slice(0, -1),
      context: this.#contextOf(test),
    };
  }

  #contextOf(test: TestCase): CaseContext {
    const key = [test.className, ...test.suites].join('\0');
    let context = this.#contexts.get(key);
    if (context === undefined) {
      context = contextOf(test);
      this.#contexts.set(key, context);
    }
    return context;
  }
}

function contextOf({ className, suites }: TestCase): CaseContext {
  const ofSuites = suites.map(foldName);
  const names = className === undefined ? ofSuites : [...ofSuites, foldName(className)];
  const codes = names.filter((name) => !/\s/u.test(name)).map((name) => name.split(/[.$+\\:/]+/u));
  return {
    suites: new Set(ofSuites),
    groups: new Set([...names, ...codes.flat()].filter((name) => name !== '')),
    types: new Set(names.flatMap((name) => (name.split(/[.\\/:]/u).at(-1) ?? '').split(/[$+]/u))),
    depth: className === 'test' ? suites.length : undefined,
    dotted: codes.map((parts) => `.${parts.join('.')}.`),
  };
}

/** Whether the case stands in a group of that name. */
export function standsIn({ context, inName }: CaseNames, group: NamePattern): boolean {
  const literal = literalOf(group);
  if (literal === undefined) {
    return [...context.suites, ...inName].some((name) => fits(group, name));
  }
  return (
    context.groups.has(literal) ||
    inName.includes(literal) ||
    (literal.includes('.') && context.dotted.some((dotted) => dotted.includes(`.${literal}.`)))
  );
}
