import type { Translate } from '../../base/message';
import type { ProofState } from '../../evidence/model';
import { isDoubtful } from '../../evidence/model';
import type { LinkState, RequirementTrace, TestState, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import type { Cell, Sheet, StyledCell } from '../xlsx/model';
import type { StyleName } from '../xlsx/styles';

/** A sheet before it has its name. */
export type SheetContent = Omit<Sheet, 'name'>;

/** Places of the sheets in the workbook, which links within it name. */
export const sheetPlaces = { matrix: 1, links: 2, proofs: 3, gaps: 4, decisions: 5 } as const;

export function sheetNames(t: Translate): Readonly<Record<'summary' | keyof typeof sheetPlaces, string>> {
  return {
    summary: t('Summary'),
    matrix: t('Matrix'),
    links: t('Links'),
    proofs: t('Proofs'),
    gaps: t('Gaps'),
    decisions: t('Decisions'),
  };
}

/** The rows that the matrix has: those of the profile, and others that something links to. */
export function rowsShown(trace: Trace): readonly RequirementTrace[] {
  return trace.requirements.filter((row) => inProfile(row) || row.links.length > 0);
}

/** The first two cells of a row of any sheet but the matrix: the id leads to the requirement's row there. */
export function requirementCells({ requirement }: RequirementTrace): readonly Cell[] {
  return [{ value: requirement.id, link: { sheet: sheetPlaces.matrix, key: requirement.id } }, requirement.title];
}

/** A cell that leads to an address, where there is one. */
export function linked(value: string, href: string | undefined): StyledCell {
  return href === undefined ? { value } : { value, link: { href } };
}

export function linkStyle(state: LinkState): StyleName {
  const styles: Record<LinkState, StyleName> = {
    ok: 'satisfied',
    unknown: 'missing',
    outdated: 'suspect',
    predated: 'suspect',
    suspect: 'suspect',
    unwanted: 'partial',
    duplicate: 'partial',
  };
  return styles[state];
}

export function proofStyle(state: ProofState): StyleName {
  if (state === 'ok') {
    return 'satisfied';
  }
  if (state === 'expires-soon') {
    return 'partial';
  }
  return isDoubtful(state) ? 'suspect' : 'missing';
}

export function testStyle(state: TestState): StyleName {
  const styles: Record<TestState, StyleName> = {
    passed: 'satisfied',
    failed: 'missing',
    skipped: 'partial',
    'not-run': 'partial',
  };
  return styles[state];
}
