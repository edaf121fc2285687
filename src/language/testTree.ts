import type { Range } from '../base/text';
import type { Translate } from '../base/message';
import type { Link, RequirementTrace, TestResult, TestState, Trace } from '../trace/model';
import { verifies } from '../trace/results/testVerdicts';
import { testsText } from '../trace/words';
import { pushTo } from '../base/pushTo';

/** Results of one test that are told one by one. */
const MOST_FAILURES = 20;

/** Something to go to: a place in a file of the folder. */
export interface TestPlace {
  readonly file: string;
  readonly range: Range;
}

/** A line of the Test Explorer. */
export interface TestNode {
  /** Unique in its folder, and the same from one trace to the next. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly place?: TestPlace;
  readonly children: readonly TestNode[];
  /** Of a test; absent where no results were read. */
  readonly last?: LastResult;
}

export interface LastResult {
  readonly state: TestState;
  /** Why it failed, one for each test that did, with the place in the results file. */
  readonly failures: readonly { readonly text: string; readonly place: TestPlace }[];
}

/**
 * The requirements that something verifies, by chapter (by family where no requirement has a chapter), with the tests below them. A requirement that
 * nothing verifies is none of the Test Explorer's business: its gap stands elsewhere.
 */
// @segur ST.TST.03
export function testTree(trace: Trace, t: Translate): readonly TestNode[] {
  const groups = new Map<string, TestNode[]>();
  const rows = trace.requirements.filter((row) => row.links.some(verifies) || (row.tests?.named.length ?? 0) > 0);
  const hasChapters = rows.some(({ requirement }) => requirement.chapter !== undefined);
  for (const row of rows) {
    const { chapter, family } = row.requirement;
    const group = (hasChapters ? chapter : family) ?? '';
    pushTo(groups, group, requirementNode(row, t));
  }
  return [...groups].map(([name, children]) => ({
    id: `group ${name}`,
    label: name === '' ? t('Other') : name,
    children,
  }));
}

function requirementNode(row: RequirementTrace, t: Translate): TestNode {
  const { id, title } = row.requirement;
  const links = row.links.filter(verifies);
  const tests = [
    ...links.map((link) => linkNode(link, t)),
    ...(row.tests?.named ?? []).map((result) => namedNode(result)),
  ];
  const place = tests[0]?.place;
  return {
    id: `requirement ${id}`,
    label: id,
    description: title,
    ...(place === undefined ? {} : { place }),
    children: withOwnIds(tests, id),
  };
}

function linkNode(link: Link, t: Translate): TestNode {
  const { file, range, unit, snippet, tests } = link;
  const description = tests === undefined || tests.results.length <= 1 ? file : `${file} · ${testsText(t, tests)}`;
  return {
    id: `test ${file} ${unit?.name ?? ''}`,
    label: unit?.name ?? (snippet === '' ? file : snippet),
    description,
    place: { file, range },
    children: [],
    ...(tests === undefined ? {} : { last: { state: tests.state, failures: failuresOf(tests.results) } }),
  };
}

function namedNode(result: TestResult): TestNode {
  const { name, outcome, file } = result;
  return {
    id: `result ${file} ${name}`,
    label: name,
    description: file,
    place: placeOf(result),
    children: [],
    last: { state: outcome, failures: failuresOf([result]) },
  };
}

function failuresOf(results: readonly TestResult[]): LastResult['failures'] {
  return results
    .filter(({ outcome }) => outcome === 'failed')
    .slice(0, MOST_FAILURES)
    .map((result) => ({
      text: result.message === undefined ? result.name : `${result.name}\n${result.message}`,
      place: placeOf(result),
    }));
}

function placeOf({ file, line }: TestResult): TestPlace {
  return { file, range: { start: { line, character: 0 }, end: { line, character: 0 } } };
}

/** Two annotations of one test, or two tests of one name: their order tells them apart. */
function withOwnIds(nodes: readonly TestNode[], requirement: string): TestNode[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const count = seen.get(node.id) ?? 0;
    seen.set(node.id, count + 1);
    const own = `${requirement} ${node.id}`;
    return { ...node, id: count === 0 ? own : `${own} ${count + 1}` };
  });
}
