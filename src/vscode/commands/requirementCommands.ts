import { commands, env, window } from 'vscode';
import { stateLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { shippedCatalogUri } from '../shippedCatalogs';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { openCommand } from '../tree/openPlace';
import { requirementIdsOf } from '../tree/requirementDrag';
import type { RequirementsView } from '../tree/requirementsView';
import { stateIcon } from '../tree/stateIcon';
import type { RequirementNode, TreeNode } from '../tree/treeNode';

/** The commands about one requirement: show it in the tree, open it in its catalogue, copy its id. */
export function registerRequirementCommands(sessions: Sessions, view: RequirementsView): DisposableStore {
  const store = new DisposableStore();
  const requirementOf = async (argument: unknown) =>
    namedRequirement(sessions, argument) ?? (await chooseRequirement(sessions));
  store.add(
    commands.registerCommand(Command.ShowRequirement, async (argument: unknown) => {
      const chosen = await requirementOf(argument);
      if (chosen !== undefined && !(await view.reveal(chosen.session, chosen.id))) {
        void window.showInformationMessage(t('{0} is out of the profile: the view does not list it.', chosen.id));
      }
    }),
  );
  store.add(
    commands.registerCommand(Command.ShowInCatalog, async (argument: unknown) => {
      const chosen = await requirementOf(argument);
      const location = chosen?.session.trace.requirement(chosen.id)?.requirement.location;
      if (chosen !== undefined && location !== undefined) {
        await run(openCommand(shippedCatalogUri(location.file) ?? chosen.session.uriOf(location.file), location.range));
      }
    }),
  );
  store.add(
    commands.registerCommand(Command.CopyId, async (argument: unknown, selected: unknown) => {
      const ids = requirementIdsOf(nodesOf(argument, selected));
      const chosen = ids.length === 0 ? await requirementOf(argument) : undefined;
      await copy(chosen === undefined ? ids : [chosen.id], ', ');
    }),
  );
  store.add(
    commands.registerCommand(Command.CopyReference, (argument: unknown, selected: unknown) =>
      copy(nodesOf(argument, selected).flatMap(referenceOf), '\n'),
    ),
  );
  return store;
}

/** A requirement of a folder. */
export interface Chosen {
  readonly session: FolderSession;
  readonly id: string;
}

/** From a node of the tree, or from an id in any spelling: that of the active editor's folder first. */
export function namedRequirement(sessions: Sessions, argument: unknown): Chosen | undefined {
  if (isRequirementNode(argument)) {
    return { session: argument.session, id: argument.requirementId };
  }
  if (typeof argument !== 'string') {
    return undefined;
  }
  const active = window.activeTextEditor;
  const near = active === undefined ? undefined : sessions.locate(active.document.uri)?.session;
  for (const session of near === undefined ? sessions.all : [near, ...sessions.all]) {
    const [target] = session.catalog.resolve(argument).targets;
    if (target !== undefined) {
      return { session, id: target.requirement };
    }
  }
  return undefined;
}

/** Asks which; `undefined` when the user gives up. Whoever is quicker than the catalogue sees that it is being read. */
export async function chooseRequirement(sessions: Sessions): Promise<Chosen | undefined> {
  const isEmpty = sessions.all.every((session) => session.trace.requirements.length === 0);
  const items = isEmpty
    ? sessions.settled().then(() => requirementItems(sessions))
    : Promise.resolve(requirementItems(sessions));
  return window.showQuickPick(items, {
    matchOnDescription: true,
    matchOnDetail: true,
    placeHolder: t('Which requirement?'),
  });
}

function requirementItems(sessions: Sessions) {
  const several = sessions.all.length > 1;
  return sessions.all.flatMap((session) =>
    session.trace.requirements
      .filter((row) => row.scope === 'applicable' || row.scope === 'unknown')
      .map((row) => ({
        label: row.requirement.id,
        iconPath: stateIcon(row.state),
        description: stateLabel(t, row.state),
        detail: several ? `${row.requirement.title} · ${session.folder.name}` : row.requirement.title,
        session,
        id: row.requirement.id,
      })),
  );
}

/** What a menu of the tree is about: the row that was clicked and, if it is one of them, all that are selected. */
function nodesOf(argument: unknown, selected: unknown): TreeNode[] {
  const nodes: unknown[] = Array.isArray(selected) && selected.includes(argument) ? selected : [argument];
  return nodes.filter(isTreeNode);
}

/** As people write it in a message or a commit: « SC.SSI/GEN.18 — Sauvegarde », « src/backup.ts:12 ». */
function referenceOf(node: TreeNode): string[] {
  if (node.kind === 'leaf') {
    return node.leaf.place === undefined ? [] : [node.leaf.place];
  }
  const row = node.kind === 'requirement' ? node.session.trace.requirement(node.requirementId) : undefined;
  return row === undefined ? [] : [`${row.requirement.id} — ${row.requirement.title}`];
}

async function copy(texts: readonly string[], separator: string): Promise<void> {
  if (texts.length > 0) {
    await env.clipboard.writeText(texts.join(separator));
  }
}

async function run({ command, arguments: parameters = [] }: { command: string; arguments?: unknown[] }): Promise<void> {
  await commands.executeCommand(command, ...parameters);
}

function isRequirementNode(value: unknown): value is RequirementNode {
  return isTreeNode(value) && value.kind === 'requirement';
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
