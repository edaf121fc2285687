import { ThemeIcon } from 'vscode';
import type { Decision } from '../../evidence/model';
import type { FixTask } from '../../language/fixes/fix';
import type { Review } from '../../trace/toReview';
import type { FolderSession } from '../folderSession';
import { Command, NodeContext, projectFile } from '../ids';
import { t } from '../support/translate';
import { listedProofs } from './listedProofs';
import { openCommand } from './openPlace';
import { proofLeaves } from './proofLeaves';
import { guidanceLeaf, linkLeaf } from './requirementSections';
import { stateColor } from './stateIcon';
import type { Leaf } from './treeNode';

/** What settles it first, then what it concerns: code, proofs, the decision. */
export function reviewLeaves(review: Review, session: FolderSession): Leaf[] {
  const { id, causes, formerIds, now, links, proofs, decisions } = review;
  const row = session.trace.requirement(id);
  return [
    ...(causes.includes('reworded') || causes.includes('left') ? [changeLeaf(id, session)] : []),
    ...(now === undefined ? [] : [confirmLeaf(id, now, session)]),
    ...formerIds.map((raw) => replaceLeaf(raw, id, session)),
    ...(causes.includes('faq')
      ? (row?.guidance ?? [])
          .filter(({ match }) => match === 'cited' || match === 'matched')
          .map((answer) => keyed('faq', guidanceLeaf(answer)))
      : []),
    ...links.map((link) => keyed('link', linkLeaf(link, session))),
    ...listedProofs(proofs).flatMap((listed) => proofLeaves(listed, session).map((leaf) => keyed('proof', leaf))),
    ...decisions.map((decision, at) => decisionLeaf(decision, at, session)),
  ];
}

/** Leaves of several sorts stand beside each other here. */
function keyed(sort: string, leaf: Leaf): Leaf {
  return { ...leaf, key: `${sort}/${leaf.key}` };
}

function changeLeaf(requirement: string, session: FolderSession): Leaf {
  return {
    key: 'change',
    label: t('Show what changed'),
    icon: new ThemeIcon('diff'),
    command: {
      command: Command.ShowChange,
      title: t('Show what changed'),
      arguments: [{ folder: session.key, requirement }],
    },
    context: NodeContext.Other,
  };
}

function replaceLeaf(raw: string, formerOf: string, session: FolderSession): Leaf {
  const label = t('Write {0} for {1} everywhere', formerOf, raw);
  return {
    key: `replace/${raw}`,
    label,
    icon: new ThemeIcon('replace-all'),
    command: fixCommand(label, { kind: 'replace-former-id', raw, formerOf }, session),
    context: NodeContext.Other,
  };
}

function confirmLeaf(former: string, now: string, session: FolderSession): Leaf {
  const label = t('Confirm that it is {0} now', now);
  return {
    key: 'confirm',
    label,
    description: session.catalog.requirement(now)?.title ?? '',
    icon: new ThemeIcon('link'),
    command: fixCommand(label, { kind: 'confirm-former-id', former, now }, session),
    context: NodeContext.Other,
  };
}

function fixCommand(title: string, task: FixTask, session: FolderSession) {
  return { command: Command.CarryOutFix, title, arguments: [session.uriOf(projectFile).toString(), task] };
}

function decisionLeaf({ status, reason, range }: Decision, at: number, session: FolderSession): Leaf {
  return {
    key: `decision/${at}`,
    label: status === 'not-applicable' ? t('Decided not applicable') : t('Gap accepted by decision'),
    description: reason,
    icon: new ThemeIcon('law', stateColor('accepted-gap')),
    command: openCommand(session.uriOf(projectFile), range),
    context: NodeContext.Other,
  };
}
