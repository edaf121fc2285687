import { dayText, type Translate } from '../base/message';
import type { Proof } from '../evidence/model';
import type { Link, RequirementTrace, TestResult, Trace } from '../trace/model';
import { lackingIn } from '../trace/proofDocuments';
import { inProfile } from '../trace/scope';
import {
  gapText,
  linkStateLabel,
  matchLabel,
  proofKindLabel,
  proofName,
  proofStateLabel,
  stateLabel,
  testStateLabel,
  testStateSymbol,
  testsDate,
  testsText,
  verbLabel,
} from '../trace/words';

/** A row of the matrix in words, shared by every format that people read. */
export interface MatrixRow {
  readonly source: RequirementTrace;
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly theme: string;
  readonly state: string;
  readonly code: readonly MatrixPlace[];
  readonly tests: readonly MatrixPlace[];
  readonly proofs: readonly MatrixProof[];
  readonly guidance: readonly string[];
  readonly gaps: readonly string[];
  readonly decision: string;
}

/** A link, or the result of a test that names the requirement itself. */
export interface MatrixPlace {
  readonly file: string;
  /** Of code, from 1; a file of test results is nothing that a repository has. */
  readonly line?: number;
  /** `src/a.ts:12` */
  readonly place: string;
  /** Name of the code unit; its verb and state where they are not the usual ones; what its tests say. */
  readonly text: string;
}

export interface MatrixProof {
  readonly proof: Proof;
  readonly name: string;
  /** Kind, date, state, and the items that it still has to answer. */
  readonly text: string;
}

/** Every requirement of the profile is a row, linked or not; others only where something links to them. */
export function matrixRows(trace: Trace, t: Translate): MatrixRow[] {
  return trace.requirements.filter((row) => inProfile(row) || row.links.length > 0).map((row) => matrixRow(row, t));
}

/** One requirement in words. */
export function matrixRow(row: RequirementTrace, t: Translate): MatrixRow {
  const { requirement, decision } = row;
  const code = row.links.filter((link) => link.verb !== 'verifies');
  const tests = row.links.filter((link) => link.verb === 'verifies');
  return {
    source: row,
    id: requirement.id,
    title: requirement.title,
    chapter: requirement.chapter ?? '',
    theme: requirement.theme ?? '',
    state: stateWords(row, t),
    code: code.map((link) => placeOf(link, t)),
    tests: [...tests.map((link) => placeOf(link, t)), ...(row.tests?.named ?? []).map((result) => resultOf(result, t))],
    proofs: row.proofs.map((proof) => proofOf(proof, row, t)),
    guidance: row.guidance.map(
      ({ entry, match }) => `${entry.subject ?? entry.question ?? entry.id} (${entry.id}, ${matchLabel(t, match)})`,
    ),
    gaps: row.gaps.map((gap) => gapText(t, gap)),
    decision:
      decision === undefined
        ? ''
        : [
            decision.reason,
            decision.by,
            dayText(t, decision.date),
            decision.expires === undefined ? undefined : t('until {0}', dayText(t, decision.expires)),
          ]
            .filter((part) => part !== undefined)
            .join(' — '),
  };
}

/** The state, and the scope where it is not the usual one. */
function stateWords(row: RequirementTrace, t: Translate): string {
  const state = stateLabel(t, row.state);
  switch (row.scope) {
    case 'applicable':
    case 'unknown':
      return state;
    case 'out-of-profile':
      return `${state} (${t('out of profile')})`;
    case 'obsolete':
      return `${state} (${t('obsolete')})`;
  }
}

function placeOf(link: Link, t: Translate): MatrixPlace {
  const usual = link.verb === 'implements' || link.verb === 'verifies';
  const parts = [
    link.unit?.name,
    usual ? undefined : verbLabel(t, link.verb),
    link.state === 'ok' ? undefined : linkStateLabel(t, link.state),
    link.tests === undefined
      ? undefined
      : dated(`${testStateSymbol(link.tests.state)} ${testsText(t, link.tests)}`, testsDate(link.tests.results), t),
  ].filter((part) => part !== undefined && part !== '');
  const line = link.range.start.line + 1;
  return { file: link.file, line, place: `${link.file}:${line}`, text: parts.join(', ') };
}

function resultOf({ name, outcome, file, line, date }: TestResult, t: Translate): MatrixPlace {
  const state = dated(`${testStateSymbol(outcome)} ${testStateLabel(t, outcome)}`, date, t);
  return { file, place: `${file}:${line + 1}`, text: `${name}, ${state}` };
}

function dated(text: string, date: string | undefined, t: Translate): string {
  return [text, dayText(t, date)].filter((part) => part !== undefined).join(' ');
}

function proofOf(proof: Proof, row: RequirementTrace, t: Translate): MatrixProof {
  const name = proof.files.length > 0 ? proof.files.map(({ path }) => path).join(', ') : proofName(proof.entry);
  const lacking = [...new Set(proof.files.flatMap(({ path }) => lackingIn(row, path)))];
  const parts = [
    proofKindLabel(t, proof.entry.kind),
    dayText(t, proof.entry.date),
    proofStateLabel(t, proof.state),
    lacking.length === 0 ? undefined : t('still to be written: {0}', lacking.join(', ')),
  ];
  return { proof, name, text: parts.filter((part) => part !== undefined).join(', ') };
}

/** The headings of the columns, in their order. */
export function matrixHeadings(t: Translate): readonly string[] {
  return [
    t('Requirement'),
    t('Title'),
    t('Chapter'),
    t('Theme'),
    t('State'),
    t('Code'),
    t('Tests'),
    t('Proofs'),
    t('Guidance'),
    t('Gaps'),
    t('Decision'),
  ];
}

/** The cells of a row, in the order of the headings; each cell is a list of lines. */
export function matrixCells(row: MatrixRow): readonly (readonly string[])[] {
  const place = ({ place: at, text }: MatrixPlace): string => (text === '' ? at : `${at} (${text})`);
  return [
    [row.id],
    [row.title],
    [row.chapter],
    [row.theme],
    [row.state],
    row.code.map(place),
    row.tests.map(place),
    row.proofs.map(({ name, text }) => `${name} (${text})`),
    row.guidance,
    row.gaps,
    row.decision === '' ? [] : [row.decision],
  ];
}
