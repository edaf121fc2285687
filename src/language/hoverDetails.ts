import type { Translate } from '../base/message';
import type { FaqEntry, MatchStrength, Requirement } from '../catalog/model';
import { unfinishedPlace } from '../trace/proofDocuments';
import { shortRemFacts } from '../trace/remFacts';
import type { RequirementTrace } from '../trace/model';
import { matchLabel, originLabel, proofKindLabel } from '../trace/words';
import { entryTitle } from './answers/rows';
import { escapeMarkdown, quoteMarkdown } from './markdown';

/** Answers of the FAQ with how sure it is that they concern a requirement. */
export type Guidance = readonly { readonly entry: FaqEntry; readonly match: MatchStrength }[];

/** What a hover says below the essentials of a requirement: Markdown that holds text of the workspace, show it as untrusted. */
export function requirementDetails(row: RequirementTrace, answers: Guidance, t: Translate): string {
  return [
    checklist(row, t),
    expectedProofs(row.requirement, t),
    guidance(answers, t),
    references(row.requirement, t),
    escapeMarkdown(shortRemFacts(row.requirement, t)),
    originLine(row.requirement, t),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function guidance(answers: Guidance, t: Translate): string {
  if (answers.length === 0) {
    return '';
  }
  const parts = answers.map(
    ({ entry, match }) =>
      `**${escapeMarkdown(entryTitle(entry))}** (${escapeMarkdown(matchLabel(t, match))})\n\n${quoteMarkdown(entry.answer)}`,
  );
  return [`#### ${escapeMarkdown(t('What the FAQ says'))}`, ...parts].join('\n\n');
}

function checklist(row: RequirementTrace, t: Translate): string {
  const items = row.requirement.checklist;
  if (items.length === 0) {
    return '';
  }
  const covered = new Set(row.covered);
  const lines = items.map((item) => {
    const unfinished = unfinishedPlace(row, item.id);
    const notes = [
      item.indicative === true ? t('indicative') : undefined,
      unfinished === undefined ? undefined : t('to be written: {0}', unfinished.path),
    ].filter((note) => note !== undefined);
    const suffix = notes.length === 0 ? '' : ` _(${escapeMarkdown(notes.join(', '))})_`;
    return `- ${covered.has(item.id) ? '☑' : '☐'} ${escapeMarkdown(item.text)}${suffix}`;
  });
  const title = t('Points to cover ({0} of {1})', items.filter((item) => covered.has(item.id)).length, items.length);
  return [`#### ${escapeMarkdown(title)}`, lines.join('\n')].join('\n\n');
}

function expectedProofs(requirement: Requirement, t: Translate): string {
  const own = requirement.proofs.map((proof) => ({ proof, scenario: undefined as string | undefined }));
  const fromScenarios = requirement.scenarios.flatMap((scenario) =>
    scenario.proofs.map((proof) => ({ proof, scenario: scenario.id })),
  );
  const lines = [...own, ...fromScenarios].map(({ proof, scenario }) => {
    const id = proof.id ?? scenario;
    const prefix = id === undefined ? '' : `${escapeMarkdown(id)} · `;
    return `- ${prefix}${escapeMarkdown(proofKindLabel(t, proof.kind))} — ${escapeMarkdown(proof.text)}`;
  });
  return lines.length === 0 ? '' : [`#### ${escapeMarkdown(t('Expected proofs'))}`, lines.join('\n')].join('\n\n');
}

function references(requirement: Requirement, t: Translate): string {
  const lines = requirement.references.map((reference) => {
    const isWeb = reference.url !== undefined && /^https?:\/\/[^\s<>]+$/u.test(reference.url);
    const title = escapeMarkdown(reference.title);
    return isWeb ? `- [${title}](<${reference.url ?? ''}>)` : `- ${title}`;
  });
  return lines.length === 0 ? '' : [`#### ${escapeMarkdown(t('References'))}`, lines.join('\n')].join('\n\n');
}

function originLine(requirement: Requirement, t: Translate): string {
  const parts = [originLabel(t, requirement.origin), requirement.source, requirement.note].filter(
    (part) => part !== undefined,
  );
  return `_${parts.map((part) => escapeMarkdown(part)).join(' — ')}_`;
}
