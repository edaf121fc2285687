import { dayText } from '../../base/message';
import { Uri, window, workspace } from 'vscode';
import { PROJECT_FILE } from '../../base/projectFileName';
import { contains, type Position, type Range } from '../../base/text';
import { parseYaml } from '../../base/yaml';
import type { ProofEntry } from '../../evidence/model';
import { listIn } from '../../language/fixes/projectEdits';
import { proofKindLabel, proofName } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import type { Sessions } from '../sessions';
import { pickSession } from '../support/pickSession';
import { t } from '../support/translate';
import type { ProofLeaf, TreeNode } from '../tree/treeNode';

/** What a quick fix hands over: an entry of `proofs` by its place in the list. */
export interface ProofPlace {
  readonly uri: string;
  readonly index: number;
}

/** An entry of `proofs`, as the text of `segur.yaml` has it now. */
export interface ProofInText {
  readonly session: FolderSession;
  readonly text: string;
  readonly index: number;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The proof that a command is about: that of the argument, else that at the cursor in `segur.yaml`, else the user's choice. */
export async function proofAt(sessions: Sessions, argument: unknown): Promise<ProofInText | undefined> {
  const leaf = leafOf(argument);
  if (leaf !== undefined) {
    return inText(leaf.session, (entries) => indexOf(entries, leaf.entry));
  }
  if (isPlace(argument)) {
    const session = sessions.locate(Uri.parse(argument.uri))?.session;
    return session === undefined ? undefined : inText(session, () => argument.index);
  }
  const editor = window.activeTextEditor;
  const located = editor === undefined ? undefined : sessions.of(editor.document);
  if (editor !== undefined && located?.path === projectFile) {
    const { active } = editor.selection;
    const here = await inText(located.session, (entries) => entries.findIndex((one) => holds(one.range, active)));
    if (here !== undefined) {
      return here;
    }
  }
  const session = await pickSession(sessions);
  return session === undefined ? undefined : chosen(session);
}

/** Where the entry stands in a text that may be another by now. Throws when it is gone or says something else. */
export function indexIn(text: string, { entry, index }: Pick<ProofInText, 'entry' | 'index'>): number {
  const wanted = JSON.stringify(entry);
  const entries = listIn(parseYaml(text, PROJECT_FILE).value, 'proofs').map((one) => JSON.stringify(one));
  const found = entries[index] === wanted ? index : entries.indexOf(wanted);
  if (found < 0) {
    throw new Error(t('{0} changed meanwhile: try again.', projectFile));
  }
  return found;
}

interface Written {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly range: Range | undefined;
}

function holds(range: Range | undefined, at: Position): boolean {
  return range !== undefined && contains(range, at);
}

async function inText(
  session: FolderSession,
  find: (entries: readonly Written[]) => number,
): Promise<ProofInText | undefined> {
  const uri = session.uriOf(projectFile);
  const text = session.files.hasProjectFile ? (await workspace.openTextDocument(uri)).getText() : '';
  const parsed = parseYaml(text, PROJECT_FILE);
  const entries = listIn(parsed.value, 'proofs').map((entry, at) => ({ entry, range: parsed.rangeOf(['proofs', at]) }));
  const index = find(entries);
  const entry = entries[index]?.entry;
  return entry === undefined ? undefined : { session, text, index, entry };
}

/** The entry that says the same; of several, the one that stands where it stood. */
function indexOf(entries: readonly Written[], wanted: ProofEntry): number {
  const same = entries.flatMap(({ entry, range }, index) =>
    look(entry['for'], entry['files'], entry['value'], entry['link']) ===
    look(wanted.for, wanted.files, wanted.value, wanted.link)
      ? [{ index, isHere: range?.start.line === wanted.range.start.line }]
      : [],
  );
  return (same.find(({ isHere }) => isHere) ?? same[0])?.index ?? -1;
}

function look(...facts: readonly unknown[]): string {
  return JSON.stringify(facts.map((fact) => [fact].flat()));
}

async function chosen(session: FolderSession): Promise<ProofInText | undefined> {
  const items = session.files.project.proofs.map((entry) => ({
    label: entry.for.join(', '),
    description: [proofKindLabel(t, entry.kind), dayText(t, entry.date ?? '')]
      .filter((part) => part !== '')
      .join(' · '),
    detail: proofName(entry),
    entry,
  }));
  const choice = await window.showQuickPick(items, {
    placeHolder: t('Which proof?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice === undefined ? undefined : inText(session, (entries) => indexOf(entries, choice.entry));
}

function leafOf(argument: unknown): ProofLeaf | undefined {
  const node = argument as Partial<TreeNode> | null | undefined;
  return typeof node === 'object' && node?.kind === 'leaf' ? node.leaf?.proof : undefined;
}

function isPlace(argument: unknown): argument is ProofPlace {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'uri' in argument &&
    typeof argument.uri === 'string' &&
    'index' in argument &&
    typeof argument.index === 'number'
  );
}
