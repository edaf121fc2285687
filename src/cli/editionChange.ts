import { countText } from '../base/message';
import type { EditionChange } from '../import/succession';
import { isSameCatalog } from '../catalog/diff/catalogDiff';
import { catalogDiffDocument } from '../report/compare/catalogDiffDocument';
import type { DiffDocument } from '../report/compare/diffDocument';
import { diffText, visible } from '../report/compare/diffText';
import type { Terminal } from './terminal';

/** So many of a kind are shown; JSON has all of them. */
const MOST_ITEMS = 40;

/** What a new edition makes of the earlier one; nothing where nothing is another. */
export function editionText({ diff }: EditionChange, terminal: Terminal): string {
  return isSameCatalog(diff)
    ? ''
    : `\n${diffText(cut(catalogDiffDocument(diff, terminal.t), terminal), terminal.colors)}`;
}

function cut({ sections, ...rest }: DiffDocument, { t }: Terminal): DiffDocument {
  return {
    ...rest,
    sections: sections.map(({ title, items }) => {
      const more = items.length - MOST_ITEMS;
      const told = t('… and {0} more: all of them with --format json', countText(t, more));
      return {
        title,
        items:
          more <= 0
            ? items
            : [
                ...items.slice(0, MOST_ITEMS),
                { tone: 'neutral' as const, mark: '', id: '', title: told, note: '', lines: [] },
              ],
      };
    }),
  };
}

/** The option to give for each requirement that is likely to have another number. */
export function tellProposed({ proposed }: EditionChange, { t, ...terminal }: Terminal): void {
  if (proposed.length === 0) {
    return;
  }
  terminal.note(
    t(
      '{0} requirements are likely to have another number. Confirm those that have, and import again, so that their former ids still count; all of them: {1}',
      proposed.length,
      '--accept-renumbered',
    ),
  );
  for (const { before, after, titleBefore, titleAfter, likeness } of proposed) {
    const percent = likeness === undefined ? '' : ` (${t('{0} % alike', Math.round(likeness * 100))})`;
    const pair = `${before}=${after}`;
    const quoted = /[^\w./=-]/u.test(pair) ? `"${pair}"` : pair;
    terminal.note(visible(`  --renumbered ${quoted}  ${titleBefore} → ${titleAfter}${percent}`));
  }
}
