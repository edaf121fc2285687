import { render, plainArgs } from '../base/message';
import type { Problem } from '../base/problem';
import type { Proof } from '../evidence/model';
import type { GroupTotals, Link, LinkTests, MentionLink, RequirementTrace, TestResult, Trace } from '../trace/model';
import type { PlacedUnit } from '../trace/unclaimed/model';
import { gapText, testsDate } from '../trace/words';
import type { MatrixOptions } from './matrixFormat';
import type { StoredMatrix, StoredRequirement } from './matrixSchema';

type StoredLink = StoredRequirement['links'][number];
type Stored<K extends keyof StoredMatrix> = StoredMatrix[K] extends readonly (infer T)[] ? T : never;

/** The stored trace, which `readMatrix` reads back; its form is `schemas/matrix.schema.json`. Every requirement is in it, whatever its scope. */
// @segur ST.OUT.01
export function writeJson(trace: Trace, options: MatrixOptions): string {
  const { commit, committedAt, generatedAt } = options;
  const stored: StoredMatrix = {
    version: 1,
    product: { ...trace.product },
    profile: { ...trace.profile, profils: [...trace.profile.profils] },
    catalogs: trace.catalogs.map(({ id, title, edition }) => ({ id, title, ...defined({ edition }) })),
    ...defined({ commit, committedAt, generatedAt }),
    counts: { ...trace.counts },
    chapters: trace.chapters.map(groupJson),
    themes: trace.themes.map(groupJson),
    families: trace.families.map(groupJson),
    requirements: trace.requirements.map((row) => requirementJson(row, options)),
    unknownLinks: trace.unknownLinks.map(linkJson),
    mentions: trace.mentions.map(mentionJson),
    // Without remedies: for thousands of unknown ids, looking for the closest ones takes its time.
    problems: trace.problems.map((problem) => problemJson(problem, options, 'brief')),
    ...(options.unclaimed === undefined ? {} : { unclaimed: options.unclaimed.map(unclaimedJson) }),
  };
  return `${JSON.stringify(stored, null, 1)}\n`;
}

/** Lines count from 1. */
export function unclaimedJson({ file, unit: { kind, name, startLine, endLine } }: PlacedUnit) {
  return { file, kind, name, startLine: startLine + 1, endLine: endLine + 1 };
}

/** One row as the stored trace has it. */
export function requirementJson(row: RequirementTrace, { t }: Pick<MatrixOptions, 't'>): StoredRequirement {
  const { requirement, decision } = row;
  const covered = new Set(row.covered);
  const { id, title, chapter, theme, family, nature, origin } = requirement;
  return {
    id,
    title,
    ...defined({ chapter, theme, family }),
    nature,
    origin,
    scope: row.scope,
    state: row.state,
    needs: row.needs.map(({ need, met }) => ({ need, met })),
    links: row.links.map(linkJson),
    proofs: row.proofs.map(proofJson),
    checklist: requirement.checklist.map(({ id: item, text, indicative }) => ({
      id: item,
      text,
      covered: covered.has(item),
      ...(indicative === undefined ? {} : { indicative }),
    })),
    ...(row.documents.length === 0
      ? {}
      : {
          documents: row.documents.map(({ path, answered, unfinished, absent }) => ({
            file: path,
            answered: [...answered],
            unfinished: unfinished.map(({ item }) => item),
            missing: [...absent],
          })),
        }),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            status: decision.status,
            reason: decision.reason,
            ...defined({ by: decision.by, date: decision.date, expires: decision.expires }),
          },
        }),
    guidance: row.guidance.map(({ entry, match }) => ({ id: entry.id, ...defined({ subject: entry.subject }), match })),
    gaps: row.gaps.map((gap) => gapText(t, gap)),
    gapKinds: row.gaps.map(({ kind }) => kind),
    ...(row.tests === undefined
      ? {}
      : { tests: { state: row.tests.state, named: row.tests.named.slice(0, MOST_RESULTS).map(resultJson) } }),
  };
}

/** A whole suite may name a requirement. */
const MOST_RESULTS = 100;
/** Of the tests of one link that did not pass. */
const MOST_NOT_PASSED = 20;

function testsJson({ state, counts, results }: LinkTests): NonNullable<StoredLink['tests']> {
  const notPassed = results.filter(({ outcome }) => outcome !== 'passed').slice(0, MOST_NOT_PASSED);
  return { state, ...counts, ...defined({ date: testsDate(results) }), notPassed: notPassed.map(resultJson) };
}

function resultJson({ name, outcome, message, date, file, line }: TestResult) {
  return { name, outcome, ...defined({ message, date }), file, line: line + 1 };
}

/** Key by key: a trace has tens of thousands of links. */
export function linkJson({ file, range, verb, id, item, raw, revision, note, unit, state, tests }: Link): StoredLink {
  const json: { -readonly [key in keyof StoredLink]: StoredLink[key] } = {
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endColumn: range.end.character + 1,
    verb,
    id,
    raw,
    state,
  };
  if (item !== undefined) {
    json.item = item;
  }
  if (revision !== undefined) {
    json.rev = revision;
  }
  if (note !== undefined) {
    json.note = note;
  }
  if (unit !== undefined) {
    const { kind, name, startLine, endLine, hash } = unit;
    json.unit = { kind, name, startLine: startLine + 1, endLine: endLine + 1, ...defined({ hash }) };
  }
  if (tests !== undefined) {
    json.tests = testsJson(tests);
  }
  return json;
}

export function mentionJson(mention: MentionLink): Stored<'mentions'> {
  return {
    file: mention.file,
    line: mention.range.start.line + 1,
    column: mention.range.start.character + 1,
    endColumn: mention.range.end.character + 1,
    id: mention.id,
    raw: mention.raw,
  };
}

/**
 * Words in the reader's language; `args` tell two problems of one code apart in every language.
 * @param detail `brief` leaves the remedy out, which some problems look for only when it is read
 */
export function problemJson(
  problem: Problem,
  { t }: Pick<MatrixOptions, 't'>,
  detail: 'brief' | 'full' = 'full',
): Stored<'problems'> {
  const { range } = problem;
  const remedy = detail === 'full' ? problem.remedy : undefined;
  return {
    code: problem.code,
    severity: problem.severity,
    file: problem.file,
    ...(range === undefined ? {} : { line: range.start.line + 1, column: range.start.character + 1 }),
    message: render(t, problem.message),
    ...(remedy === undefined ? {} : { remedy: render(t, remedy) }),
    args: plainArgs(problem.message),
  };
}

function proofJson(proof: Proof): StoredRequirement['proofs'][number] {
  const { entry } = proof;
  return {
    for: [...entry.for],
    kind: entry.kind,
    state: proof.state,
    files: proof.files.map(({ path, size }) => ({ path, size })),
    ...(entry.files === undefined ? {} : { patterns: [...entry.files] }),
    ...defined({ value: entry.value, link: entry.link, date: entry.date, expires: proof.expires }),
    ...defined({ author: entry.author, edition: entry.edition, version: entry.version }),
    covers: [...entry.covers],
  };
}

export function groupJson({ name, total, ready, counts }: GroupTotals): Stored<'chapters'> {
  return { name, total, ready, counts: { ...counts } };
}

/** Without the properties that are `undefined`: JSON has none. */
function defined<T extends Record<string, string | undefined>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
