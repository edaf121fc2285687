import type { ProofKind } from '../../catalog/model';
import type { RequirementTrace } from '../../trace/model';
import { packName } from '../pack/packNames';
import { attestationDraft } from './attestationDraft';
import { captureList } from './captureList';
import { documentationDraft } from './documentationDraft';
import type { ScaffoldFacts } from './draftText';

/** The documents that can be begun for an author. */
export type ScaffoldKind = 'documentation' | 'attestation' | 'capture';

export interface Scaffold {
  readonly kind: ScaffoldKind;
  /** A name for the file. */
  readonly name: string;
  /** Markdown in French, the language of what is handed in. */
  readonly text: string;
}

/** The kinds of document that a requirement's expected proofs ask for; every kind can be begun for any requirement. */
export function scaffoldKinds({ requirement }: Pick<RequirementTrace, 'requirement'>): readonly ScaffoldKind[] {
  const expected = [...requirement.proofs, ...requirement.scenarios.flatMap(({ proofs }) => proofs)];
  const kinds = new Set(expected.map(({ kind }) => kindFor(kind)).filter((kind) => kind !== undefined));
  return kinds.size === 0 ? ['documentation'] : [...kinds];
}

/**
 * Begins a proof document: dated, with a heading for each item of the checklist and what the FAQ says of it in comments, which do not show on
 * paper. What is still to be written is marked « À compléter », by which the checklist is known not to be answered yet.
 */
export function scaffold(row: RequirementTrace, kind: ScaffoldKind, facts: ScaffoldFacts): Scaffold {
  const id = packName(row.requirement.id);
  switch (kind) {
    case 'documentation':
      return { kind, name: `${id}_${packName(row.requirement.title)}.md`, text: documentationDraft(row, facts) };
    case 'attestation':
      return { kind, name: `${id}_attestation.md`, text: attestationDraft(row, facts) };
    case 'capture':
      return { kind, name: `${id}_captures.md`, text: captureList(row, facts) };
  }
}

function kindFor(kind: ProofKind): ScaffoldKind | undefined {
  switch (kind) {
    case 'documentation':
    case 'rapport':
    case 'configuration':
    case 'code':
    case 'autre':
      return 'documentation';
    case 'attestation':
      return 'attestation';
    case 'capture':
    case 'video':
      return 'capture';
    // The form of the penetration test is ANS's own file.
    case 'formulaire':
      return undefined;
  }
}
