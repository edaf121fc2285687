import { isSameCatalog } from '../../catalog/diff/catalogDiff';
import type { EditionChange } from '../../import/succession';
import { catalogDiffDocument } from '../../report/compare/catalogDiffDocument';
import { diffText } from '../../report/compare/diffText';
import { t } from '../support/translate';

/** What a new edition makes of the earlier one, for the report; empty where nothing is another. */
export function editionReport(change: EditionChange | undefined): string {
  return change === undefined || isSameCatalog(change.diff) ? '' : `\n${diffText(catalogDiffDocument(change.diff, t))}`;
}

/** The same in one sentence. */
export function editionSummary(change: EditionChange | undefined): string {
  if (change === undefined || isSameCatalog(change.diff)) {
    return '';
  }
  const { added, removed, changed, renumbered } = change.diff;
  return t(
    'Since the earlier edition: {0} added, {1} removed, {2} reworded or changed, {3} renumbered.',
    added.length,
    removed.length,
    changed.length,
    renumbered.length,
  );
}
