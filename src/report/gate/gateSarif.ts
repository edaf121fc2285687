import type { Log, ReportingDescriptor, Result } from 'sarif';
import { render } from '../../base/message';
import type { Severity } from '../../base/problem';
import { PROJECT_FILE } from '../../base/projectFileName';
import { sha256 } from '../../base/sha256';
import type { Range } from '../../base/text';
import type { Finding } from '../../trace/findings';
import { gapText, stateLabel } from '../../trace/words';
import { unclaimedWords } from '../../trace/unclaimed/words';
import { fileHref } from '../href';
import { proofWords, testWords, type GateOptions, type GateResult } from './gateReport';

/**
 * SARIF 2.1.0, as code scanning of GitHub and other viewers read it: problems at their places, requirements that are not satisfied at their first
 * link, else in the project file. Fingerprints hold no line numbers: moved code is no new alert.
 */
export function writeGateSarif(result: GateResult, options: GateOptions): string {
  const { t, language, version } = options;
  const rules = new Map<string, ReportingDescriptor>();
  const seen = new Map<string, number>();
  const results = result.findings.map((finding): Result => {
    const { ruleId, level, text, file, range } = factsOf(finding, options);
    rules.set(ruleId, rules.get(ruleId) ?? { id: ruleId, defaultConfiguration: { level } });
    // The same finding twice in one file: the second has a fingerprint of its own.
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return {
      ruleId,
      level,
      message: { text },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: fileHref('', file), uriBaseId: '%SRCROOT%' },
            ...(range === undefined ? {} : { region: regionOf(range) }),
          },
        },
      ],
      partialFingerprints: { 'segurTrace/v1': sha256(`${finding.key}\u0000${count}`).slice(0, 32) },
      ...(result.hasBaseline ? { baselineState: result.failing.has(finding) ? 'new' : 'unchanged' } : {}),
      properties: { failsTheGate: result.failing.has(finding) },
    };
  });
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'segur-trace',
            version,
            rules: [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
            shortDescription: { text: t('Requirement traceability') },
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: t('The folder that is traced') } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Facts {
  readonly ruleId: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly file: string;
  readonly range?: Range;
}

function factsOf(finding: Finding, { t }: GateOptions): Facts {
  if (finding.kind === 'problem') {
    const { code, severity, file, range, message, remedy } = finding.problem;
    const text = [render(t, message), ...(remedy === undefined ? [] : [render(t, remedy)])].join('. ');
    return { ruleId: code, level: levelOf(severity), text, file, ...(range === undefined ? {} : { range }) };
  }
  if (finding.kind === 'proof') {
    const { entry, state } = finding.proof;
    return {
      ruleId: `proof.${state}`,
      level: 'warning',
      text: proofWords(finding, t),
      file: PROJECT_FILE,
      range: entry.range,
    };
  }
  if (finding.kind === 'test') {
    return testFacts(finding, t);
  }
  if (finding.kind === 'unclaimed') {
    const { file, unit } = finding.code;
    const start = { line: unit.startLine, character: 0 };
    const range = { start, end: { ...start, character: 1 } };
    return { ruleId: 'code.unclaimed', level: 'note', text: unclaimedWords(unit, t), file, range };
  }
  const { requirement, state, gaps, links } = finding.row;
  const [first] = links;
  const lacking = gaps.map((gap) => gapText(t, gap)).join(' ; ');
  const words = t('{0}: {1}', `${requirement.id} ${requirement.title}`, stateLabel(t, state));
  return {
    ruleId: `requirement.${state}`,
    level: state === 'not-applicable' || state === 'accepted-gap' ? 'note' : 'warning',
    text: lacking === '' ? words : t('{0}: {1}', words, lacking),
    file: first?.file ?? PROJECT_FILE,
    ...(first === undefined ? {} : { range: first.range }),
  };
}

/** At the code that verifies, or in the results. */
function testFacts(finding: Finding & { kind: 'test' }, t: GateOptions['t']): Facts {
  const { state, gap, file } = finding.test;
  const line = 'result' in gap ? gap.result.line : 0;
  const whole = { start: { line, character: 0 }, end: { line, character: 1 } };
  return {
    ruleId: `test.${state}`,
    level: state === 'failed' ? 'warning' : 'note',
    text: testWords(finding, t),
    file,
    range: gap.link?.range ?? whole,
  };
}

function levelOf(severity: Severity): Facts['level'] {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
    case 'hint':
      return 'note';
  }
}

/** Lines and columns from 1; the end column is the one behind the last character. */
function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
