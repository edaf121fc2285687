import { message, render } from '../../base/message';
import type { Problem, Severity } from '../../base/problem';
import { gapText, stateLabel } from '../../trace/words';
import { findings, type Finding } from '../findings';
import type { FailOn } from '../failOn';
import { ExitStatus } from '../exitStatus';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { problemJson } from '../../report/json';

export interface CheckOptions {
  readonly failOn: FailOn;
  /** Keys of the findings that were there before; with it only what got worse fails. */
  readonly baseline?: ReadonlyMap<string, number>;
  readonly format: 'text' | 'json';
}

/** `check`: the CI gate. Reports every problem; the exit status speaks of those that the caller asked to fail on. */
export async function check(folder: OpenedFolder, options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const all = findings(folder.trace).filter((finding) => options.failOn(finding));
  const failing = options.baseline === undefined ? all : worseThan(all, options.baseline);
  const { t, colors } = terminal;
  if (options.format === 'json') {
    const output = {
      version: 1,
      failed: failing.length > 0,
      failures: failing.map((finding) => findingJson(finding, terminal)),
      problems: folder.trace.problems.map((problem) => problemJson(problem, terminal)),
    };
    await terminal.write(`${JSON.stringify(output, null, 2)}\n`);
  } else {
    const failed = new Set(failing);
    const shown = folder.trace.problems.map((problem) => problemLine(problem, terminal));
    const states = [...failed].flatMap((finding) =>
      finding.kind === 'requirement' ? [requirementLine(finding, terminal)] : [],
    );
    await terminal.write([...shown, ...states].map((line) => `${line}\n`).join(''));
    terminal.note(
      failing.length === 0
        ? colors.green(t('Nothing to fail on ({0} problem(s) reported).', folder.trace.problems.length))
        : colors.red(t('{0} finding(s) that the caller asked to fail on.', failing.length)),
    );
  }
  return failing.length === 0 ? ExitStatus.Done : ExitStatus.Failed;
}

function worseThan(now: readonly Finding[], before: ReadonlyMap<string, number>): Finding[] {
  const left = new Map(before);
  return now.filter((finding) => {
    const count = left.get(finding.key) ?? 0;
    left.set(finding.key, count - 1);
    return count <= 0;
  });
}

function findingJson(finding: Finding, terminal: Terminal): object {
  return finding.kind === 'problem'
    ? problemJson(finding.problem, terminal)
    : {
        requirement: finding.row.requirement.id,
        state: finding.row.state,
        gaps: finding.row.gaps.map((gap) => gapText(terminal.t, gap)),
      };
}

/** `file:line:column: severity: message [code]`, which editors and the shipped problem matcher read. */
function problemLine(problem: Problem, { t, colors }: Terminal): string {
  const place =
    problem.range === undefined
      ? problem.file
      : `${problem.file}:${problem.range.start.line + 1}:${problem.range.start.character + 1}`;
  const remedy = problem.remedy === undefined ? '' : `. ${render(t, problem.remedy)}`;
  const severity = severityPainter(problem.severity, colors)(render(t, severityLabel(problem.severity)));
  return `${place}: ${severity}: ${render(t, problem.message)}${remedy} [${problem.code}]`;
}

function requirementLine(finding: Finding & { kind: 'requirement' }, { t, colors }: Terminal): string {
  const { row } = finding;
  const gaps = row.gaps.map((gap) => gapText(t, gap)).join(' ; ');
  return `${colors.bold(row.requirement.id)}: ${stateLabel(t, row.state)}: ${gaps}`;
}

function severityLabel(severity: Severity) {
  switch (severity) {
    case 'error':
      return message('error');
    case 'warning':
      return message('warning');
    case 'information':
      return message('information');
    case 'hint':
      return message('hint');
  }
}

function severityPainter(severity: Severity, colors: Terminal['colors']): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
    case 'hint':
      return colors.dim;
  }
}
