import { dayText } from '../../base/message';
import { ThemeIcon } from 'vscode';
import type { Gap, Link, RequirementTrace, TestResult, TestState } from '../../trace/model';
import { gapText, linkStateLabel, matchLabel, testsText, testStateLabel, verbLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { Command, NodeContext, projectFile } from '../ids';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { faqTitle } from '../faq/faqTitle';
import { judgedExpectations } from '../../trace/expectedProofs';
import { unfinishedPlace } from '../../trace/proofDocuments';
import { baseName } from '../../base/fileNames';
import { listedProofs } from './listedProofs';
import { lineRange, openCommand } from './openPlace';
import { expectedProofLeaf, proofLeaves } from './proofLeaves';
import { stateColor } from './stateIcon';
import type { Leaf } from './treeNode';

export interface Section {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly expanded: boolean;
  readonly leaves: readonly Leaf[];
}

/** What stands under a requirement: what is missing first, then the code, the proofs, what the FAQ says and the checklist. */
export function sectionsOf(row: RequirementTrace, session: FolderSession): Section[] {
  const sections = [
    section(
      'gaps',
      t('Gaps'),
      row.gaps.map((gap, index) => gapLeaf(gap, index, session)),
    ),
    section(
      'code',
      t('Code'),
      row.links.map((link) => linkLeaf(link, session)),
    ),
    section(
      'tests',
      t('Tests that name it'),
      (row.tests?.named ?? []).map((result, index) => resultLeaf(result, index, session)),
    ),
    section('proofs', t('Proofs'), [
      ...listedProofs(row.proofs).flatMap((listed) => proofLeaves(listed, session)),
      ...judgedExpectations(row).map(expectedProofLeaf),
    ]),
    section('guidance', t('FAQ'), row.guidance.map(guidanceLeaf)),
    checklistSection(row, session),
  ];
  return sections.filter((candidate) => candidate.leaves.length > 0);
}

/** The decision that counts today, as the first line under the requirement. */
export function decisionLeaf(row: RequirementTrace, session: FolderSession): Leaf | undefined {
  const decision = row.decision;
  if (decision === undefined) {
    return undefined;
  }
  const label = decision.status === 'not-applicable' ? t('Decided not applicable') : t('Gap accepted by decision');
  const who = [decision.by ?? '', dayText(t, decision.date ?? '')].filter((part) => part !== '').join(', ');
  return {
    key: 'decision',
    label,
    description: decision.reason,
    icon: new ThemeIcon('law', stateColor('accepted-gap')),
    command: openCommand(session.uriOf(projectFile), decision.range),
    tooltip: () => (who === '' ? decision.reason : t('{0} ({1})', decision.reason, who)),
    context: NodeContext.Other,
  };
}

export function linkLeaf(link: Link, session: FolderSession): Leaf {
  const place = `${link.file}:${link.range.start.line + 1}`;
  const stale = link.state !== 'ok';
  const verb = verbLabel(t, link.verb);
  const code = link.unit?.name ?? link.snippet;
  const tests = link.tests === undefined ? '' : testsText(t, link.tests);
  return {
    key: `${place}:${link.range.start.character}`,
    label: baseName(place),
    description: [stale ? linkStateLabel(t, link.state) : '', tests, code].filter((part) => part !== '').join(' · '),
    icon: stale
      ? new ThemeIcon('warning', stateColor('suspect'))
      : link.tests === undefined
        ? new ThemeIcon(verbIcons[link.verb])
        : testIcon(link.tests.state),
    command: openCommand(session.uriOf(link.file), link.range),
    tooltip: () =>
      [place, verb, tests, unitText(link), link.snippet, link.note ?? ''].filter((part) => part !== '').join('\n'),
    spoken: [
      t('{0}, {1}, line {2}: {3}', verb, link.file, link.range.start.line + 1, code),
      stale ? linkStateLabel(t, link.state) : '',
      tests,
    ]
      .filter((part) => part !== '')
      .join(', '),
    context: link.change === undefined ? NodeContext.Place : NodeContext.SuspectPlace,
    place,
    ...(link.change === undefined
      ? {}
      : { accepts: { kind: 'link', session, id: link.id, file: link.file, at: link.range.start } }),
  };
}

function testIcon(state: TestState): ThemeIcon {
  switch (state) {
    case 'passed':
      return new ThemeIcon('beaker', stateColor('satisfied'));
    case 'failed':
      return new ThemeIcon('error', stateColor('missing'));
    case 'skipped':
      return new ThemeIcon('debug-step-over');
    case 'not-run':
      return new ThemeIcon('beaker');
  }
}

/** A test that names the requirement; a click shows its result. */
function resultLeaf({ name, outcome, message, file, line }: TestResult, index: number, session: FolderSession): Leaf {
  const place = `${file}:${line + 1}`;
  const state = testStateLabel(t, outcome);
  return {
    key: String(index),
    label: name,
    description: state,
    icon: testIcon(outcome),
    command: openCommand(session.uriOf(file), lineRange(line)),
    tooltip: () => [place, state, message ?? ''].filter((part) => part !== '').join('\n'),
    context: NodeContext.Other,
  };
}

/** The code that it speaks of, and its lines. */
function unitText({ unit }: Link): string {
  return unit === undefined ? '' : t('{0}, lines {1} to {2}', unit.name, unit.startLine + 1, unit.endLine + 1);
}

const verbIcons: Readonly<Record<Link['verb'], string>> = {
  implements: 'code',
  verifies: 'beaker',
  partial: 'color-mode',
  todo: 'checklist',
};

function section(key: string, label: string, leaves: readonly Leaf[]): Section {
  return { key, label, description: String(leaves.length), expanded: true, leaves };
}

function gapLeaf(gap: Gap, index: number, session: FolderSession): Leaf {
  const command = gapCommand(gap, session);
  return {
    key: String(index),
    label: sentenceCase(gapText(t, gap)),
    icon: new ThemeIcon('circle-large', stateColor('missing')),
    ...(command === undefined ? {} : { command }),
    context: NodeContext.Other,
  };
}

function gapCommand(gap: Gap, session: FolderSession) {
  switch (gap.kind) {
    case 'only-partial-code':
    case 'todo':
    case 'link-state':
    case 'test-not-run':
      return openCommand(session.uriOf(gap.link.file), gap.link.range);
    case 'test-failed':
    case 'test-skipped':
      return gap.link === undefined
        ? openCommand(session.uriOf(gap.result.file), lineRange(gap.result.line))
        : openCommand(session.uriOf(gap.link.file), gap.link.range);
    case 'proof-state':
      return openCommand(session.uriOf(projectFile), gap.proof.entry.range);
    case 'decision-expired':
      return openCommand(session.uriOf(projectFile), gap.decision.range);
    default:
      return undefined;
  }
}

export function guidanceLeaf({ entry, match }: RequirementTrace['guidance'][number]): Leaf {
  return {
    key: entry.id,
    label: faqTitle(entry),
    description: matchLabel(t, match),
    icon: new ThemeIcon('comment-discussion'),
    command: { command: Command.OpenFaq, title: t('Open'), arguments: [entry.id] },
    context: NodeContext.Faq,
  };
}

function checklistSection(row: RequirementTrace, session: FolderSession): Section {
  const items = row.requirement.checklist;
  const covered = new Set(row.covered);
  return {
    key: 'checklist',
    label: t('Checklist'),
    description: t('{0} of {1}', items.filter((item) => covered.has(item.id)).length, items.length),
    expanded: false,
    leaves: items.map((item) => {
      const done = covered.has(item.id);
      const unfinished = unfinishedPlace(row, item.id);
      const toWrite = unfinished === undefined ? '' : t('to be written: {0}', baseName(unfinished.path));
      const notes = [item.indicative === true ? t('suggested') : '', toWrite].filter((note) => note !== '');
      const start = unfinished === undefined ? undefined : { line: unfinished.line, character: 0 };
      return {
        key: item.id,
        label: item.text,
        ...(notes.length === 0 ? {} : { description: notes.join(' · ') }),
        icon: done ? new ThemeIcon('pass', stateColor('satisfied')) : new ThemeIcon('circle-large'),
        ...(unfinished === undefined || start === undefined
          ? {}
          : { command: openCommand(session.uriOf(unfinished.path), { start, end: start }) }),
        tooltip: () => [item.text, toWrite].filter((line) => line !== '').join('\n'),
        spoken: done ? t('{0}: covered', item.text) : t('{0}: not covered', item.text),
        context: NodeContext.Other,
      };
    }),
  };
}
