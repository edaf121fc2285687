import { countText, dayText, type Translate } from '../../base/message';
import { stateLabel } from '../../trace/words';
import type { DiffDocument, DiffItem, DiffSection } from './diffDocument';
import {
  CHANGES,
  isSameTrace,
  type Change,
  type Progress,
  type RequirementChange,
  type TraceDiff,
  type TraceSide,
} from './traceDiff';
import { requirementStates } from '../../trace/stateNames';

/** What became of a product between two stored traces: totals, chapters, then each requirement of which something is another. */
export function traceDiffDocument(diff: TraceDiff, t: Translate): DiffDocument {
  const { before, after, chapters, requirements } = diff;
  const title = t('From {0} to {1}', sideName(before, t), sideName(after, t));
  if (isSameTrace(diff)) {
    return { title, facts: [t('No requirement is in another state.')], sections: [] };
  }
  const groups = CHANGES.map((change) => requirements.filter((one) => one.change === change));
  return {
    title,
    facts: totals(before, after, t),
    sections: [
      ...(chapters.length === 0 ? [] : [{ title: t('By chapter'), items: chapters.map((one) => chapterItem(one, t)) }]),
      ...CHANGES.flatMap((change, at): DiffSection[] => {
        const own = groups[at] ?? [];
        const items = own.map((one) => requirementItem(one, t));
        return own.length === 0 ? [] : [{ title: `${changeTitle(change, t)} (${countText(t, own.length)})`, items }];
      }),
    ],
  };
}

function sideName({ product, commit, committedAt, generatedAt, catalogs }: TraceSide, t: Translate): string {
  const name = [product.name, product.version].filter((part) => part !== undefined).join(' ');
  const [first] = catalogs;
  const facts = [
    name,
    ...(commit === undefined ? [] : [t('commit {0}', commit.slice(0, 10))]),
    // The code is of the day of its commit, whenever it was traced.
    dayText(t, committedAt?.slice(0, 10) ?? generatedAt) ?? '',
    ...(first?.edition === undefined ? [] : [first.edition]),
  ].filter((part) => part !== '');
  return facts.length === 0 ? t('a trace without a name') : facts.join(', ');
}

function totals(before: TraceSide, after: TraceSide, t: Translate): string[] {
  const rows: (readonly [string, number, number])[] = [
    [t('Requirements'), before.total, after.total],
    ...requirementStates.map((state) => [stateLabel(t, state), before.counts[state], after.counts[state]] as const),
    [t('Links'), before.links, after.links],
    [t('Links of unknown ids'), before.unknownLinks, after.unknownLinks],
  ];
  return rows
    .filter(([, was, is]) => was + is > 0)
    .map(([label, was, is]) => {
      const count = countText(t, is);
      return t('{0}: {1}', label, was === is ? count : `${countText(t, was)} → ${count} (${signed(is - was, t)})`);
    });
}

function signed(count: number, t: Translate): string {
  return (count > 0 ? '+' : '') + countText(t, count);
}

function chapterItem({ name, before, after }: TraceDiff['chapters'][number], t: Translate): DiffItem {
  const shown = (progress: Progress | undefined): string =>
    progress === undefined
      ? '–'
      : `${countText(t, progress.settled)}/${countText(t, progress.total)}${progress.ready ? ` ${t('ready')}` : ''}`;
  const left = ({ total, settled }: Progress): number => total - settled;
  const less = before === undefined || after === undefined ? 0 : left(before) - left(after);
  return {
    tone: less > 0 ? 'good' : less < 0 ? 'bad' : 'neutral',
    mark: less > 0 ? '▲' : less < 0 ? '▼' : '•',
    id: name === '' ? t('Without a chapter') : name,
    title: '',
    note: `${shown(before)} → ${shown(after)}`,
    lines: [],
  };
}

function requirementItem({ id, title, before, after, change, gaps }: RequirementChange, t: Translate): DiffItem {
  const states = [before, after].map((state) => (state === undefined ? '–' : stateLabel(t, state).toLowerCase()));
  const isGood = change === 'satisfied' || change === 'better';
  const isBad = change === 'lost' || change === 'suspect' || change === 'worse';
  return {
    tone: isGood ? 'good' : isBad ? 'bad' : 'neutral',
    mark: change === 'added' ? '+' : change === 'removed' ? '-' : isGood ? '▲' : isBad ? '▼' : '•',
    id,
    title,
    note: [...new Set(states)].join(' → '),
    lines: gaps,
  };
}

function changeTitle(change: Change, t: Translate): string {
  switch (change) {
    case 'lost':
      return t('Lost: no longer satisfied or decided');
    case 'suspect':
      return t('Suspect now');
    case 'worse':
      return t('Further from satisfied');
    case 'added':
      return t('New requirements of the profile');
    case 'removed':
      return t('No longer requirements of the profile');
    case 'better':
      return t('Nearer to satisfied');
    case 'decided':
      return t('Decided');
    case 'satisfied':
      return t('Satisfied now');
  }
}
