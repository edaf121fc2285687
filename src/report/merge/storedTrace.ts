import type {
  Catalog,
  CatalogInfo,
  FaqEntry,
  MatchStrength,
  Origin,
  ProofKind,
  Requirement,
} from '../../catalog/model';
import type { Range } from '../../base/text';
import { ProblemCode, type Problem } from '../../base/problem';
import type { Proof, ProofState } from '../../evidence/model';
import type { Link, LinkTests, MentionLink, RequirementTrace, TestResult, Trace } from '../../trace/model';
import { snapshotOf } from '../../trace/snapshot';
import type { StoredRequirement } from '../matrixSchema';
import type { Merged } from './mergeMatrices';

type StoredLink = StoredRequirement['links'][number];
type StoredResult = NonNullable<StoredRequirement['tests']>['named'][number];

/** Where a file is: `api@1a2b3c4d5e/src/login.ts`, with the repository and its commit as far as they are known. */
export type Place = (file: string, repository: string | undefined) => string;

/** Finds what a stored trace has of an answer of the FAQ: its id, and what it is called. */
type AnswerOf = (id: string, subject: string | undefined) => FaqEntry;

/**
 * What a merged trace says as a trace, for every format of the matrix. What only the catalogues and the code know is missing.
 * @param catalogs those at hand: of each that the trace was made with, in that very edition, the answers are given in full
 */
export function traceOfMerged(merged: Merged, catalogs: readonly Catalog[] = []): Trace {
  const place = placeIn(merged);
  const answerOf = answersIn(
    catalogs.filter((catalog) =>
      catalog.catalogs.every((own) => merged.catalogs.some((one) => isSameEdition(own, one))),
    ),
  );
  const requirements = merged.requirements.map((row) => requirementOf(row, place, answerOf));
  const { product, profile } = merged;
  const problems = merged.problems.flatMap((problem) => problemOf(problem, place));
  const snapshot = snapshotOf({
    product,
    profile,
    catalogs: merged.catalogs.map((info) => ({ ...info, file: '' })),
    requirements,
    files: [],
    problems,
  });
  const unknownLinks = merged.unknownLinks.map((link) => linkOf(link, place));
  const mentions = merged.mentions.map((mention): MentionLink => ({
    file: place(mention.file, mention.repository),
    range: rangeOf(mention),
    raw: mention.raw,
    id: mention.id,
  }));
  return { ...snapshot, unknownLinks, mentions };
}

/** So much of a commit names it. */
const SHORT = 10;

function placeIn({ repositories = [] }: Merged): Place {
  const names = new Map(
    repositories.map(({ name, commit }) => [name, commit === undefined ? name : `${name}@${commit.slice(0, SHORT)}`]),
  );
  return (file, repository) => (repository === undefined ? file : `${names.get(repository) ?? repository}/${file}`);
}

