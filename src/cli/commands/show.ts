import type { Requirement } from '../../catalog/model';
import type { RequirementTrace, TestState } from '../../trace/model';
import { remFacts } from '../../trace/remFacts';
import { unfinishedPlace } from '../../trace/proofDocuments';
import {
  gapText,
  linkStateLabel,
  matchLabel,
  natureLabel,
  needLabel,
  originLabel,
  proofKindLabel,
  proofStateLabel,
  scopeLabel,
  stateLabel,
  stateSymbol,
  testsText,
  testStateLabel,
  testStateSymbol,
  verbLabel,
} from '../../trace/words';
import type { OpenedFolder } from '../openFolder';
import { placeOf } from '../places';
import { requirementsNamed } from '../requirementsNamed';
import type { Colors, Terminal } from '../terminal';
import { requirementJson } from '../../report/json';
import { wrap } from '../wrap';
import { paint } from './status';

/** `show ID`: one requirement with its guidance, links and proofs. An id that no catalogue knows is wrong usage. */
export async function show(
  folder: OpenedFolder,
  raw: string,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<void> {
  const rows = requirementsNamed(folder, raw);
  if (format === 'json') {
    const requirements = rows.map((row) => ({ ...requirementJson(row, terminal), ...remJson(row.requirement) }));
    await terminal.write(`${JSON.stringify({ version: 1, requirements }, null, 2)}\n`);
    return;
  }
  await terminal.write(rows.map((row) => requirementText(row, terminal)).join('\n'));
}

function requirementText(row: RequirementTrace, terminal: Terminal): string {
  const { colors, t, width } = terminal;
  const { requirement } = row;
  const lines: string[] = [];
  const section = (title: string, body: readonly string[]): void => {
    if (body.length > 0) {
      lines.push('', colors.bold(title), ...body);
    }
  };
  const item = (text: string): string => wrap(`• ${text}`, width, '  ', '    ');
  lines.push(`${colors.bold(requirement.id)}  ${requirement.title}`);
  lines.push(
    [
      paint(colors, row.state, `${stateSymbol(row.state)} ${stateLabel(t, row.state)}`),
      natureLabel(t, requirement.nature),
      scopeLabel(t, row.scope),
      requirement.chapter,
      requirement.theme,
      originLabel(t, requirement.origin),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
  );
  if (requirement.statement !== undefined) {
    lines.push('', wrap(requirement.statement, width, '', ''));
  }
  if (requirement.note !== undefined) {
    lines.push('', wrap(requirement.note, width, '  ', '  '));
  }
  section(
    t('Details'),
    remFacts(requirement, t).map(({ label, value }) => item(t('{0}: {1}', label, value))),
  );
  section(
    t('Needs'),
    row.needs.map((need) => `  ${need.met ? colors.green('✓') : colors.red('✗')} ${needLabel(t, need.need)}`),
  );
  section(
    t('Gaps'),
    row.gaps.map((gap) => item(gapText(t, gap))),
  );
  section(
    t('Places'),
    row.links.map((link) => {
      const state = link.state === 'ok' ? '' : ` [${linkStateLabel(t, link.state)}]`;
      const tests = link.tests === undefined ? '' : ` ${painted(colors, link.tests.state, testsText(t, link.tests))}`;
      return `  ${colors.cyan(placeOf(link))} ${verbLabel(t, link.verb)} ${colors.dim(link.unit?.name ?? link.snippet)}${state}${tests}`;
    }),
  );
  section(
    t('Tests that name it'),
    (row.tests?.named ?? []).map(
      ({ file, line, name, outcome }) =>
        `  ${colors.cyan(`${file}:${line + 1}`)} ${name} ${painted(colors, outcome, testStateLabel(t, outcome))}`,
    ),
  );
  section(
    t('Proofs'),
    row.proofs.map((proof) => {
      const what =
        proof.files.map((file) => file.path).join(', ') ||
        (proof.entry.value ?? proof.entry.link ?? proof.entry.files?.join(', ') ?? '');
      return item(`${proofKindLabel(t, proof.entry.kind)} — ${what} [${proofStateLabel(t, proof.state)}]`);
    }),
  );
  section(
    t('Scenarios'),
    requirement.scenarios.flatMap(({ id, text }) => (text === undefined ? [] : [item(`${id} — ${text}`)])),
  );
  section(
    t('Expected proofs'),
    [...requirement.proofs, ...requirement.scenarios.flatMap((scenario) => scenario.proofs)].map((proof) =>
      item(`${proof.id === undefined ? '' : `${proof.id} · `}${proofKindLabel(t, proof.kind)} — ${proof.text}`),
    ),
  );
  section(
    t('Points to cover ({0} of {1})', row.covered.length, requirement.checklist.length),
    requirement.checklist.map((point) => {
      const unfinished = unfinishedPlace(row, point.id);
      const note = unfinished === undefined ? '' : ` (${t('to be written: {0}', unfinished.path)})`;
      return wrap(`${row.covered.includes(point.id) ? '☑' : '☐'} ${point.text}${note}`, width, '  ', '    ');
    }),
  );
  section(
    t('What the FAQ says'),
    row.guidance.flatMap(({ entry, match }, index) => [
      ...(index === 0 ? [] : ['']),
      `  ${colors.bold(entry.subject ?? entry.question ?? entry.id)} ${colors.dim(`(${entry.id}, ${matchLabel(t, match)})`)}`,
      ...entry.answer
        .trimEnd()
        .split('\n')
        .map((line) => wrap(line, width, '  ', '  ')),
    ]),
  );
  section(
    t('References'),
    requirement.references.map((reference) =>
      item(reference.url === undefined ? reference.title : `${reference.title} <${reference.url}>`),
    ),
  );
  return `${lines.join('\n')}\n`;
}

/** What the REM says beside that which every stored trace holds. */
function remJson({ criticality, status, perimeter, previous, comment, profiles, rows, ...others }: Requirement) {
  return { function: others.function, criticality, status, perimeter, previous, comment, profiles, rows };
}

function painted(colors: Colors, state: TestState, text: string): string {
  const shown = `${testStateSymbol(state)} ${text}`;
  switch (state) {
    case 'passed':
      return colors.green(shown);
    case 'failed':
      return colors.red(shown);
    case 'skipped':
    case 'not-run':
      return colors.yellow(shown);
  }
}
