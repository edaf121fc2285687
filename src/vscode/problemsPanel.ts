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
  /** Of each folder, the files that have lines in the panel. One file may have lines of several folders, such as a catalogue that they share. */
  readonly #shown = new Map<string, Map<string, FileLines>>();

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
    const before = this.#shown.get(session.key) ?? new Map<string, FileLines>();
    const now = new Map<string, FileLines>();
    for (const [file, problems] of byFile(session.trace.problems)) {
      const uri = session.uriOf(file).toString();
      const look = JSON.stringify(problems);
      const known = before.get(uri);
      now.set(uri, known?.look === look ? known : { look, lines: problems.map(toDiagnostic) });
    }
    this.#shown.set(session.key, now);
    // Only what changed is set again.
    this.#show([...new Set([...before.keys(), ...now.keys()])].filter((uri) => before.get(uri) !== now.get(uri)));
  }

  #forgetClosedFolders(): void {
    for (const [key, files] of this.#shown) {
      if (this.#sessions.byKey(key) === undefined) {
        this.#shown.delete(key);
        this.#show([...files.keys()]);
      }
    }
  }

  #show(uris: readonly string[]): void {
    const folders = [...this.#shown.values()];
    this.#collection.set(
      uris.map((uri) => {
        const lines = folders.flatMap((files) => files.get(uri)?.lines ?? []);
        return [Uri.parse(uri), lines.length === 0 ? undefined : distinct(lines)];
      }),
    );
  }
}

interface FileLines {
  /** What `lines` were made of. */
  readonly look: string;
  readonly lines: readonly Diagnostic[];
}

/** What several folders say alike of a file that they share is said once. */
function distinct(lines: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(lines.map((line) => [JSON.stringify([line.range, line.code, line.message]), line])).values()];
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
