import { message } from '../base/message';
import type { RequirementDocument } from '../catalog/catalogSchema';
import { IdIndex } from '../catalog/idIndex';
import type { Requirement } from '../catalog/model';
import { foldId } from '../catalog/requirementId';
import { guesses } from './guesses';
import type { Notice } from './model';
import type { RemRow } from './remRows';
import { Draft, type Facts } from './requirementDraft';

export interface Collected {
  readonly requirements: readonly RequirementDocument[];
  readonly notices: readonly Notice[];
  readonly scenarios: number;
  readonly proofs: number;
  readonly known: number;
}

/** So many rows of a notice are named. */
const mostNamed = 20;

/**
 * Makes requirements of rows, one row being one (requirement, scenario) or one proof of it. Rows with the same id, its spelling variants folded, make
 * one requirement; what they contradict each other in is told, and the first one counts.
 * @param shipped what the catalogue that ships knows of an id
 */
export function collect(
  rows: readonly RemRow[],
  facts: Facts,
  shipped: (id: string) => Requirement | undefined,
): Collected {
  const drafts: Draft[] = [];
  const index = new IdIndex<Draft>();
  const spellings = new Map<string, string>();
  for (const row of rows) {
    const folded = foldId(row.id);
    let draft = index.find(folded);
    if (draft === undefined) {
      draft = index.add(folded, new Draft(row.id, facts));
      drafts.push(draft);
    } else if (draft.id !== row.id) {
      spellings.set(row.id, draft.id);
    }
    draft.add(row);
  }
  const requirements = drafts.map((draft) => draft.finish(shipped(draft.id)));
  return {
    requirements,
    notices: [
      ...drafts.flatMap((draft) => draft.notices).slice(0, 500),
      ...[...spellings].slice(0, mostNamed).map(([other, id]): Notice => ({
        level: 'information',
        text: message('{0} was taken for another spelling of {1}', other, id),
      })),
      ...guesses(requirements, shipped),
      ...sharedScenarios(drafts),
      ...foreignScenarios(drafts),
    ],
    scenarios: drafts.reduce((sum, draft) => sum + draft.scenarioCount, 0),
    proofs: drafts.reduce((sum, draft) => sum + draft.proofCount, 0),
    known: drafts.filter((draft) => shipped(draft.id) !== undefined).length,
  };
}

/** A scenario of several requirements is found under each of them, and an annotation of its id means the first. */
function sharedScenarios(drafts: readonly Draft[]): Notice[] {
  const owners = new Map<string, Draft>();
  const shared: string[] = [];
  for (const draft of drafts) {
    for (const id of draft.scenarioIds) {
      const owner = owners.get(foldId(id));
      if (owner === undefined) {
        owners.set(foldId(id), draft);
      } else if (owner !== draft) {
        shared.push(`${id} (${owner.id}, ${draft.id})`);
      }
    }
  }
  return shared.length === 0
    ? []
    : [
        {
          level: 'information',
          text: message('Scenarios of several requirements: {0}', shared.slice(0, mostNamed).join('; ')),
        },
      ];
}

function foreignScenarios(drafts: readonly Draft[]): Notice[] {
  const foreign = drafts.flatMap((draft) =>
    draft.scenarioIds.filter((id) => !isBelow(id, draft.id)).map((id) => `${id} (${draft.id})`),
  );
  return foreign.length === 0
    ? []
    : [
        {
          level: 'information',
          text: message(
            'Scenarios whose id does not start with that of their requirement; the rows count, not the ids: {0}',
            foreign.slice(0, mostNamed).join('; '),
          ),
        },
      ];
}

function isBelow(id: string, above: string): boolean {
  const [folded, head] = [foldId(id), foldId(above)];
  const bare = head.slice(head.indexOf('.') + 1);
  return folded.startsWith(`${head}.`) || folded.startsWith(`${bare}.`);
}
