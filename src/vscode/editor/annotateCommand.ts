import { commands, Position, window } from 'vscode';
import type { TextEditor } from 'vscode';
import { languageForDocument } from '../../annotations/languages';
import type { Verb } from '../../annotations/model';
import type { Disposable } from '../../base/ports';
import { annotate, type AnnotateResult, type Insertion } from '../../language/annotate';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { configuredComments } from './configuredComments';
import { pickRequirement, pickVerb } from './requirementPick';

/** *Annotate code with a requirement*: argument, when there is one, a requirement's id or a node of the tree. */
export function registerAnnotate(sessions: Sessions, documents: DocumentSync, reporter: ErrorReporter): Disposable {
  return commands.registerCommand(Command.Annotate, async (target?: unknown, verb?: unknown) => {
    try {
      await run(sessions, documents, reporter, requirementOf(target), verbOf(verb));
    } catch (error) {
      await reporter.show(t('The annotation could not be written'), error);
    }
  });
}

function requirementOf(target: unknown): string | undefined {
  if (typeof target === 'string') {
    return target;
  }
  const isNode = typeof target === 'object' && target !== null && 'requirementId' in target;
  return isNode && typeof target.requirementId === 'string' ? target.requirementId : undefined;
}

function verbOf(value: unknown): Verb | undefined {
  return value === 'implements' || value === 'verifies' || value === 'partial' || value === 'todo' ? value : undefined;
}

async function run(
  sessions: Sessions,
  documents: DocumentSync,
  reporter: ErrorReporter,
  given: string | undefined,
  givenVerb: Verb | undefined,
): Promise<void> {
  const editor = window.activeTextEditor;
  const located = editor === undefined ? undefined : sessions.of(editor.document);
  if (editor === undefined || located === undefined) {
    reporter.tell(t('Open a file of the workspace and put the cursor on the code to annotate.'));
    return;
  }
  const { session, path } = located;
  const requirement = given ?? (await pickRequirement(session));
  if (requirement === undefined) {
    return;
  }
  const defaultVerb: Verb = session.files.isTest(path) ? 'verifies' : 'implements';
  const verb = givenVerb ?? (await pickVerb(requirement, defaultVerb));
  if (verb === undefined) {
    return;
  }
  await insert(editor, session, path, reporter, { requirement, verb, defaultVerb });
  documents.flush();
}

interface Choice {
  readonly requirement: string;
  readonly verb: Verb;
  readonly defaultVerb: Verb;
}

/** One edit for all cursors: one undo takes them all back. */
async function insert(
  editor: TextEditor,
  session: FolderSession,
  path: string,
  reporter: ErrorReporter,
  choice: Choice,
): Promise<void> {
  const { document } = editor;
  const language = languageForDocument(path, document.languageId);
  const comment = await configuredComments(document.languageId);
  const text = document.getText();
  const results = editor.selections.map((selection) =>
    annotate({
      text,
      language,
      marker: session.marker,
      line: selection.active.line,
      ids: [choice.requirement],
      verb: choice.verb,
      defaultVerb: choice.defaultVerb,
      ...(comment === undefined ? {} : { comment }),
    }),
  );
  const insertions = distinct(results);
  if (insertions.length === 0) {
    reporter.tell(explain(results, choice.requirement));
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
