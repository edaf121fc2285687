import { render } from '../../base/message';
import { PROJECT_FILE } from '../../base/projectFileName';
import type { Finding } from '../../trace/findings';
import type { RequirementTrace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { gapText, stateLabel } from '../../trace/words';
import { unclaimedWords } from '../../trace/unclaimed/words';
import { escapeXml } from '../xmlText';
import { placeText, proofWords, testWords, type GateOptions, type GateResult } from './gateReport';

interface Case {
  readonly name: string;
  readonly group: string;
  readonly failure?: string;
  readonly skipped?: string;
}

/**
 * The gate as JUnit XML, which every CI shows: a suite for each chapter with a test for each requirement of the profile, and one for the problems
 * that fail. A requirement that was decided is a skipped test.
 */
export function writeGateJunit({ trace, failing }: GateResult, { t }: GateOptions): string {
  const failingRows = new Set<RequirementTrace>();
  const others: Finding[] = [];
  for (const finding of failing) {
    if (finding.kind === 'requirement') {
      failingRows.add(finding.row);
    } else {
      others.push(finding);
    }
  }
  const cases: Case[] = trace.requirements.filter(inProfile).map((row) => {
    const { requirement, state, decision } = row;
    const common = {
      name: `${requirement.id} ${requirement.title}`,
      group: requirement.chapter ?? t('Without a chapter'),
    };
    if (failingRows.has(row)) {
      const lacking = row.gaps.map((gap) => gapText(t, gap));
      return { ...common, failure: [stateLabel(t, state), ...lacking].join('\n') };
    }
    return decision === undefined ? common : { ...common, skipped: `${stateLabel(t, state)}: ${decision.reason}` };
  });
  for (const finding of others) {
    if (finding.kind === 'problem') {
      const { code, message, remedy } = finding.problem;
      const failure = [render(t, message), ...(remedy === undefined ? [] : [render(t, remedy)])].join('\n');
      cases.push({ name: `${placeText(finding.problem)} [${code}]`, group: t('Problems'), failure });
    } else if (finding.kind === 'proof') {
      const { entry, state } = finding.proof;
      const name = `${PROJECT_FILE} ${entry.for.join(', ')} [proof.${state}]`;
      cases.push({ name, group: t('Problems'), failure: proofWords(finding, t) });
    } else if (finding.kind === 'test') {
      const { file, name, state } = finding.test;
      const label = [file, name, `[test.${state}]`].filter((part) => part !== '').join(' ');
      cases.push({ name: label, group: t('Problems'), failure: testWords(finding, t) });
    } else if (finding.kind === 'unclaimed') {
      const { file, unit } = finding.code;
      const name = `${file} ${unit.name} [code.unclaimed]`;
      cases.push({ name, group: t('Unclaimed code'), failure: unclaimedWords(unit, t) });
    }
  }
  const groups = [...new Set(cases.map(({ group }) => group))];
  const suites = groups.map((group) =>
    suite(
      group,
      cases.filter((one) => one.group === group),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="segur-trace" ${counts(cases)}>\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, cases: readonly Case[]): string {
  const lines = cases.map((one) => {
    const head = `    <testcase name="${escapeXml(one.name)}" classname="${escapeXml(name)}"`;
    if (one.failure !== undefined) {
      const [first = ''] = one.failure.split('\n');
      return `${head}>\n      <failure message="${escapeXml(first)}">${escapeXml(one.failure)}</failure>\n    </testcase>\n`;
    }
    return one.skipped === undefined
      ? `${head}/>\n`
      : `${head}>\n      <skipped message="${escapeXml(one.skipped)}"/>\n    </testcase>\n`;
  });
  return `  <testsuite name="${escapeXml(name)}" ${counts(cases)}>\n${lines.join('')}  </testsuite>\n`;
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter(({ skipped: reason }) => reason !== undefined).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}
