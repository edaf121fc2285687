import type { Annotation, FileAnnotations } from '../annotations/model';
import type { Translate } from '../base/message';
import type { Position, Range } from '../base/text';
import { judgedExpectations } from '../trace/expectedProofs';
import type { Gap, Link, RequirementState, RequirementTrace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { isSettled } from '../trace/totals';
import { mostUrgent, statesByUrgency } from '../trace/urgency';
import { gapText, linkStateLabel, proofStateLabel, scopeLabel, stateLabel } from '../trace/words';
import { annotatedRows, type Known } from './annotatedRequirements';

/**
 * One entry of the line above an annotation: how its requirements stand, where else they are, how far they are proven.
 * Cheap to make for a whole file; `lensWords` says what it reads.
 */
export interface Lens {
  readonly kind: 'state' | 'places' | 'proofs';
  /** Where the first annotation of the group starts. */
  readonly position: Position;
  /** Zero-based first and last line of the group. */
  readonly lines: readonly [first: number, last: number];
  /** Canonical ids, in the order in which they are written, each once. */
  readonly requirements: readonly string[];
}

/** What a click on a lens does. */
export type LensAction =
  | { readonly kind: 'show-requirement'; readonly requirement: string }
  | { readonly kind: 'show-places' }
  /** The place of a proof's declaration in the project file. */
  | { readonly kind: 'open-proof'; readonly range: Range };

export interface LensWords {
  /** Plain text. */
  readonly title: string;
  readonly tooltip: string;
  /** The state that an icon shows before the title. */
  readonly state?: RequirementState;
  readonly action: LensAction;
}

/** @param path of the file, relative to the workspace folder */
// @segur ST.EDT.06
export function lensesOf(file: FileAnnotations, path: string, known: Known): Lens[] {
  return groupsOf(file.annotations).flatMap((group) => lensesOfGroup(group, path, known));
}

/** Annotations of one piece of code on lines that follow each other share one line of lenses: a comment is not torn apart. */
function groupsOf(annotations: readonly Annotation[]): Annotation[][] {
  const groups: Annotation[][] = [];
  for (const annotation of annotations) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last?.anchor === annotation.anchor && annotation.range.start.line <= last.range.end.line + 1) {
      group?.push(annotation);
    } else {
      groups.push([annotation]);
    }
  }
  return groups;
}

function lensesOfGroup(group: readonly Annotation[], path: string, known: Known): Lens[] {
  const [first] = group;
  const rows = annotatedRows(group, known);
  if (first === undefined || rows.length === 0) {
    return [];
  }
  const common = {
    position: first.markerRange.start,
    lines: [first.range.start.line, group.at(-1)?.range.end.line ?? first.range.end.line] as const,
    requirements: rows.map((row) => row.requirement.id),
  };
  const lenses: Lens[] = [{ kind: 'state', ...common }];
  if (rows.some((row) => row.links.some((link) => !isHere(link, path, common.lines)))) {
    lenses.push({ kind: 'places', ...common });
  }
  if (rows.some((row) => proofCount(row) !== undefined)) {
    lenses.push({ kind: 'proofs', ...common });
  }
  return lenses;
}

function isHere(link: Link, path: string, [first, last]: Lens['lines']): boolean {
  return link.file === path && first <= link.range.start.line && link.range.start.line <= last;
}

/** The places of a lens's requirements apart from those that it stands above, each once, in the order of files and lines. */
export function otherPlaces(lens: Lens, path: string, known: Known): Link[] {
  const links = rowsOfLens(lens, known).flatMap((row) => row.links.filter((link) => !isHere(link, path, lens.lines)));
  return [...new Map(links.map((link) => [`${link.file}:${link.range.start.line}`, link])).values()];
}

/** What a lens reads; `undefined` when the folder no longer knows what it was made of. */
export function lensWords(lens: Lens, path: string, known: Known, t: Translate): LensWords | undefined {
  const rows = rowsOfLens(lens, known);
  const [first] = rows;
  if (first === undefined) {
    return undefined;
  }
  switch (lens.kind) {
    case 'state':
      return stateWords(rows, first, t);
    case 'places': {
      const count = otherPlaces(lens, path, known).length;
      return {
        title: count === 1 ? t('1 other place') : t('{0} other places', count),
        tooltip: t('Show the other places of {0}', lens.requirements.join(', ')),
        action: { kind: 'show-places' },
      };
    }
    case 'proofs':
      return proofWords(rows, first, t);
  }
}

function rowsOfLens(lens: Lens, { trace }: Known): RequirementTrace[] {
  return lens.requirements.flatMap((id) => trace.requirement(id) ?? []);
}

function stateWords(rows: readonly RequirementTrace[], first: RequirementTrace, t: Translate): LensWords {
  const counted = rows.filter(inProfile);
  const state = mostUrgent(counted.map((row) => row.state));
  const urgent = counted.find((row) => row.state === state) ?? first;
  return {
    title: rows.length === 1 ? singleTitle(first, t) : severalTitle(rows, t),
    tooltip: rows.map((row) => tooltipOf(row, t)).join('\n'),
    ...(state === undefined ? {} : { state }),
    action: { kind: 'show-requirement', requirement: urgent.requirement.id },
  };
}

