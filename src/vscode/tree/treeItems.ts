import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { baseName } from '../../base/fileNames';
import { stateLabel } from '../../trace/words';
import { coverageOf, coverageText } from '../coverage';
import type { FolderSession } from '../folderSession';
import { NodeContext } from '../ids';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { groupUri } from './decorations';
import { settledCount } from './folderTree';
import { countsText } from './requirementTooltip';
import { profileWords } from './profileWords';
import { reviewItem, reviewsItem } from './reviewItems';
import { stateIcon } from './stateIcon';
import { claimTexts } from './claimTree';
import type {
  AggregateNode,
  ClaimNode,
  FolderNode,
  GroupNode,
  LeafNode,
  RequirementNode,
  SectionNode,
  SharedNode,
  TreeNode,
} from './treeNode';

/** How a node looks and is spoken; tooltips come later, when the pointer asks for one. */
// @segur ST.ACC.02
export function treeItemOf(node: TreeNode, expandGroups: boolean): TreeItem {
  const item = bareItem(node, expandGroups);
  // VS Code keeps what is open by id: a folder that turns out not to be traced closes, and opens when it is.
  item.id = node.kind === 'folder' && !isShown(node) ? `${node.id}#untraced` : node.id;
  return item;
}

function bareItem(node: TreeNode, expandGroups: boolean): TreeItem {
  switch (node.kind) {
    case 'aggregate':
      return aggregateItem(node, expandGroups);
    case 'shared':
      return sharedItem(node);
    case 'folder':
      return folderItem(node);
    case 'group':
      return groupItem(node, expandGroups);
    case 'requirement':
      return requirementItem(node);
    case 'reviews':
      return reviewsItem(node);
    case 'review':
      return reviewItem(node);
    case 'section':
      return sectionItem(node);
    case 'claims':
      return claimItem(node);
    case 'leaf':
      return leafItem(node);
  }
}

