import { message, type Message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { closestRequirements } from '../catalog/closestRequirements';
import type { Catalog } from '../catalog/model';
import type { Decision, Proof, ProofEntry } from '../evidence/model';
import { readDocuments } from './proofDocuments';

/** What proofs and decisions name that no catalogue knows. */
export function evidenceProblems(
  proofs: readonly Proof[],
  decisions: readonly Decision[],
  catalog: Catalog,
): readonly Problem[] {
  return [
    ...proofs.flatMap((proof) => [
      ...unknownIds(proof.entry, ProblemCode.ProofUnknownId, catalog),
      ...unknownItems(proof.entry, catalog),
      ...unfinishedItems(proof, catalog),
    ]),
    ...decisions.flatMap((decision) => unknownIds(decision, ProblemCode.DecisionUnknownId, catalog)),
  ];
}

function unknownIds(
  entry: Pick<Decision, 'for' | 'forRanges' | 'range'>,
  code: ProblemCode,
  catalog: Catalog,
): Problem[] {
  return entry.for.flatMap((raw, index) =>
    catalog.resolve(raw).targets.length > 0
      ? []
      : [
          {
            code,
            severity: 'error',
            file: PROJECT_FILE,
            range: entry.forRanges[index] ?? entry.range,
            message: message('No catalogue knows the requirement {0}', raw),
            remedy: unknownIdRemedy(catalog, raw),
          },
        ],
  );
}

/** More ids than this are not kept in mind. */
const MOST_REMEDIES = 5000;

/** A file's problems are made anew at each keystroke in it, and each looks through the whole catalogue. */
const remedies = new WeakMap<Catalog, Map<string, Message>>();

/** What to do about an id that no catalogue knows. */
export function unknownIdRemedy(catalog: Catalog, raw: string): Message {
  let known = remedies.get(catalog);
  if (known === undefined || known.size >= MOST_REMEDIES) {
    known = new Map();
    remedies.set(catalog, known);
  }
  const remedy = known.get(raw) ?? remedyFor(catalog, raw);
  known.set(raw, remedy);
  return remedy;
}

function remedyFor(catalog: Catalog, raw: string): Message {
  const closest = closestRequirements(catalog, raw, 3).map((requirement) => requirement.id);
  return closest.length === 0
    ? message('Correct the id, or add the catalogue that has it to segur.yaml.')
    : message('Did you mean {0}?', closest.join(', '));
}

/** More than this is no help to read. */
const MOST_ITEMS = 20;

/** Items that `covers` names and no checklist of the proof's requirements has. Silent where none of these is known: that is said already. */
function unknownItems(entry: ProofEntry, catalog: Catalog): Problem[] {
  if (entry.covers.length === 0) {
    return [];
  }
  const ids = new Set(entry.for.flatMap((raw) => catalog.resolve(raw).targets.map(({ requirement }) => requirement)));
  const items = [...ids].flatMap((id) => (catalog.requirement(id)?.checklist ?? []).map((item) => item.id));
  if (ids.size === 0) {
    return [];
  }
  return entry.covers.flatMap((covered, index) =>
    items.includes(covered)
      ? []
      : [
          {
            code: ProblemCode.ProofUnknownItem,
            severity: 'error',
            file: PROJECT_FILE,
            range: entry.coversRanges[index] ?? entry.range,
            message: message('No checklist of {0} has the item {1}', [...ids].join(', '), covered),
            remedy:
              items.length === 0
                ? message('Remove it: there is no checklist')
                : message('Known there: {0}', items.slice(0, MOST_ITEMS).join(', ')),
          },
        ],
  );
}

/** Items that `covers` claims, of which the document itself says that they are still to be written. */
function unfinishedItems(proof: Proof, catalog: Catalog): Problem[] {
  const { entry, documents = [] } = proof;
  if (entry.covers.length === 0 || documents.length === 0) {
    return [];
  }
  const ids = new Set(entry.for.flatMap((raw) => catalog.resolve(raw).targets.map(({ requirement }) => requirement)));
  const readings = [...ids].flatMap((id) => {
    const requirement = catalog.requirement(id);
    return requirement === undefined ? [] : readDocuments(requirement, [proof]);
  });
  return entry.covers.flatMap((covered, index) => {
    const reading = readings.find(({ unfinished }) => unfinished.some(({ item }) => item === covered));
    return reading === undefined || readings.some(({ answered }) => answered.includes(covered))
      ? []
      : [
          {
            code: ProblemCode.ProofUnfinishedItem,
            severity: 'information',
            file: PROJECT_FILE,
            range: entry.coversRanges[index] ?? entry.range,
            message: message(
              '{0} is said to be covered, and {1} still has to be completed there',
              covered,
              reading.path,
            ),
            remedy: message('Complete the section, or take the item out of “covers”'),
          },
        ];
  });
}
