import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { causesText, settlingText } from '../../trace/reviewWords';
import { NodeContext } from '../ids';
import { t } from '../support/translate';
import { stateColor } from './stateIcon';
import type { ReviewNode, ReviewsNode } from './treeNode';

/** The list of what a newer edition concerns. */
export function reviewsItem({ reviews }: ReviewsNode): TreeItem {
  const item = new TreeItem(t('To review'), TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon('versions', stateColor('suspect'));
  item.description = String(reviews.length);
  item.tooltip = t(
    'What a newer edition of the requirements concerns here: each leaves the list when it is accepted, or named as it is named today.',
  );
  item.accessibilityInformation = { label: t('To review, requirements: {0}', reviews.length) };
  item.contextValue = NodeContext.Other;
  return item;
}

/** One requirement of that list. */
export function reviewItem({ review }: ReviewNode): TreeItem {
  const { id, title = '', acceptable } = review;
  const item = new TreeItem(id, TreeItemCollapsibleState.Collapsed);
  const causes = causesText(t, review);
  item.iconPath = new ThemeIcon('eye', stateColor('suspect'));
  item.description = [causes, title].filter((part) => part !== '').join(' · ');
  item.tooltip = [`${id}${title === '' ? '' : ` — ${title}`}`, '', ...settlingText(t, review)].join('\n');
  item.accessibilityInformation = {
    label: [id, title, t('to review: {0}', causes)].filter((part) => part !== '').join(', '),
  };
  item.contextValue = acceptable ? NodeContext.Review : NodeContext.Other;
  return item;
}
