import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { Catalog, Requirement } from '../catalog/model';
import { holds, type Proof, type ProofEntry } from '../evidence/model';
import { readChecklist } from '../evidence/proofDocument';
import type { Product } from './model';
import { revisionOf } from './revisions';

/** The proof as it stands to one requirement: one that holds, but was made for another edition or another version of the product, does not fit; nor does a document that is hardly begun. */
// @segur ST.PRF.07
export function fitted(proof: Proof, requirement: Requirement, catalog: Catalog, product: Product): Proof {
  if (!holds(proof.state)) {
    return proof;
  }
  if (isDraft(proof, requirement)) {
    return { ...proof, state: 'empty' };
  }
  if (isOfOtherEdition(proof.entry, requirement, catalog)) {
    return { ...proof, state: 'wrong-edition' };
  }
  return isOfOtherVersion(proof.entry, product) ? { ...proof, state: 'wrong-version' } : proof;
}

/** A warning at the entry of each proof that holds and does not fit. */
export function fitProblems(proofs: readonly Proof[], catalog: Catalog, product: Product): Problem[] {
  return proofs.filter(({ state }) => holds(state)).flatMap((proof) => problemOf(proof, catalog, product) ?? []);
}

function problemOf({ entry }: Proof, catalog: Catalog, product: Product): Problem | undefined {
  const place = { file: PROJECT_FILE, range: entry.range, severity: 'warning' as const };
  const others = requirementsOf(entry, catalog).filter((requirement) => isOfOtherEdition(entry, requirement, catalog));
  const [first] = others;
  if (first !== undefined) {
    return {
      ...place,
      code: ProblemCode.ProofWrongEdition,
      message: message(
        'Proof of {0}: it was made for edition {1}; the catalogue is at {2}',
        others.map(({ id }) => id).join(', '),
        entry.edition ?? '',
        revisionOf(first, catalog) ?? '',
      ),
      remedy: message('Read the requirement again; if the proof still answers it, change its edition'),
    };
  }
  return isOfOtherVersion(entry, product)
    ? {
        ...place,
        code: ProblemCode.ProofWrongVersion,
        message: message(
          'Proof of {0}: it was made for version {1} of the product, which is now at {2}',
          entry.for.join(', '),
          entry.version ?? '',
          product.version ?? '',
        ),
        remedy: message('Establish it again for this version; if it still holds, change its version'),
      }
    : undefined;
}

function requirementsOf(entry: ProofEntry, catalog: Catalog): Requirement[] {
  const ids = new Set(entry.for.flatMap((raw) => catalog.resolve(raw).targets.map(({ requirement }) => requirement)));
  return [...ids].flatMap((id) => catalog.requirement(id) ?? []);
}

/**
 * Whether both sides name an edition, and not the same. The shorter of two may leave out how the longer one begins: `2026-02` is
 * `REM-MS-DUI-Va2 2026-02`. What the user's own REM did not bring has an edition of ours, with which one of a REM cannot be compared.
 */
function isOfOtherEdition({ edition }: ProofEntry, requirement: Requirement, catalog: Catalog): boolean {
  const current = revisionOf(requirement, catalog);
  if (
    edition === undefined ||
    current === undefined ||
    (requirement.origin !== 'imported' && /\bREM\b/iu.test(edition))
  ) {
    return false;
  }
  const written = piecesOf(edition);
  const wanted = piecesOf(current);
  const length = Math.min(written.length, wanted.length);
  return length > 0 && written.slice(-length).join(' ') !== wanted.slice(-length).join(' ');
}

/** Whether both are known, and one does not begin the other: `4.2` stands for all of its patches. */
function isOfOtherVersion({ version }: ProofEntry, product: Product): boolean {
  if (version === undefined || product.version === undefined) {
    return false;
  }
  const written = piecesOf(version.replace(/^v(?=\d)/iu, ''));
  const current = piecesOf(product.version.replace(/^v(?=\d)/iu, ''));
  return written.length === 0 || current.length < written.length
    ? written.join('.') !== current.join('.')
    : written.some((piece, at) => piece !== current[at]);
}

/** Letters and digits; numbers without zeros before them. */
function piecesOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{N}+|\p{L}+/gu) ?? [];
  return words.map((word) => word.replace(/^0+(?=\d)/u, ''));
}

/** Whether all that there is are documents that answer nothing yet, as our scaffolds begin them, and nobody claims that they do. */
function isDraft({ entry, files, documents = [] }: Proof, { checklist }: Requirement): boolean {
  return (
    entry.covers.length === 0 &&
    documents.length > 0 &&
    documents.length === files.length &&
    documents.every(({ sections }) => {
      const unfinished = sections.filter(({ state }) => state === 'unfinished').length;
      const filled = sections.filter(({ state }) => state === 'filled').length;
      return (
        unfinished > 0 &&
        (checklist.length === 0 ? unfinished >= filled : readChecklist(sections, checklist).answered.length === 0)
      );
    })
  );
}
