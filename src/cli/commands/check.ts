import { extname, resolve } from 'node:path';
import { countText, message, render } from '../../base/message';
import type { Problem, Severity } from '../../base/problem';
import { writeGateJson } from '../../report/gate/gateJson';
import { writeGateJunit } from '../../report/gate/gateJunit';
import { writeGateMarkdown } from '../../report/gate/gateMarkdown';
import { proofWords, severityLabel, testWords, type GateResult } from '../../report/gate/gateReport';
import { writeGateSarif } from '../../report/gate/gateSarif';
import { findings, type Finding } from '../../trace/findings';
import { unclaimedUnits } from '../../trace/unclaimed/claimReport';
import { unclaimedWords } from '../../trace/unclaimed/words';
import { gapText, stateLabel } from '../../trace/words';
import { worseThan, type Baseline } from '../baseline';
import type { FailOn } from '../failOn';
import { ExitStatus } from '../exitStatus';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeOutput } from '../writeOutput';
import { claimsOf } from './unclaimed';

export const GATE_FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;
export type GateFormat = (typeof GATE_FORMATS)[number];

export interface CheckOptions {
  readonly failOn: FailOn;
  /** With it only what got worse fails. */
  readonly baseline?: Baseline;
  /** Code that no requirement claims is a finding too. */
  readonly unclaimed: boolean;
  /** Of standard output. */
  readonly format: GateFormat;
  /** Files to write besides, each in the format that its name asks for. */
  readonly reports: readonly GateReportFile[];
  /** Of this tool. */
  readonly version: string;
}

export interface GateReportFile {
  readonly path: string;
  readonly format: Exclude<GateFormat, 'text'>;
}

/** @throws UsageError for a name that tells no format */
export function reportFile(path: string): GateReportFile {
  const formats: Partial<Record<string, GateReportFile['format']>> = {
    '.sarif': 'sarif',
    '.xml': 'junit',
    '.md': 'markdown',
    '.json': 'json',
  };
  const format = formats[extname(path).toLowerCase()];
  if (format === undefined) {
    throw new UsageError(
      message('--report takes a file whose name ends in .sarif, .xml (JUnit), .md or .json: {0}', path),
    );
  }
  return { path, format };
}

/** `check`: the CI gate. Reports every problem; the exit status speaks of those that the caller asked to fail on. */
export async function check(folder: OpenedFolder, options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const all = findings(folder.trace, options.unclaimed ? unclaimedUnits(claimsOf(folder)) : []);
  const asked = all.filter((finding) => options.failOn(finding));
  const failing = new Set(options.baseline === undefined ? asked : worseThan(asked, options.baseline));
  const result: GateResult = {
    trace: folder.trace,
    findings: all,
    failing,
    hasBaseline: options.baseline !== undefined,
  };
  for (const { path, format } of options.reports) {
    await writeOutput(resolve(path), write(result, format, options.version, terminal), path);
    terminal.note(terminal.t('Written: {0}', path));
  }
  await terminal.write(write(result, options.format, options.version, terminal));
  if (options.format === 'text') {
    const { t, colors } = terminal;
    terminal.note(
      failing.size === 0
        ? colors.green(t('Nothing to fail on ({0} problem(s) reported).', countText(t, folder.trace.problems.length)))
        : colors.red(t('{0} finding(s) that the caller asked to fail on.', countText(t, failing.size))),
    );
  }
  return failing.size === 0 ? ExitStatus.Done : ExitStatus.Failed;
}

function write(result: GateResult, format: GateFormat, version: string, terminal: Terminal): string {
  const { t, language } = terminal;
  const options = { t, language, version };
  switch (format) {
    case 'text':
      return gateText(result, terminal);
    case 'json':
      return writeGateJson(result, options);
    case 'sarif':
      return writeGateSarif(result, options);
    case 'junit':
      return writeGateJunit(result, options);
    case 'markdown':
      return writeGateMarkdown(result, options);
  }
}

function gateText({ trace, failing }: GateResult, terminal: Terminal): string {
  const shown = trace.problems.map((problem) => problemLine(problem, terminal));
  const states = [...failing].flatMap((finding) => {
    switch (finding.kind) {
      case 'problem':
        return [];
      case 'requirement':
        return [requirementLine(finding, terminal)];
      case 'proof':
        return [proofWords(finding, terminal.t)];
      case 'test':
        return [testWords(finding, terminal.t)];
      case 'unclaimed':
        return [unclaimedLine(finding, terminal.t)];
    }
  });
  return [...shown, ...states].map((line) => `${line}\n`).join('');
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

function unclaimedLine({ code }: Finding & { kind: 'unclaimed' }, t: Terminal['t']): string {
  return t('{0}: {1}', `${code.file}:${code.unit.startLine + 1}`, unclaimedWords(code.unit, t));
}

function requirementLine(finding: Finding & { kind: 'requirement' }, { t, colors }: Terminal): string {
  const { row } = finding;
  const gaps = row.gaps.map((gap) => gapText(t, gap)).join(' ; ');
  return `${colors.bold(row.requirement.id)}: ${stateLabel(t, row.state)}: ${gaps}`;
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
