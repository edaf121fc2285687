import type { ExpectedProof, Requirement } from '../../catalog/model';
import { natureLabel, proofKindLabel } from '../../trace/words';
import { t } from '../support/translate';

/** All that a requirement asks for, one thing a line: what its fingerprint is made of. */
export function requirementWords(requirement: Requirement): string {
  const { id, title, statement, nature, obsolete, checklist, scenarios, proofs } = requirement;
  const proofLine = ({ id: own, kind, text }: ExpectedProof): string =>
    `- ${[own, proofKindLabel(t, kind), text].filter((part) => part !== undefined && part !== '').join(' · ')}`;
  const blocks = [
    `# ${id} ${title}`,
    [natureLabel(t, nature), ...(obsolete === true ? [t('obsolete')] : [])].join(' · '),
    statement?.trim() ?? '',
    checklist.length === 0
      ? ''
      : [`## ${t('Checklist')}`, ...checklist.map((item) => `- ${item.id} · ${item.text}`)].join('\n'),
    ...scenarios.map((scenario) =>
      [
        `## ${scenario.id}`,
        ...(scenario.text === undefined ? [] : [scenario.text]),
        ...scenario.proofs.map(proofLine),
      ].join('\n'),
    ),
    proofs.length === 0 ? '' : [`## ${t('Expected proofs')}`, ...proofs.map(proofLine)].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