function aggregateItem({ sessions }: AggregateNode, expandGroups: boolean): TreeItem {
  const item = new TreeItem(
    t('All folders'),
    expandGroups ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = new ThemeIcon('layers');
  item.description = coverageText(sessions);
  item.tooltip = [spokenCoverage(t('All folders'), sessions), '', ...sessions.map(folderLine)].join('\n');
  item.accessibilityInformation = { label: spokenCoverage(t('All folders'), sessions) };
  item.contextValue = NodeContext.Other;
  return item;
}

function sharedItem({ shared }: SharedNode): TreeItem {
  const item = new TreeItem(shared.id, TreeItemCollapsibleState.Collapsed);
  const states = shared.rows.map(({ folder, row }) => t('{0}: {1}', folder.folder.name, stateLabel(t, row.state)));
  item.iconPath = stateIcon(shared.state);
  item.description = `${shared.title} · ${states.join(' · ')}`;
  item.tooltip = [`${shared.id} — ${shared.title}`, '', ...states].join('\n');
  item.accessibilityInformation = { label: [shared.id, shared.title, ...states].join(', ') };
  item.contextValue = NodeContext.Other;
  return item;
}

function folderItem({ session }: FolderNode): TreeItem {
  const shown = isShown({ session });
  const item = new TreeItem(
    session.folder.name,
    shown ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = ThemeIcon.Folder;
  item.description = shown ? coverageText([session]) : t('not traced yet');
  item.tooltip = [folderLine(session), profileWords(session.trace.profile)].filter((part) => part !== '').join('\n');
  item.accessibilityInformation = {
    label: shown ? spokenCoverage(session.folder.name, [session]) : `${session.folder.name}, ${t('not traced yet')}`,
  };
  item.contextValue = NodeContext.Other;
  return item;
}

/** Nobody asked for the requirements of a folder that is not traced: it is there to begin with. */
function isShown({ session }: Pick<FolderNode, 'session'>): boolean {
  return session.engaged || !session.scanned;
}

function folderLine(session: FolderSession): string {
  return spokenCoverage(session.folder.name, [session]);
}

/** « back, 12 of 57 satisfied or decided »; the name alone as long as nothing is counted. */
function spokenCoverage(name: string, sessions: readonly FolderSession[]): string {
  const coverage = coverageOf(sessions);
  return coverage === undefined
    ? name
    : t('{0}, {1} of {2} satisfied or decided', name, coverage.settled, coverage.total);
}

function groupItem(node: GroupNode, expandGroups: boolean): TreeItem {
  const { group } = node;
  const label = groupLabel(node);
  const item = new TreeItem(
    label,
    expandGroups ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const settled = settledCount(group);
  const total = group.rows.length;
  const counted = group.state === undefined && !group.outside;
  item.description = counted ? `${settled}/${total}` : String(total);
  if (counted) {
    item.resourceUri = groupUri(group.key, total - settled);
  }
  if (group.state !== undefined) {
    item.iconPath = stateIcon(group.state);
  } else if (group.totals?.ready === true || (total > 0 && settled === total)) {
    item.iconPath = stateIcon('satisfied');
  }
  item.tooltip = counted ? t('{0}, {1} of {2} satisfied or decided', label, settled, total) : label;
  const spoken = counted ? item.tooltip : t('{0}, requirements: {1}', label, total);
  item.accessibilityInformation = { label: group.totals?.ready === true ? `${spoken}, ${t('ready')}` : spoken };
  item.contextValue = group.chapter === undefined ? NodeContext.Other : NodeContext.Chapter;
  return item;
}

function groupLabel({ group }: GroupNode): string {
  if (group.outside) {
    return t('Out of the profile');
  }
  if (group.state !== undefined) {
    return stateLabel(t, group.state);
  }
  return group.name === undefined ? t('Other') : sentenceCase(group.name);
}

function requirementItem(node: RequirementNode): TreeItem {
  const row = node.session.trace.requirement(node.requirementId);
  const item = new TreeItem(node.requirementId, TreeItemCollapsibleState.Collapsed);
  item.contextValue = NodeContext.Requirement;
  if (row === undefined) {
    return item;
  }
  const counts = countsText(row);
  const { id, title, checklist } = row.requirement;
  item.iconPath = stateIcon(row.state);
  const gaps = row.gaps.length === 0 ? '' : t('gaps: {0}', row.gaps.length);
  item.description = [title, counts, gaps].filter((part) => part !== '').join(' · ');
  item.accessibilityInformation = {
    label: [id, title, stateLabel(t, row.state), counts, gaps].filter((part) => part !== '').join(', '),
  };
  const bare =
    row.links.length + row.proofs.length + row.gaps.length + row.guidance.length + checklist.length === 0 &&
    row.decision === undefined &&
    row.tests === undefined;
  if (bare) {
    item.collapsibleState = TreeItemCollapsibleState.None;
  }
  return item;
}

function sectionItem(node: SectionNode): TreeItem {
  const item = new TreeItem(
    node.label,
    node.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.description = node.description;
  item.tooltip = node.label;
  item.accessibilityInformation = { label: `${node.label}, ${node.description}` };
  item.contextValue = NodeContext.Other;
  return item;
}

function claimItem(node: ClaimNode): TreeItem {
  const { of, path, session } = node;
  const label = of === 'all' ? t('Unclaimed code') : of === 'folder' ? path || session.folder.name : baseName(path);
  const item = new TreeItem(
    label,
    of === 'folder' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const { shown, spoken } = claimTexts(node);
  item.description = shown;
  item.tooltip = [of === 'file' ? path : label, spoken].filter((part) => part !== '').join('\n');
  item.accessibilityInformation = { label: [label, spoken].filter((part) => part !== '').join(', ') };
  item.contextValue = NodeContext.Other;
  if (of === 'folder') {
    item.iconPath = ThemeIcon.Folder;
  } else if (of === 'file') {
    item.iconPath = ThemeIcon.File;
    item.resourceUri = session.uriOf(path);
  }
  return item;
}

function leafItem({ leaf }: LeafNode): TreeItem {
  const item = new TreeItem(leaf.label, TreeItemCollapsibleState.None);
  item.iconPath = leaf.icon;
  item.contextValue = leaf.context;
  if (leaf.description !== undefined) {
    item.description = leaf.description;
  }
  if (leaf.command !== undefined) {
    item.command = leaf.command;
  }
  item.accessibilityInformation = {
    label: leaf.spoken ?? [leaf.label, leaf.description ?? ''].filter((part) => part !== '').join(', '),
  };
  return item;
}
