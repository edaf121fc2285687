import { commands, Position, Range, window } from 'vscode';
import type { TextEditor } from 'vscode';
import type { Verb } from '../../annotations/model';
import type { Disposable } from '../../base/ports';
import type { AnnotateResult, Insertion } from '../../language/annotate';
import type { DocumentSync } from '../documentSync';
import { Command } from '../ids';
import type { Located, Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import type { LeafNode } from '../tree/treeNode';
import { annotationsAt, defaultVerbOf } from './annotationAt';
import { pickRequirement, pickVerb } from './requirementPick';

/**
 * *Annotate code with a requirement*. Arguments, when there are any: a requirement's id and a verb, or a node of the tree and all that are
 * selected there; a row that is unclaimed code is annotated itself.
 */
// @segur ST.EDT.03
export function registerAnnotate(sessions: Sessions, documents: DocumentSync, reporter: ErrorReporter): Disposable {
  return commands.registerCommand(Command.Annotate, async (target?: unknown, verb?: unknown) => {
    try {
      await showCode(target);
      await run(sessions, documents, reporter, requirementsOf(target, verb), verbOf(verb));
    } catch (error) {
      reporter.show(t('The annotation could not be written'), error);
    }
  });
}

/** Of a row of the tree that is a piece of code: that is what is to be annotated. */
async function showCode(target: unknown): Promise<void> {
  const code = isLeaf(target) ? target.leaf.code : undefined;
  if (code !== undefined) {
    const start = new Position(code.line, 0);
    await window.showTextDocument(code.session.uriOf(code.file), { selection: new Range(start, start) });
  }
}

function isLeaf(target: unknown): target is Pick<LeafNode, 'leaf'> {
  return (
    typeof target === 'object' && target !== null && 'kind' in target && target.kind === 'leaf' && 'leaf' in target
  );
}

/** From an id, or from the nodes of the tree that are selected, of which the clicked one is the first argument. */
function requirementsOf(target: unknown, selected: unknown): string[] | undefined {
  if (typeof target === 'string') {
    return [target];
  }
  const nodes = Array.isArray(selected) && selected.includes(target) ? (selected as unknown[]) : [target];
  const ids = nodes.flatMap((node) =>
    typeof node === 'object' && node !== null && 'requirementId' in node && typeof node.requirementId === 'string'
      ? [node.requirementId]
      : [],
  );
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

function verbOf(value: unknown): Verb | undefined {
  return value === 'implements' || value === 'verifies' || value === 'partial' || value === 'todo' ? value : undefined;
}

async function run(
  sessions: Sessions,
  documents: DocumentSync,
  reporter: ErrorReporter,
  given: readonly string[] | undefined,
  givenVerb: Verb | undefined,
): Promise<void> {
  const editor = window.activeTextEditor;
  const located = editor === undefined ? undefined : sessions.of(editor.document);
  if (editor === undefined || located === undefined) {
    reporter.tell(t('Open a file of the workspace and put the cursor on the code to annotate.'), {
      title: t('Go to a file'),
      command: 'workbench.action.quickOpen',
    });
    return;
  }
  const { session, path } = located;
  const picked = given === undefined ? await pickRequirement(session) : undefined;
  const ids = given ?? (picked === undefined ? [] : [picked]);
  if (ids.length === 0) {
    return;
  }
  const verb = givenVerb ?? (await pickVerb(ids.join(', '), defaultVerbOf(session, path)));
  if (verb === undefined) {
    return;
  }
  await insert(editor, located, reporter, ids, verb);
  documents.flush();
}

/** One edit for all cursors: one undo takes them all back. */
async function insert(
  editor: TextEditor,
  located: Located,
  reporter: ErrorReporter,
  ids: readonly string[],
  verb: Verb,
): Promise<void> {
  const lines = editor.selections.map((selection) => selection.active.line);
  const results = await annotationsAt(editor.document, located, { ids, verb, lines });
  const insertions = distinct(results);
  if (insertions.length === 0) {
    reporter.tell(explain(results, ids.join(', ')));
    return;
  }
  const done = await editor.edit((edit) => {
    for (const { position, newText } of insertions) {
      edit.insert(new Position(position.line, position.character), newText);
    }
  });
  if (!done) {
    throw new Error(t('The file could not be changed.'));
  }
}

/** Two cursors in one statement ask for the same insertion. */
function distinct(results: readonly AnnotateResult[]): Insertion[] {
  const insertions = new Map<string, Insertion>();
  for (const result of results) {
    if (result.kind === 'insert') {
      const { position, newText } = result.insertion;
      insertions.set(`${position.line}:${position.character}:${newText}`, result.insertion);
    }
  }
  return [...insertions.values()];
}

function explain(results: readonly AnnotateResult[], requirement: string): string {
  return results.some((result) => result.kind === 'already-there')
    ? t('This code is annotated with {0} already.', requirement)
    : t('No comment can be written here that would be read as an annotation. Write it by hand, or move the cursor.');
}
