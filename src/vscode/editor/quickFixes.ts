import { CodeAction, CodeActionKind, CodeActionTriggerKind, languages, workspace, WorkspaceEdit } from 'vscode';
import type { CodeActionContext, CodeActionProvider, Diagnostic, Range, TextDocument } from 'vscode';
import { languageForDocument } from '../../annotations/languages';
import type { FileAnnotations } from '../../annotations/model';
import { parseAnnotations } from '../../annotations/parseAnnotations';
import { render } from '../../base/message';
import type { Disposable } from '../../base/ports';
import type { CommentTokens } from '../../language/annotate';
import type { Fix, FixRequest } from '../../language/fixes/fix';
import { fixesAt, problemFixes } from '../../language/fixes/fixesAt';
import { fixAll } from '../../language/fixes/fullIds';
import { projectFixesAt } from '../../language/fixes/projectFixes';
import { localClock } from '../../workspace/localClock';
import type { DocumentSync } from '../documentSync';
import { Command, diagnosticSource, projectFile } from '../ids';
import type { Located, Sessions } from '../sessions';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { configuredComments } from './configuredComments';

const FIX_ALL = CodeActionKind.SourceFixAll.append('segur');

const KINDS: Readonly<Record<Fix['kind'], CodeActionKind>> = {
  'quick-fix': CodeActionKind.QuickFix,
  rewrite: CodeActionKind.RefactorRewrite,
  source: FIX_ALL,
};

/** An action of the editor's menu whose edit may still have to be made. */
class OfferedFix extends CodeAction {
  readonly fix: Fix;
  readonly document: TextDocument;

  constructor(fix: Fix, document: TextDocument, diagnostics: readonly Diagnostic[]) {
    super(render(t, fix.title), KINDS[fix.kind]);
    this.fix = fix;
    this.document = document;
    this.isPreferred = fix.preferred;
    this.diagnostics = diagnostics.filter((diagnostic) => isAbout(diagnostic, fix));
    const task = fix.suggestAt === undefined ? fix.task : { kind: 'suggest', at: fix.suggestAt };
    if (task !== undefined) {
      this.command = { command: Command.CarryOutFix, title: this.title, arguments: [document.uri.toString(), task] };
    }
    if (fix.lazy !== true) {
      this.writeEdit();
    }
  }

  writeEdit(): void {
    const { edits } = this.fix;
    if (edits.length > 0) {
      this.edit = new WorkspaceEdit();
      for (const { range, newText } of edits) {
        this.edit.replace(this.document.uri, toRange(range), newText);
      }
    }
  }
}

function isAbout({ source, code, range }: Diagnostic, { problem }: Fix): boolean {
  const name = typeof code === 'object' ? code.value : code;
  return (
    source === diagnosticSource &&
    problem !== undefined &&
    name === problem.code &&
    (problem.range === undefined || range.intersection(toRange(problem.range)) !== undefined)
  );
}

/** Fixes of annotations in files of any language, and of the entries of `segur.yaml`. */
export function registerQuickFixes(sessions: Sessions, documents: DocumentSync): Disposable {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range, context): Promise<CodeAction[] | undefined> {
      const located = locate(sessions, document);
      if (located === undefined) {
        return undefined;
      }
      documents.flush();
      const fixes = [
        ...((await annotationFixes(located, document, range, context)) ?? []),
        ...(isProjectFile(located) ? projectFixes(located, document, range, context) : []),
      ];
      return fixes
        .filter((fix) => wants(context, KINDS[fix.kind]))
        .map((fix) => new OfferedFix(fix, document, context.diagnostics));
    },
    resolveCodeAction(action: CodeAction): CodeAction {
      if (action instanceof OfferedFix) {
        action.writeEdit();
      }
      return action;
    },
  };
  return languages.registerCodeActionsProvider({ pattern: '**' }, provider, {
    providedCodeActionKinds: Object.values(KINDS),
  });
}

function wants({ only }: CodeActionContext, kind: CodeActionKind): boolean {
  return only === undefined ? kind !== FIX_ALL : only.contains(kind);
}

/** Unasked, only what mends a problem: a light at every annotation would be in the way. */
async function annotationFixes(
  { session, path }: Located,
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
): Promise<readonly Fix[] | undefined> {
  const known = session.files.annotationsOf(path);
  // Asked at each move of the cursor: in a file that says nothing not even its text is fetched.
  if (known === undefined) {
    return undefined;
  }
  const text = document.getText();
  const language = languageForDocument(path, document.languageId, text);
  const file: FileAnnotations = isCell(document) ? parseAnnotations(text, { language, marker: session.marker }) : known;
  const { trace, catalog, marker } = session;
  const isTest = (other: string): boolean => session.files.isTest(other);
  const request: FixRequest = { path, text, language, marker, file, range, trace, catalog, isTest };
  if (context.only !== undefined && FIX_ALL.intersects(context.only)) {
    return [fixAll(request) ?? []].flat();
  }
  if (context.triggerKind === CodeActionTriggerKind.Automatic) {
    return problemFixes(request);
  }
  const comment: CommentTokens | undefined = await configuredComments(document.languageId);
  return fixesAt(comment === undefined ? request : { ...request, comment });
}

/** Unasked, only what mends a problem, as in code. */
function projectFixes(
  { session }: Located,
  document: TextDocument,
  range: Range,
  { triggerKind }: CodeActionContext,
): readonly Fix[] {
  const { trace, catalog } = session;
  const fixes = projectFixesAt({ text: document.getText(), range, catalog, trace, today: localClock.today() });
  return triggerKind === CodeActionTriggerKind.Automatic ? fixes.filter(({ kind }) => kind !== 'rewrite') : fixes;
}

function isProjectFile({ path }: Located): boolean {
  return path === projectFile;
}

/** A cell of a notebook is a document of its own, in the place of its notebook. */
function locate(sessions: Sessions, document: TextDocument): Located | undefined {
  const notebook = isCell(document)
    ? workspace.notebookDocuments.find((one) => one.getCells().some((cell) => cell.document === document))
    : undefined;
  return notebook === undefined ? sessions.of(document) : sessions.locate(notebook.uri);
}

function isCell({ uri }: TextDocument): boolean {
  return uri.scheme === 'vscode-notebook-cell';
}
