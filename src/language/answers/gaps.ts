import { folded } from '../../base/folded';
import type { Translate } from '../../base/message';
import type { RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { stateLabel } from '../../trace/words';
import type { Answer, AnswerContext } from './answer';
import type { InputOf } from './inputs';
import { pageOf, restOf } from './paging';
import { oneLine, quoted } from './quoting';
import { gapLine, groupOf, rowData, rowLine } from './rows';
import type { gapsInput } from './tools';
import { pushTo } from '../../base/pushTo';

const LIMIT = 15;
/** Reasons of each requirement. */
const REASONS = 3;

type By = 'chapter' | 'theme';

interface Group {
  readonly name: string;
  /** Not settled; those that block come first. */
  readonly rows: readonly RequirementTrace[];
  /** A recommendation (préconisation) blocks nothing. */
  readonly blocking: number;
}

/** The requirements of the profile that are not satisfied, those of the chapter that blocks most first. */
export function gapsAnswer(
  { chapter, theme, need, limit = LIMIT, offset = 0 }: InputOf<typeof gapsInput>,
  { folder, t }: AnswerContext,
): Answer {
  const { trace } = folder;
  const by: By = theme === undefined && trace.chapters.length > 1 ? 'chapter' : 'theme';
  const fits = (row: RequirementTrace): boolean =>
    holds(row.requirement.chapter, chapter) &&
    holds(row.requirement.theme, theme) &&
    (need === undefined || row.needs.some((one) => one.need === need && !one.met));
  const open = trace.requirements.filter((row) => inProfile(row) && !isSettled(row.state));
  const groups = groupsOf(open.filter(fits), by);
  const page = pageOf(
    groups.flatMap(({ rows }) => rows),
    offset,
    limit,
  );
  const lines = [summary(t, trace, open.length)];
  if (page.total < open.length) {
    lines.push(
      page.total === 0
        ? t('None of them fits what was asked for.')
        : t('{0} of them fit what was asked for.', page.total),
    );
    if (page.total === 0 && (chapter ?? theme) !== undefined) {
      lines.push(...knownGroups(t, open, chapter === undefined ? 'theme' : 'chapter'));
    }
  }
  const shown = new Set(page.items);
  for (const group of groups) {
    const rows = group.rows.filter((row) => shown.has(row));
    if (rows.length > 0) {
      lines.push(groupLine(t, group), ...rows.map((row) => `- ${rowLine(t, row)}${reasons(t, row)}`));
    }
  }
  lines.push(...restOf(t, page));
  return {
    text: lines.join('\n'),
    data: {
      inProfile: trace.requirements.filter(inProfile).length,
      open: open.length,
      total: page.total,
      ...(page.nextOffset === undefined ? {} : { nextOffset: page.nextOffset }),
      groupedBy: by,
      groups: groups
        .slice(0, 30)
        .map(({ name, rows, blocking }) => ({ name: oneLine(name), open: rows.length, blocking })),
      items: page.items.map((row) => ({
        ...rowData(row),
        group: oneLine(groupOf(row.requirement, by)),
        nature: row.requirement.nature,
        missing: row.gaps.slice(0, REASONS).map((gap) => gapLine(t, gap)),
        missingTotal: row.gaps.length,
      })),
    },
  };
}

function groupsOf(rows: readonly RequirementTrace[], by: By): Group[] {
  const byName = new Map<string, RequirementTrace[]>();
  for (const row of rows) {
    const name = groupOf(row.requirement, by);
    pushTo(byName, name, row);
  }
  const blocks = (row: RequirementTrace): boolean => row.requirement.nature === 'exigence';
  return [...byName]
    .map(([name, members]) => ({
      name,
      rows: [...members.filter(blocks), ...members.filter((row) => !blocks(row))],
      blocking: members.filter(blocks).length,
    }))
    .sort((a, b) => b.blocking - a.blocking || b.rows.length - a.rows.length);
}

function summary(t: Translate, trace: Trace, open: number): string {
  const total = trace.requirements.filter(inProfile).length;
  if (open === 0) {
    return t('Nothing is missing: each of the {0} requirements of the profile is satisfied or decided.', total);
  }
  const states = (['missing', 'partial', 'suspect'] as const)
    .filter((state) => trace.counts[state] > 0)
    .map((state) => `${trace.counts[state]} ${stateLabel(t, state).toLowerCase()}`)
    .join(', ');
  return t('{0} of the {1} requirements of the profile have gaps: {2}.', open, total, states);
}

function groupLine(t: Translate, { name, rows, blocking }: Group): string {
  const title = name === '' ? t('Without a group') : quoted(name);
  return `## ${title} — ${t('{0} open, of which {1} block', rows.length, blocking)}`;
}

function reasons(t: Translate, { gaps }: RequirementTrace): string {
  const some = gaps.slice(0, REASONS).map((gap) => gapLine(t, gap));
  const rest = gaps.length - some.length;
  return some.length === 0 ? '' : `: ${some.join('; ')}${rest > 0 ? ` ${t('({0} more)', rest)}` : ''}`;
}

function knownGroups(t: Translate, rows: readonly RequirementTrace[], by: By): string[] {
  const names = groupsOf(rows, by).flatMap(({ name }) => (name === '' ? [] : [quoted(name)]));
  return names.length === 0 ? [] : [t('Known here: {0}', names.slice(0, 30).join(', '))];
}

function holds(name: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || folded(name ?? '').includes(folded(wanted).trim());
}
