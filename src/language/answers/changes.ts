import { plainArgs, render } from '../../base/message';
import type { Translate } from '../../base/message';
import { problemKey, type Problem } from '../../base/problem';
import type { Gap, Link, RequirementTrace, Trace } from '../../trace/model';
import { linkStateLabel, stateLabel } from '../../trace/words';
import type { Answer, Data } from './answer';
import { oneLine, placeOf, quoted } from './quoting';
import { gapLine, linkData, linkLine } from './rows';
import { pushTo } from '../../base/pushTo';

/** Entries of each list: an agent that changed more asks for the gaps. */
const SOME = 20;

/** A link whose place in its file counts no more: code above it may have moved it. */
type Pair = readonly [before: Link, after: Link];

interface Differences {
  readonly rows: readonly {
    readonly before: RequirementTrace | undefined;
    readonly after: RequirementTrace | undefined;
  }[];
  readonly added: readonly Link[];
  readonly removed: readonly Link[];
  /** Links that mean something else now: outdated, or no longer. */
  readonly restated: readonly Pair[];
  readonly problems: readonly Problem[];
  readonly solved: readonly Problem[];
}

/**
 * What differs between two moments of a folder: states and gaps, annotations, problems.
 * @param mark of the later moment, by which it can be asked for again
 */
export function changesAnswer(t: Translate, before: Trace, after: Trace, since: number, mark: number): Answer {
  const differences = compareTraces(before, after);
  const { rows, added, removed, restated, problems, solved } = differences;
  const marked = t('Mark {0}: the next answer tells what changed from here on.', mark);
  if ([rows, added, removed, restated, problems, solved].every((all) => all.length === 0)) {
    return {
      text: [t('Nothing changed since mark {0}.', since), marked].join('\n'),
      data: dataOf(t, differences, since, mark),
    };
  }
  const lines = [
    t('What changed since mark {0}:', since),
    ...section(t, t('Requirements ({0}):', rows.length), rows, (one) => rowChange(t, one.before, one.after)),
    ...section(
      t,
      t('Annotations added ({0}):', added.length),
      added,
      (link) => `${oneLine(link.id)} — ${linkLine(t, link)}`,
    ),
    ...section(
      t,
      t('Annotations removed ({0}), at their former lines:', removed.length),
      removed,
      (link) => `${oneLine(link.id)} — ${linkLine(t, link)}`,
    ),
    ...section(
      t,
      t('Annotations judged otherwise ({0}):', restated.length),
      restated,
      ([was, is]) =>
        `${oneLine(is.id)} — ${placeOf(is.file, is.range.start)} — ${linkStateLabel(t, was.state)} → ${linkStateLabel(t, is.state)}`,
    ),
    ...section(t, t('New problems ({0}):', problems.length), problems, (problem) => problemLine(t, problem)),
    ...section(t, t('Solved problems ({0}):', solved.length), solved, (problem) => problemLine(t, problem)),
    marked,
  ];
  return { text: lines.join('\n'), data: dataOf(t, differences, since, mark) };
}

/** For a question before which nothing was remembered. */
export function firstMark(t: Translate, trace: Trace, mark: number): Answer {
  return {
    text: [
      t('Nothing to compare with yet: this is the first question.'),
      t('Mark {0}: the next answer tells what changed from here on.', mark),
    ].join('\n'),
    data: dataOf(t, compareTraces(trace, trace), mark, mark),
  };
}

function compareTraces(before: Trace, after: Trace): Differences {
  const added: Link[] = [];
  const removed: Link[] = [];
  const restated: Pair[] = [];
  const rows: { before: RequirementTrace | undefined; after: RequirementTrace | undefined }[] = [];
  const takeLinks = (was: readonly Link[], is: readonly Link[]): void => {
    const pairs = pairLinks(was, is);
    added.push(...pairs.added);
    removed.push(...pairs.removed);
    restated.push(...pairs.kept.filter(([one, other]) => one.state !== other.state));
  };
  const ids = new Set([...after.requirements, ...before.requirements].map(({ requirement }) => requirement.id));
  for (const id of ids) {
    const was = before.requirement(id);
    const is = after.requirement(id);
    if (was === is) {
      continue;
    }
    takeLinks(was?.links ?? [], is?.links ?? []);
    if (was === undefined || is === undefined || isOther(was, is)) {
      rows.push({ before: was, after: is });
    }
  }
  takeLinks(before.unknownLinks, after.unknownLinks);
  const { gone, come } = differenceOf(before.problems, after.problems, keyOfProblem);
  return { rows, added, removed, restated, problems: come, solved: gone };
}

function isOther(was: RequirementTrace, is: RequirementTrace): boolean {
  const { gone, come } = differenceOf(was.gaps, is.gaps, gapKey);
  return was.state !== is.state || was.scope !== is.scope || gone.length > 0 || come.length > 0;
}

/** Links of the same file, id and verb belong together: by the code that they stand at where it is the same, else in their order. */
function pairLinks(was: readonly Link[], is: readonly Link[]) {
  const exact = matched(was, is, (link) => `${linkKey(link)}\0${link.snippet}`);
  const rough = matched(exact.gone, exact.come, linkKey);
  return { kept: [...exact.pairs, ...rough.pairs], added: rough.come, removed: rough.gone };
}

