import { languages, Uri, workspace } from 'vscode';
import type { Diagnostic, DiagnosticCollection } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { Problem } from '../../base/problem';
import type { FolderSession } from '../folderSession';
import { diagnosticSource, projectFile, Setting } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { problemSeverities } from './problemSeverities';
import { chooseShown, severityOf, shownLimits } from './shownProblems';
import type { Severities } from './shownProblems';
import { leftOutDiagnostic, looksSame, toDiagnostic } from './toDiagnostic';

/** The trace's problems in VS Code's Problems panel and under the text. */
// @segur ST.EDT.05
export class ProblemsPanel implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #collection: DiagnosticCollection;
  /** By folder. */
  readonly #shown = new Map<string, FolderLines>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#collection = this.#store.add(languages.createDiagnosticCollection(diagnosticSource));
    this.#store.add(sessions.onDidChangeTrace((session) => this.#draw(session)));
    this.#store.add(sessions.onDidChangeFolders(() => this.#forgetClosedFolders()));
    this.#store.add(workspace.onDidOpenTextDocument(({ uri }) => this.#drawWhereCut(uri)));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#drawWhereCut(uri)));
    this.#store.add(
      workspace.onDidChangeConfiguration((event) => {
        for (const session of sessions.all) {
          if (event.affectsConfiguration(Setting.ProblemSeverity, session.folder)) {
            this.#draw(session, problemSeverities(session.folder));
          }
        }
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Only what changed is set again: problems that are the same objects as before need not be worded anew. */
  #draw(session: FolderSession, newSeverities?: Severities): void {
    const before = this.#shown.get(session.key);
    const severities = newSeverities ?? before?.severities ?? problemSeverities(session.folder);
    const open = new Set(workspace.textDocuments.map(({ uri }) => session.pathOf(uri)));
    const { files, left } = chooseShown(session.trace.problemsByFile, {
      severities,
      isOpen: (file) => open.has(file),
      limits: shownLimits,
    });
    const lines = new Map<string, FileLines>();
    for (const [file, problems] of files) {
      const uri = session.uriOf(file).toString();
      const known = before?.lines.get(uri);
      const same = severities === before?.severities && known !== undefined && sameItems(known.problems, problems);
      lines.set(uri, same ? known : linesOf(problems, severities, session, known));
    }
    const changed = [...new Set([...(before?.lines.keys() ?? []), ...lines.keys()])].filter(
      (uri) => before?.lines.get(uri)?.diagnostics !== lines.get(uri)?.diagnostics,
    );
    const rest = left === 0 ? undefined : restLine(session, left, files, before?.rest);
    if (rest !== before?.rest) {
      changed.push(...[rest, before?.rest].flatMap((line) => line?.uri ?? []));
    }
    this.#shown.set(session.key, { severities, lines, rest });
    this.#show(new Set(changed));
  }

  /** A file that is opened shows all its problems, where the limits left some out. */
  #drawWhereCut(uri: Uri): void {
    for (const { session } of this.#sessions.locateAll(uri)) {
      if (this.#shown.get(session.key)?.rest !== undefined) {
        this.#draw(session);
      }
    }
  }

  #forgetClosedFolders(): void {
    for (const [key, { lines, rest }] of this.#shown) {
      if (this.#sessions.byKey(key) === undefined) {
        this.#shown.delete(key);
        this.#show(new Set([...lines.keys(), ...(rest === undefined ? [] : [rest.uri])]));
      }
    }
  }

  #show(uris: ReadonlySet<string>): void {
    const folders = [...this.#shown.values()];
    const entries = [...uris].map((uri): [Uri, readonly Diagnostic[] | undefined] => {
      const own = folders.flatMap(({ lines }) => lines.get(uri)?.diagnostics ?? []);
      const rest = folders.flatMap((folder) => (folder.rest?.uri === uri ? [folder.rest.diagnostic] : []));
      const all = [...(folders.length === 1 ? own : distinct(own)), ...rest];
      return [Uri.parse(uri), all.length === 0 ? undefined : all];
    });
    this.#collection.set(entries);
  }
}

interface FolderLines {
  readonly severities: Severities;
  /** Files that have lines in the panel. One file may have lines of several folders, such as a catalogue that they share. */
  readonly lines: ReadonlyMap<string, FileLines>;
  readonly rest: RestLine | undefined;
}

interface FileLines {
  /** What the diagnostics were made of. */
  readonly problems: readonly Problem[];
  /** The same list as before where a reader would see no difference. */
  readonly diagnostics: readonly Diagnostic[];
}

interface RestLine {
  readonly uri: string;
  readonly left: number;
  readonly diagnostic: Diagnostic;
}

function linesOf(
  problems: readonly Problem[],
  severities: Severities,
  session: FolderSession,
  known: FileLines | undefined,
): FileLines {
  const diagnostics = problems.map((problem) =>
    toDiagnostic(problem, severityOf(problem, severities) ?? problem.severity, (file) => session.uriOf(file)),
  );
  return {
    problems,
    diagnostics: known !== undefined && allLookSame(known.diagnostics, diagnostics) ? known.diagnostics : diagnostics,
  };
}

/** Stands in the project file, where there is one: in no file that has to do with what was left out. */
function restLine(
  session: FolderSession,
  left: number,
  files: ReadonlyMap<string, unknown>,
  before: RestLine | undefined,
): RestLine {
  const [first = projectFile] = files.keys();
  const uri = session.uriOf(session.files.hasProjectFile ? projectFile : first).toString();
  return before?.uri === uri && before.left === left ? before : { uri, left, diagnostic: leftOutDiagnostic(left) };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function allLookSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, at) => b[at] !== undefined && looksSame(one, b[at]));
}

/** What several folders say alike of a file that they share is said once. */
function distinct(lines: readonly Diagnostic[]): Diagnostic[] {
  return lines.filter((line, at) => lines.findIndex((other) => looksSame(line, other)) === at);
}