function requirementOf(row: StoredRequirement, place: Place, answerOf: AnswerOf): RequirementTrace {
  const { id, title, chapter, theme, family, nature, origin, decision, documents = [], tests } = row;
  const requirement: Requirement = {
    id,
    title,
    ...(chapter === undefined ? {} : { chapter }),
    ...(theme === undefined ? {} : { theme }),
    ...(family === undefined ? {} : { family }),
    nature,
    origin: origin as Origin,
    needs: row.needs.map(({ need }) => need),
    profiles: [],
    checklist: row.checklist.map(({ id: item, text, indicative }) => ({
      id: item,
      text,
      ...(indicative === undefined ? {} : { indicative }),
    })),
    scenarios: [],
    proofs: [],
    references: [],
    aliases: [],
    location: NOWHERE,
    catalogId: '',
  };
  return {
    requirement,
    scope: row.scope,
    state: row.state,
    needs: row.needs,
    links: row.links.map((link) => linkOf(link, place)),
    proofs: row.proofs.map((proof) => proofOf(proof, place)),
    covered: row.checklist.filter(({ covered }) => covered).map((item) => item.id),
    documents: documents.map(({ file, answered, unfinished, missing, repository }) => ({
      path: place(file, repository),
      answered,
      unfinished: unfinished.map((item) => ({ item, line: 0 })),
      absent: missing,
    })),
    ...(decision === undefined ? {} : { decision: { ...decision, for: [id], range: START, forRanges: [START] } }),
    guidance: row.guidance.map(({ id: entry, subject, match }) => ({
      entry: answerOf(entry, subject),
      match: match as MatchStrength,
    })),
    gaps: row.gaps.map((text) => ({ kind: 'told' as const, text })),
    ...(tests === undefined
      ? {}
      : {
          tests: { state: tests.state, named: tests.named.map((result) => resultOf(result, place, result.repository)) },
        }),
  };
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const NOWHERE = { file: '', range: START };

type Edition = Pick<CatalogInfo, 'id' | 'edition'>;

function isSameEdition(a: Edition, b: Edition): boolean {
  return a.id === b.id && a.edition === b.edition;
}

/** One entry for each id: a page that shows an answer once knows it by that. */
function answersIn(catalogs: readonly Catalog[]): AnswerOf {
  const known = new Map<string, FaqEntry>(catalogs.flatMap(({ faq }) => faq.map((entry) => [entry.id, entry])));
  return (id, subject) => {
    const found = known.get(id) ?? {
      id,
      ...(subject === undefined ? {} : { subject }),
      answer: '',
      facets: {},
      requirements: [],
      location: NOWHERE,
    };
    known.set(id, found);
    return found;
  };
}

function linkOf(link: StoredLink, place: Place): Link {
  const { file, verb, id, item, raw, rev, note, unit, state, tests, repository } = link;
  return {
    file: place(file, repository),
    range: rangeOf(link),
    verb,
    id,
    ...(item === undefined ? {} : { item }),
    raw,
    ...(rev === undefined ? {} : { revision: rev }),
    ...(note === undefined ? {} : { note }),
    state,
    ...(unit === undefined ? {} : { unit: { ...unit, startLine: unit.startLine - 1, endLine: unit.endLine - 1 } }),
    snippet: '',
    ...(tests === undefined ? {} : { tests: testsOf(tests, place, repository) }),
  };
}

/** Of tests that passed only their number is stored. */
function testsOf(tests: NonNullable<StoredLink['tests']>, place: Place, repository: string | undefined): LinkTests {
  const { state, passed, failed, skipped, date, notPassed } = tests;
  const told = notPassed.map((result) => resultOf(result, place, repository));
  const untold: TestResult = {
    name: '',
    outcome: 'passed',
    ...(date === undefined ? {} : { date }),
    file: '',
    line: 0,
  };
  const rest = Math.max(passed + failed + skipped - told.length, 0);
  return { state, counts: { passed, failed, skipped }, results: [...told, ...Array<TestResult>(rest).fill(untold)] };
}

function resultOf(
  { name, outcome, message, date, file, line }: StoredResult,
  place: Place,
  repository: string | undefined,
): TestResult {
  return {
    name,
    outcome,
    ...(message === undefined ? {} : { message }),
    ...(date === undefined ? {} : { date }),
    file: place(file, repository),
    line: line - 1,
  };
}

function proofOf(proof: StoredRequirement['proofs'][number], place: Place): Proof {
  const {
    for: ids,
    kind,
    state,
    files,
    patterns,
    value,
    link,
    date,
    expires,
    author,
    edition,
    version,
    covers,
  } = proof;
  return {
    entry: {
      for: ids,
      kind: kind as ProofKind,
      ...(patterns === undefined ? {} : { files: patterns.map((pattern) => place(pattern, proof.repository)) }),
      ...(value === undefined ? {} : { value }),
      ...(link === undefined ? {} : { link }),
      ...(date === undefined ? {} : { date }),
      ...(author === undefined ? {} : { author }),
      ...(edition === undefined ? {} : { edition }),
      ...(version === undefined ? {} : { version }),
      covers,
      coversRanges: covers.map(() => START),
      range: START,
      forRanges: ids.map(() => START),
    },
    state: state as ProofState,
    files: files.map(({ path, size }) => ({ path: place(path, proof.repository), size })),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** None for a code that only another version of this tool knows. */
function problemOf(problem: Merged['problems'][number], place: Place): Problem[] {
  const { code, severity, file, line, column = 1, message, repository } = problem;
  const at = line === undefined ? undefined : { line: line - 1, character: column - 1 };
  const known = Object.values(ProblemCode).find((one) => (one as string) === code);
  return known === undefined
    ? []
    : [
        {
          code: known,
          severity,
          file: place(file, repository),
          ...(at === undefined ? {} : { range: { start: at, end: at } }),
          message: { template: '{0}', args: [message] },
        },
      ];
}

function rangeOf({ line, column, endColumn }: { line: number; column: number; endColumn: number }): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: line - 1, character: endColumn - 1 } };
}
