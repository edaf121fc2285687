import { countText, render, type Translate } from '../../base/message';
import type { Finding } from '../../trace/findings';
import { gapText, stateLabel, stateSymbol } from '../../trace/words';
import { unclaimedWords } from '../../trace/unclaimed/words';
import { escapeMarkdown } from '../markdown';
import { documentTitle } from '../summary';
import { placeText, proofWords, severityLabel, testWords, type GateOptions, type GateResult } from './gateReport';
import { settledCount } from '../../trace/totals';

/** A comment on a merge request is read, not searched. */
const MOST_LISTED = 50;

/** The gate in Markdown, for a comment on a merge request or the summary page of a CI job. */
export function writeGateMarkdown({ trace, failing, hasBaseline }: GateResult, { t }: GateOptions): string {
  const verdict =
    failing.size === 0
      ? `✅ ${t('Nothing to fail on.')}`
      : `❌ ${
          hasBaseline
            ? t('Worse than the baseline: {0}', countText(t, failing.size))
            : t('Findings that the gate was asked to fail on: {0}', countText(t, failing.size))
        }`;
  const listed = [...failing].slice(0, MOST_LISTED).map((finding) => `- ${findingLine(finding, t)}`);
  const groups = trace.chapters.some(({ name }) => name !== '') ? trace.chapters : trace.themes;
  const rows = groups.map(({ name, counts, total, ready }) => {
    const label = name === '' ? t('Without a chapter') : name;
    const [settled, all, suspect, open] = [
      settledCount(counts),
      total,
      counts.suspect,
      counts.missing + counts.partial,
    ].map((count) => countText(t, count));
    return `| ${escapeMarkdown(label)} | ${settled} / ${all} | ${suspect} | ${open} | ${ready ? `✓ ${t('ready')}` : `✗ ${t('not ready')}`} |`;
  });
  return [
    `## ${escapeMarkdown(documentTitle(trace, t))}`,
    '',
    verdict,
    '',
    ...listed,
    ...(failing.size > MOST_LISTED ? [`- … ${t('{0} more', countText(t, failing.size - MOST_LISTED))}`] : []),
    ...(failing.size > 0 ? [''] : []),
    `| ${[t('Chapter'), t('satisfied or decided / all'), t('Suspect'), t('with gaps'), t('State')].join(' | ')} |`,
    '| --- | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

function findingLine(finding: Finding, t: Translate): string {
  if (finding.kind === 'problem') {
    const { problem } = finding;
    const severity = render(t, severityLabel(problem.severity));
    const place = `\`${placeText(problem).replaceAll('`', "'")}\``;
    return `${t('{0}: {1}', `${place} ${severity}`, escapeMarkdown(render(t, problem.message)))} (${problem.code})`;
  }
  if (finding.kind === 'proof') {
    return escapeMarkdown(proofWords(finding, t));
  }
  if (finding.kind === 'test') {
    return escapeMarkdown(testWords(finding, t));
  }
  if (finding.kind === 'unclaimed') {
    const { file, unit } = finding.code;
    const place = `\`${file.replaceAll('`', "'")}:${unit.startLine + 1}\``;
    return t('{0}: {1}', place, escapeMarkdown(unclaimedWords(unit, t)));
  }
  const { requirement, state, gaps } = finding.row;
  const lacking = gaps.map((gap) => gapText(t, gap)).join(' ; ');
  const words = [`${stateSymbol(state)} ${stateLabel(t, state)}`, escapeMarkdown(lacking)].filter(
    (part) => part !== '',
  );
  return t('{0}: {1}', `**${escapeMarkdown(requirement.id)}** ${escapeMarkdown(requirement.title)}`, words.join(' — '));
}
