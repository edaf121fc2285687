import { countText } from '../../base/message';
import type { GroupTotals, RequirementState, RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { gapText, stateLabel, stateSymbol } from '../../trace/words';
import { profileText } from '../../trace/profileText';
import { toReview, type Review } from '../../trace/toReview';
import type { OpenedFolder } from '../openFolder';
import { reviewData, reviewLines } from '../reviewText';
import type { Colors, Terminal } from '../terminal';
import { settledCount } from '../../trace/totals';
import { requirementStates } from '../../trace/stateNames';

const NAME_WIDTH = 44;

/** `status`: totals and gaps, by chapter where the catalogue has chapters, else by theme. */
export async function status(folder: OpenedFolder, format: 'text' | 'json', terminal: Terminal): Promise<void> {
  const { trace } = folder;
  const reviews = toReview(trace, folder.catalog);
  const open = trace.requirements.filter((row) => inProfile(row) && row.gaps.length > 0);
  if (format === 'json') {
    const output = {
      version: 1,
      product: trace.product,
      profile: trace.profile,
      catalogs: trace.catalogs.map(({ id, title, edition }) => ({
        id,
        title,
        ...(edition === undefined ? {} : { edition }),
      })),
      counts: trace.counts,
      chapters: trace.chapters,
      themes: trace.themes,
      families: trace.families,
      gaps: open.map((row) => ({
        id: row.requirement.id,
        title: row.requirement.title,
        state: row.state,
        gaps: row.gaps.map((gap) => gapText(terminal.t, gap)),
      })),
      review: reviews.map((review) => reviewData(review, terminal.t)),
      problems: trace.problems.length,
    };
    await terminal.write(`${JSON.stringify(output, null, 2)}\n`);
    return;
  }
  await terminal.write(statusText(trace, open, reviews, terminal));
}

function statusText(
  trace: Trace,
  open: readonly RequirementTrace[],
  reviews: readonly Review[],
  terminal: Terminal,
): string {
  const { colors, t } = terminal;
  const title = [trace.product.name, trace.product.version].filter((part) => part !== undefined).join(' ');
  const groups = trace.chapters.length > 1 ? trace.chapters : trace.themes;
  const lines = [
    ...(title === '' ? [] : [colors.bold(title)]),
    t('Profile: {0}', profileText(t, trace.profile)),
    ...trace.catalogs.map(({ title: name, edition }) =>
      t('Catalogue: {0}', edition === undefined ? name : `${name} (${edition})`),
    ),
    '',
    colors.dim(`  ${t('satisfied or decided / all').padEnd(NAME_WIDTH + 6)}`),
    ...groups.map((group) => groupLine(group, terminal)),
    '',
    summary(trace, terminal),
  ];
  if (open.length > 0) {
    lines.push('', colors.bold(t('What is missing')));
    for (const row of open) {
      lines.push(
        `  ${paint(colors, row.state, stateSymbol(row.state))} ${colors.bold(row.requirement.id)} ${row.requirement.title}`,
      );
      lines.push(...row.gaps.map((gap) => colors.dim(`      ${gapText(t, gap)}`)));
    }
  }
  lines.push(...reviewLines(reviews, terminal));
  if (trace.problems.length > 0) {
    lines.push('', t('{0} problem(s): see segur-trace check', countText(t, trace.problems.length)));
  }
  return `${lines.join('\n')}\n`;
}

function groupLine(group: GroupTotals, { colors, t }: Terminal): string {
  const settled = settledCount(group.counts);
  const name =
    group.name.length > NAME_WIDTH ? `${group.name.slice(0, NAME_WIDTH - 1)}…` : group.name.padEnd(NAME_WIDTH);
  const bar = progressBar(settled, group.total);
  const ready = group.ready ? colors.green(t('ready')) : '';
  return `  ${name}  ${bar} ${countText(t, settled).padStart(3)}/${countText(t, group.total).padEnd(3)} ${ready}`.trimEnd();
}

const BAR_CELLS = 20;

function progressBar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.floor((done / total) * BAR_CELLS);
  return '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
}

function summary(trace: Trace, { colors, t }: Terminal): string {
  return requirementStates
    .filter((state) => trace.counts[state] > 0)
    .map((state) =>
      paint(
        colors,
        state,
        `${stateSymbol(state)} ${countText(t, trace.counts[state])} ${stateLabel(t, state).toLowerCase()}`,
      ),
    )
    .join('   ');
}

export function paint(colors: Colors, state: RequirementState, text: string): string {
  switch (state) {
    case 'satisfied':
      return colors.green(text);
    case 'missing':
      return colors.red(text);
    case 'partial':
    case 'suspect':
      return colors.yellow(text);
    case 'not-applicable':
    case 'accepted-gap':
      return colors.dim(text);
  }
}
