import type { RequirementState, RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { statesByUrgency } from '../../trace/urgency';
import { passes } from './requirementRows';
import type { RequirementFilter } from './requirementRows';
import { pushTo } from '../../base/pushTo';

/** How one folder answers a requirement. */
export interface FolderRow<Folder> {
  readonly folder: Folder;
  readonly row: RequirementTrace;
}

/** A requirement in the profile of several folders. */
export interface SharedRequirement<Folder> {
  readonly id: string;
  readonly title: string;
  /** The most urgent of the folders' states: the requirement is answered when every folder answers it. */
  readonly state: RequirementState;
  /** Two at least, in the folders' order. */
  readonly rows: readonly FolderRow<Folder>[];
}

/** The requirements that several folders have to answer, in the first one's order; those that the filter lets through in one folder at least. */
export function sharedRequirements<Folder>(
  folders: readonly { readonly folder: Folder; readonly trace: Trace; readonly filter: RequirementFilter }[],
): SharedRequirement<Folder>[] {
  const shared = new Map<string, FolderRow<Folder>[]>();
  const found = new Set<string>();
  for (const { folder, trace, filter } of folders) {
    for (const row of trace.requirements) {
      const { id } = row.requirement;
      if (!inProfile(row)) {
        continue;
      }
      pushTo(shared, id, { folder, row });
      if (passes(row, filter)) {
        found.add(id);
      }
    }
  }
  return [...shared].flatMap(([id, rows]) => {
    const [first] = rows;
    return first === undefined || rows.length < 2 || !found.has(id)
      ? []
      : [{ id, title: first.row.requirement.title, state: mostUrgent(rows), rows }];
  });
}

function mostUrgent(rows: readonly FolderRow<unknown>[]): RequirementState {
  return statesByUrgency.find((state) => rows.some(({ row }) => row.state === state)) ?? 'missing';
}