function linkKey({ file, id, item = '', verb }: Link): string {
  return [file, id, item, verb].join('\0');
}

function matched<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string) {
  const waiting = new Map<string, T[]>();
  for (const one of was) {
    const key = keyOf(one);
    pushTo(waiting, key, one);
  }
  // Taken from the end.
  waiting.forEach((same) => same.reverse());
  const pairs: (readonly [T, T])[] = [];
  const come = is.filter((one) => {
    const former = waiting.get(keyOf(one))?.pop();
    if (former !== undefined) {
      pairs.push([former, one]);
    }
    return former === undefined;
  });
  const left = new Set([...waiting.values()].flat());
  return { pairs, come, gone: was.filter((one) => left.has(one)) };
}

function differenceOf<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string) {
  if (was === is) {
    return { gone: [], come: [] };
  }
  const { gone, come } = matched(was, is, keyOf);
  return { gone, come };
}

/** Without line numbers: moving code is no news. */
function keyOfProblem({ code, file, message }: Problem): string {
  return problemKey(code, file, plainArgs(message));
}

function gapKey(gap: Gap): string {
  switch (gap.kind) {
    case 'no-code':
    case 'no-test':
    case 'no-proof':
      return gap.kind;
    case 'only-partial-code':
    case 'todo':
      return `${gap.kind}\0${linkKey(gap.link)}`;
    case 'link-state':
      return `${gap.kind}\0${gap.link.state}\0${linkKey(gap.link)}`;
    case 'proof-state':
      return [
        gap.kind,
        gap.proof.state,
        ...(gap.proof.entry.files ?? []),
        gap.proof.entry.value,
        gap.proof.entry.link,
      ].join('\0');
    case 'expected-proof':
      return [gap.kind, gap.id, gap.proofKind, gap.text].join('\0');
    case 'test-failed':
    case 'test-skipped':
      return [gap.kind, gap.result.name, gap.link === undefined ? '' : linkKey(gap.link)].join('\0');
    case 'test-not-run':
      return `${gap.kind}\0${linkKey(gap.link)}`;
    case 'decision-expired':
      return [gap.kind, gap.decision.expires, gap.decision.reason].join('\0');
    case 'told':
      return gap.text;
  }
}

function section<T>(t: Translate, title: string, all: readonly T[], line: (one: T) => string): string[] {
  if (all.length === 0) {
    return [];
  }
  const rest = all.length - SOME;
  return [title, ...all.slice(0, SOME).map((one) => `- ${line(one)}`), ...(rest > 0 ? [t('({0} more)', rest)] : [])];
}

function rowChange(t: Translate, before: RequirementTrace | undefined, after: RequirementTrace | undefined): string {
  const row = after ?? before;
  const was = before === undefined ? t('not in the catalogue') : stateLabel(t, before.state);
  const is = after === undefined ? t('not in the catalogue') : stateLabel(t, after.state);
  const { gone, come } = differenceOf(before?.gaps ?? [], after?.gaps ?? [], gapKey);
  const parts = [
    `${oneLine(row?.requirement.id ?? '')} — ${quoted(row?.requirement.title ?? '')}`,
    was === is ? is : `${was} → ${is}`,
    ...(before === undefined || gone.length === 0 ? [] : [t('no longer: {0}', gapsLine(t, gone))]),
    ...(before === undefined || come.length === 0 ? [] : [t('newly: {0}', gapsLine(t, come))]),
  ];
  return parts.join(' — ');
}

function gapsLine(t: Translate, gaps: readonly Gap[]): string {
  const some = gaps.slice(0, 3).map((gap) => gapLine(t, gap));
  return `${some.join('; ')}${gaps.length > 3 ? ` ${t('({0} more)', gaps.length - 3)}` : ''}`;
}

function problemLine(t: Translate, { code, severity, file, range, message }: Problem): string {
  const place = range === undefined ? oneLine(file, 500) : placeOf(file, range.start);
  return `${severity} ${code} — ${place} — ${quoted(render(t, message), 300)}`;
}

function dataOf(t: Translate, differences: Differences, since: number, mark: number): Data {
  const { rows, added, removed, restated, problems, solved } = differences;
  const problemData = ({ code, severity, file, range, message }: Problem): Data => ({
    code,
    severity,
    file,
    ...(range === undefined ? {} : { line: range.start.line + 1 }),
    message: oneLine(render(t, message), 300),
  });
  const some = <T>(all: readonly T[], data: (one: T) => Data) => ({
    total: all.length,
    items: all.slice(0, SOME).map(data),
  });
  return {
    since,
    mark,
    changed: [rows, added, removed, restated, problems, solved].some((all) => all.length > 0),
    requirements: some(rows, ({ before, after }) => ({
      id: (after ?? before)?.requirement.id ?? '',
      ...(before === undefined ? {} : { before: before.state }),
      ...(after === undefined ? {} : { after: after.state }),
      missing: (after?.gaps ?? []).slice(0, 3).map((gap) => gapLine(t, gap)),
    })),
    linksAdded: some(added, linkData),
    linksRemoved: some(removed, linkData),
    linksJudgedOtherwise: some(restated, ([was, is]) => ({ ...linkData(is), before: was.state })),
    newProblems: some(problems, problemData),
    solvedProblems: some(solved, problemData),
  };
}
