import { MarkdownString } from 'vscode';
import { escapeMarkdown } from '../../language/markdown';
import type { RequirementTrace } from '../../trace/model';
import { shortRemFacts } from '../../trace/remFacts';
import { gapText, natureLabel, needLabel, originLabel, scopeLabel, stateLabel } from '../../trace/words';
import { t } from '../support/translate';
import { stateCodicon } from './stateIcon';

/** At a glance: what it is, how it stands, what is missing. Text of the catalogue stays text: it can open no link. */
export function requirementTooltip(row: RequirementTrace): MarkdownString {
  const { requirement } = row;
  const lines = [
    `**${escapeMarkdown(requirement.id)}** — ${escapeMarkdown(requirement.title)}`,
    `${stateCodicon(row.state)} **${stateLabel(t, row.state)}** · ${natureLabel(t, requirement.nature)} · ${originLabel(t, requirement.origin)}` +
      (row.scope === 'applicable' ? '' : ` · ${scopeLabel(t, row.scope)}`),
    escapeMarkdown(shortRemFacts(requirement, t)),
    row.needs
      .map(({ need, met }) => `${met ? '$(check)' : '$(close)'} ${escapeMarkdown(needLabel(t, need))}`)
      .join(' &nbsp; '),
    row.decision === undefined ? '' : `$(law) ${escapeMarkdown(row.decision.reason)}`,
    row.gaps.map((gap) => `- ${escapeMarkdown(gapText(t, gap))}`).join('\n'),
    requirement.note === undefined ? '' : `$(info) ${escapeMarkdown(requirement.note)}`,
  ];
  const text = new MarkdownString(lines.filter((line) => line !== '').join('\n\n'), true);
  text.isTrusted = false;
  return text;
}

/** How many places and proofs speak of it: « code 2, tests 1, proofs 1 »; empty when none does. */
export function countsText(row: RequirementTrace): string {
  const tests = row.links.filter((link) => link.verb === 'verifies').length;
  const code = row.links.filter((link) => link.verb === 'implements' || link.verb === 'partial').length;
  const proofs = row.proofs.length;
  return [
    code === 0 ? '' : t('code {0}', code),
    tests === 0 ? '' : t('tests {0}', tests),
    proofs === 0 ? '' : t('proofs {0}', proofs),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