/** « Partial: no test, outdated »; « Out of profile ». */
function singleTitle(row: RequirementTrace, t: Translate): string {
  if (!inProfile(row)) {
    return capitalised(scopeLabel(t, row.scope));
  }
  const label = stateLabel(t, row.state);
  const lacking = lackingWords(row.gaps, t);
  return lacking === '' ? label : t('{0}: {1}', label, lacking);
}

/** « Partial (1), Satisfied (2) », most urgent first. */
function severalTitle(rows: readonly RequirementTrace[], t: Translate): string {
  const parts = statesByUrgency.flatMap((state) => {
    const count = rows.filter((row) => inProfile(row) && row.state === state).length;
    return count === 0 ? [] : [t('{0} ({1})', stateLabel(t, state), count)];
  });
  const outside = rows.filter((row) => !inProfile(row)).length;
  return [...parts, ...(outside === 0 ? [] : [t('{0} ({1})', t('Out of the profile'), outside)])].join(', ');
}

/** Longer lists say no more at a glance: the tooltip has them all. */
const WORDS = 2;

/** What is missing, in a few words; proofs that nobody declared are left to the lens that counts proofs. */
function lackingWords(gaps: readonly Gap[], t: Translate): string {
  const words = [...new Set(gaps.flatMap((gap) => lackingWord(gap, t) ?? []))];
  const shown = words.slice(0, WORDS).join(', ');
  return words.length > WORDS ? `${shown}…` : shown;
}

function lackingWord(gap: Gap, t: Translate): string | undefined {
  switch (gap.kind) {
    case 'no-code':
      return t('no code');
    case 'no-test':
      return t('no test');
    case 'no-proof':
    case 'expected-proof':
    case 'told':
      return undefined;
    case 'only-partial-code':
      return t('code in part only');
    case 'todo':
      return t('to do');
    case 'link-state':
      return t('link {0}', linkStateLabel(t, gap.link.state));
    case 'proof-state':
      return t('proof {0}', proofStateLabel(t, gap.proof.state));
    case 'test-failed':
      return t('failed test');
    case 'test-skipped':
      return t('skipped test');
    case 'test-not-run':
      return t('test not run');
    case 'decision-expired':
      return t('decision expired');
  }
}

/** More gaps than this make no tooltip that anybody reads. */
const GAPS = 5;

function tooltipOf(row: RequirementTrace, t: Translate): string {
  const { id, title } = row.requirement;
  const state = inProfile(row) ? stateLabel(t, row.state) : capitalised(scopeLabel(t, row.scope));
  const gaps = row.gaps.slice(0, GAPS).map((gap) => `  – ${gapText(t, gap)}`);
  const more = row.gaps.length > GAPS ? ['  …'] : [];
  const decision = row.decision === undefined ? [] : [`  ${row.decision.reason}`];
  return [`${id} — ${title}`, `  ${state}`, ...decision, ...gaps, ...more].join('\n');
}

interface ProofCount {
  readonly held: number;
  /** Absent when the need of proofs is met: then nothing more has to be counted up to. */
  readonly expected?: number;
}

/** How many proofs hold, of how many; `undefined` where none is asked for and none was given. */
function proofCount(row: RequirementTrace): ProofCount | undefined {
  const need = row.needs.find((candidate) => candidate.need === 'proof');
  const holding = row.proofs.filter(({ state }) => state === 'ok' || state === 'expires-soon').length;
  if (!inProfile(row) || (need === undefined && row.proofs.length === 0) || (isSettled(row.state) && holding === 0)) {
    return undefined;
  }
  if (need?.met !== false) {
    return { held: holding };
  }
  const expectations = judgedExpectations(row);
  return expectations.length === 0
    ? { held: holding, expected: Math.max(1, row.proofs.length) }
    : { held: expectations.filter(({ state }) => state === 'provided').length, expected: expectations.length };
}

function proofWords(rows: readonly RequirementTrace[], first: RequirementTrace, t: Translate): LensWords {
  const counts = rows.flatMap((row) => proofCount(row) ?? []);
  const held = counts.reduce((sum, count) => sum + count.held, 0);
  const isComplete = counts.every((count) => count.expected === undefined);
  const expected = counts.reduce((sum, count) => sum + (count.expected ?? count.held), 0);
  const declared = rows.flatMap((row) => row.proofs)[0];
  const lacking = rows.find((row) => proofCount(row)?.expected !== undefined) ?? first;
  const title = isComplete ? (held === 1 ? t('1 proof') : t('{0} proofs', held)) : t('{0}/{1} proofs', held, expected);
  return declared === undefined
    ? {
        title,
        tooltip: t('No proof is declared: show what is expected'),
        action: { kind: 'show-requirement', requirement: lacking.requirement.id },
      }
    : {
        title,
        tooltip: t('Open the declared proofs in the project file'),
        action: { kind: 'open-proof', range: declared.entry.range },
      };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
