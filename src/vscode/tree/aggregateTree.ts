import { stateLabel } from '../../trace/words';
import { coverageText } from '../coverage';
import type { FolderSession } from '../folderSession';
import { Command, NodeContext } from '../ids';
import { t } from '../support/translate';
import type { RequirementFilter } from './requirementRows';
import { countsText } from './requirementTooltip';
import { sharedRequirements } from './sharedRequirements';
import { stateIcon } from './stateIcon';
import type { AggregateNode, Leaf, LeafNode, RequirementNode, SharedNode } from './treeNode';

/** The node above several folders that are traced: their totals, and the requirements that they share. */
// @segur ST.SCN.05
export class AggregateTree {
  readonly node: AggregateNode = { kind: 'aggregate', id: 'aggregate', sessions: [] };
  readonly #nodes = new Map<string, SharedNode>();
  #shared: readonly SharedNode[] = [];
  #look = '';

  /** Whether it looks otherwise than before. Fewer than two folders have nothing to be summed up. */
  update(sessions: readonly FolderSession[], filterOf: (session: FolderSession) => RequirementFilter): boolean {
    const traced = sessions.filter((session) => session.engaged);
    this.node.sessions = traced.length < 2 ? [] : traced;
    const folders = this.node.sessions.map((folder) => ({ folder, trace: folder.trace, filter: filterOf(folder) }));
    this.#shared = sharedRequirements(folders).map((shared) => {
      const node = this.#nodes.get(shared.id) ?? {
        kind: 'shared',
        id: `aggregate/${shared.id}`,
        parent: this.node,
        shared,
      };
      node.shared = shared;
      this.#nodes.set(shared.id, node);
      return node;
    });
    const look = JSON.stringify([
      this.node.sessions.map((session) => [session.key, coverageText([session])]),
      this.#shared.map(({ shared }) => [shared.id, shared.rows.map(({ row }) => [row.state, countsText(row)])]),
    ]);
    const changed = look !== this.#look;
    this.#look = look;
    return changed;
  }

  get shown(): boolean {
    return this.node.sessions.length > 0;
  }

  get shared(): SharedNode[] {
    return [...this.#shared];
  }
}

/** How each folder stands; a click shows the requirement there. */
export function foldersOf(node: SharedNode): LeafNode[] {
  return node.shared.rows.map(({ folder, row }) => {
    const target: Pick<RequirementNode, 'kind' | 'session' | 'requirementId'> = {
      kind: 'requirement',
      session: folder,
      requirementId: node.shared.id,
    };
    const leaf: Leaf = {
      key: folder.key,
      label: folder.folder.name,
      description: [stateLabel(t, row.state), countsText(row)].filter((part) => part !== '').join(' · '),
      icon: stateIcon(row.state),
      command: { command: Command.ShowRequirement, title: t('Show in the folder'), arguments: [target] },
      context: NodeContext.Other,
    };
    return { kind: 'leaf', id: `${node.id}/${folder.key}`, parent: node, leaf };
  });
}
