import { Diagnostic, DiagnosticSeverity, DiagnosticTag, languages, Range, Uri } from 'vscode';
import type { DiagnosticCollection } from 'vscode';
import { message, render } from '../base/message';
import type { Disposable } from '../base/ports';
import { ProblemCode } from '../base/problem';
import type { Problem, Severity } from '../base/problem';
import type { FolderSession } from './folderSession';
import { diagnosticSource } from './ids';
import type { Sessions } from './sessions';
import { DisposableStore } from './support/disposableStore';
import { t } from './support/translate';
import { toRange } from './tree/openPlace';

/** More than this in one folder helps nobody and slows the panel down; a last line says how many were left out. */
const LIMIT = 1000;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The trace's problems in VS Code's Problems panel and under the text. */
export class ProblemsPanel implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #collection: DiagnosticCollection;
  /** Files that have lines in the panel, with what they show: only what changed is set again. */
  readonly #shown = new Map<string, Map<string, string>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#collection = this.#store.add(languages.createDiagnosticCollection(diagnosticSource));
    this.#store.add(sessions.onDidChangeTrace((session) => this.#draw(session)));
    this.#store.add(sessions.onDidChangeFolders(() => this.#forgetClosedFolders()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #draw(session: FolderSession): void {
    const before = this.#shown.get(session.key) ?? new Map<string, string>();
    const now = new Map<string, string>();
    for (const [file, problems] of byFile(session.trace.problems)) {
      const uri = session.uriOf(file);
      const look = JSON.stringify(problems);
      now.set(uri.toString(), look);
      if (before.get(uri.toString()) !== look) {
        this.#collection.set(uri, problems.map(toDiagnostic));
      }
    }
    this.#clear([...before.keys()].filter((uri) => !now.has(uri)));
    this.#shown.set(session.key, now);
  }

  #forgetClosedFolders(): void {
    for (const [key, files] of this.#shown) {
      if (this.#sessions.byKey(key) === undefined) {
        this.#clear([...files.keys()]);
        this.#shown.delete(key);
      }
    }
  }

  #clear(uris: readonly string[]): void {
    this.#collection.set(uris.map((uri) => [Uri.parse(uri), undefined]));
  }
}

type Shown = Pick<Problem, 'range' | 'message' | 'remedy' | 'severity'> & { readonly code?: ProblemCode };

/** Problems of the catalogues that ship are ours, not the user's: they are left out. */
function byFile(problems: readonly Problem[]): Map<string, Shown[]> {
  const own = problems.filter((problem) => !problem.file.startsWith('builtin:'));
  const listed =
    own.length <= LIMIT
      ? own
      : [...own].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, LIMIT);
  const files = new Map<string, Shown[]>();
  for (const problem of listed) {
    const known = files.get(problem.file);
    if (known === undefined) {
      files.set(problem.file, [problem]);
    } else {
      known.push(problem);
    }
  }
  const [first] = files.values();
  if (listed.length < own.length) {
    first?.push({
      severity: 'information',
      message: message('Problems that are not shown: {0}', own.length - listed.length),
    });
  }
  return files;
}

function toDiagnostic(problem: Shown): Diagnostic {
  const range = problem.range === undefined ? new Range(0, 0, 0, 0) : toRange(problem.range);
  const text = render(t, problem.message);
  const remedy = problem.remedy === undefined ? '' : `\n${render(t, problem.remedy)}`;
  const diagnostic = new Diagnostic(range, text + remedy, severities[problem.severity]);
  diagnostic.source = diagnosticSource;
  if (problem.code !== undefined) {
    diagnostic.code = problem.code;
  }
  if (problem.code === ProblemCode.AnnotationObsolete || problem.code === ProblemCode.AnnotationAlias) {
    diagnostic.tags = [DiagnosticTag.Deprecated];
  }
  return diagnostic;
}
