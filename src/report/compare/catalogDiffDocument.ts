import { countText, type Translate } from '../../base/message';
import {
  isSameCatalog,
  type CatalogDiff,
  type ChangedRequirement,
  type NamedAnswer,
  type NamedRequirement,
  type Renumbering,
} from '../../catalog/diff/catalogDiff';
import type { CatalogInfo } from '../../catalog/model';
import { remColumnName } from '../../catalog/remColumns';
import type { DiffDocument, DiffItem, DiffLine, DiffSection } from './diffDocument';

/** What became of a catalogue's requirements and answers, word by word. */
export function catalogDiffDocument(diff: CatalogDiff, t: Translate): DiffDocument {
  const title = t('From {0} to {1}', editions(diff.before), editions(diff.after));
  if (isSameCatalog(diff)) {
    return { title, facts: [t('No requirement and no answer is another.')], sections: [] };
  }
  const { added, removed, renumbered, changed, unchanged, faq } = diff;
  const [sure, likely] = [renumbered.filter(({ confirmed }) => confirmed), renumbered.filter((one) => !one.confirmed)];
  const sections: DiffSection[] = [
    { title: t('Removed'), items: removed.map((one) => plain(one, '-', 'bad')) },
    { title: t('Added'), items: added.map((one) => plain(one, '+', 'good')) },
    { title: t('Renumbered'), items: sure.map((one) => renumberedItem(one, t)) },
    {
      title: t('Renumbered, to be confirmed: their texts are alike'),
      items: likely.map((one) => renumberedItem(one, t)),
    },
    {
      title: t('Reworded or changed'),
      items: changed.map((one) => ({ ...plain(one, '~', 'neutral'), lines: linesOf(one, t) })),
    },
    { title: t('Answers of the FAQ removed'), items: faq.removed.map((one) => answer(one, '-', 'bad')) },
    { title: t('Answers of the FAQ added'), items: faq.added.map((one) => answer(one, '+', 'good')) },
    {
      title: t('Answers of the FAQ changed'),
      items: faq.changed.map((one) => ({ ...answer(one, '~', 'neutral'), lines: linesOf(one, t) })),
    },
  ];
  return {
    title,
    facts: [
      t('Requirements that are the same: {0}', countText(t, unchanged)),
      t('Answers that are the same: {0}', countText(t, faq.unchanged)),
    ],
    sections: sections
      .filter(({ items }) => items.length > 0)
      .map(({ title: name, items }) => ({ title: `${name} (${countText(t, items.length)})`, items })),
  };
}

function editions(catalogs: readonly CatalogInfo[]): string {
  return catalogs.map(({ title, edition }) => (edition === undefined ? title : `${title} (${edition})`)).join(' + ');
}

function plain({ id, title, chapter }: NamedRequirement, mark: string, tone: DiffItem['tone']): DiffItem {
  return { tone, mark, id, title, note: chapter ?? '', lines: [] };
}

function renumberedItem(one: Renumbering, t: Translate): DiffItem {
  const percent = one.likeness === undefined ? '' : t('{0} % alike', Math.round(one.likeness * 100));
  return { ...plain(one, '↻', 'neutral'), id: `${one.before} → ${one.id}`, note: percent, lines: linesOf(one, t) };
}

function answer({ id, subject }: NamedAnswer, mark: string, tone: DiffItem['tone']): DiffItem {
  return { tone, mark, id, title: subject === id ? '' : subject, note: '', lines: [] };
}

function linesOf({ rewordings, facts }: Pick<ChangedRequirement, 'rewordings' | 'facts'>, t: Translate): DiffLine[] {
  return [
    ...facts.map(({ field, before, after }) =>
      t('{0}: {1}', fieldLabel(field, t), `${before === '' ? '–' : before} → ${after === '' ? '–' : after}`),
    ),
    ...rewordings.map(({ field, words }) => ({ label: fieldLabel(field, t), words })),
  ];
}

function fieldLabel(field: string, t: Translate): string {
  switch (field) {
    case 'title':
      return t('Title');
    case 'statement':
      return t('Statement');
    case 'checklist':
      return t('Checklist');
    case 'scenarios':
      return t('Scenarios');
    case 'proofs':
      return t('Expected proofs');
    case 'note':
      return t('Note');
    case 'chapter':
      return t('Chapter');
    case 'theme':
      return t('Theme');
    case 'function':
    case 'criticality':
    case 'status':
    case 'perimeter':
      return remColumnName(field, t);
    case 'nature':
      return t('Nature');
    case 'needs':
      return t('Needs');
    case 'profiles':
      return t('Profiles');
    case 'obsolete':
      return t('Obsolete');
    case 'revision':
      return t('Revision');
    case 'subject':
      return t('Subject');
    case 'question':
      return t('Question');
    case 'answer':
      return t('Answer');
    case 'facets':
      return t('Facets');
    case 'requirements':
      return t('Requirements');
    default:
      return field;
  }
}
