import { commands, Range, ViewColumn, window, workspace } from 'vscode';
import type { WebviewPanel } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { MatrixOptions } from '../../report/matrixFormat';
import { localClock } from '../../workspace/localClock';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { StoredHistory } from '../history/storedHistory';
import { Command, dashboardType } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { interfaceLanguage } from '../support/interfaceLanguage';
import { pickSession } from '../support/pickSession';
import { t } from '../support/translate';

/** After a change the page is made anew once nothing has changed for so long. In milliseconds. */
const REST = 700;

/** *Open dashboard*: the page of the matrix in a tab, which follows the folder. One for each folder. */
// @segur ST.OUT.05
export class Dashboards implements Disposable {
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;
  readonly #reporter: ErrorReporter;
  readonly #store = new DisposableStore();
  readonly #open = new Map<string, OpenDashboard>();

  constructor(sessions: Sessions, documents: DocumentSync, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#reporter = reporter;
    this.#store.add(commands.registerCommand(Command.OpenDashboard, () => this.#show()));
    this.#store.add(
      window.registerWebviewPanelSerializer(dashboardType, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
    );
    this.#store.add(sessions.onDidChangeTrace((session) => this.#open.get(session.key)?.changed()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#followFolders()));
  }

  dispose(): void {
    for (const one of [...this.#open.values()]) {
      one.panel.dispose();
    }
    this.#store.dispose();
  }

  async #show(): Promise<void> {
    await this.#guarded(async () => {
      this.#documents.flush();
      const session = await pickSession(this.#sessions);
      if (session === undefined) {
        return;
      }
      const open = this.#open.get(session.key);
      if (open !== undefined) {
        open.panel.reveal();
        return;
      }
      await this.#adopt(window.createWebviewPanel(dashboardType, titleOf(session), ViewColumn.Active), session);
    });
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const key = typeof state === 'object' && state !== null && 'folder' in state ? state.folder : undefined;
    const session = typeof key === 'string' ? this.#sessions.byKey(key) : undefined;
    if (session === undefined || this.#open.has(session.key)) {
      // Its folder is no longer part of the workspace.
      panel.dispose();
      return;
    }
    await this.#guarded(() => this.#adopt(panel, session));
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#reporter.show(t('The dashboard could not be shown'), error);
    }
  }

  async #adopt(panel: WebviewPanel, session: FolderSession): Promise<void> {
    const open = new OpenDashboard(panel, session, this.#reporter);
    this.#open.set(session.key, open);
    panel.onDidDispose(() => {
      open.dispose();
      if (this.#open.get(session.key) === open) {
        this.#open.delete(session.key);
      }
    });
    await open.draw();
  }

  /** A folder that is read anew has another session; one that left has none. */
  #followFolders(): void {
    for (const [key, open] of [...this.#open]) {
      const session = this.#sessions.byKey(key);
      if (session === undefined) {
        open.panel.dispose();
      } else {
        open.follow(session);
      }
    }
  }
}

class OpenDashboard implements Disposable {
  readonly panel: WebviewPanel;
  readonly #reporter: ErrorReporter;
  #session: FolderSession;
  #history: StoredHistory;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The page that a hidden tab will show is no longer what the folder says. */
  #isStale = false;
  /** The tab was closed: whoever is still reading for it has nobody to show it to. */
  #isClosed = false;

  constructor(panel: WebviewPanel, session: FolderSession, reporter: ErrorReporter) {
    this.panel = panel;
    this.#session = session;
    this.#history = new StoredHistory(session, () => this.changed());
    this.#reporter = reporter;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      this.#receive(message).catch((error: unknown) => this.#reporter.log(error));
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#isStale) {
        this.#run(() => this.draw());
      }
    });
  }

  follow(session: FolderSession): void {
    if (session !== this.#session) {
      this.#session = session;
      this.#history.dispose();
      this.#history = new StoredHistory(session, () => this.changed());
      this.changed();
    }
  }

  /** The folder says something else. */
  changed(): void {
    this.#isStale = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (this.panel.visible) {
        this.#run(() => this.#update());
      }
    }, REST);
  }

  /** The whole page. */
  async draw(): Promise<void> {
    await this.#session.settled();
    const { writeHtml } = await import('../../report/formats');
    this.#isStale = false;
    const options = await this.#options();
    if (!this.#isClosed) {
      this.panel.webview.html = writeHtml(this.#session.trace, options);
    }
  }

  dispose(): void {
    this.#isClosed = true;
    clearTimeout(this.#resting);
    this.#history.dispose();
  }

  /** Other content in the same page: what the reader chose, and where he is, stays. */
  async #update(): Promise<void> {
    const { pageContent } = await import('../../report/formats');
    this.#isStale = false;
    const options = await this.#options();
    if (!this.#isClosed) {
      await this.panel.webview.postMessage({ content: pageContent(this.#session.trace, options).text });
    }
  }

  async #options(): Promise<MatrixOptions> {
    const history = await this.#history.now();
    return { t, language: interfaceLanguage(), inEditor: true, generatedAt: localClock.today(), history };
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#reporter.log(error));
  }

  /** From the page's script: what stands in it comes from the workspace, so a path must lead into the folder. */
  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null) {
      return;
    }
    if ('ready' in message) {
      await this.panel.webview.postMessage({ keep: { folder: this.#session.key } });
    } else if ('requirement' in message && typeof message.requirement === 'string') {
      await commands.executeCommand(Command.ShowRequirement, message.requirement);
    } else if ('compare' in message && typeof message.compare === 'string') {
      await commands.executeCommand(Command.CompareTrace, { folder: this.#session.key, before: message.compare });
    } else if ('file' in message && typeof message.file === 'string') {
      const line = 'line' in message ? Number(message.line) : 0;
      await this.#openFile(message.file, Number.isInteger(line) && line > 0 ? line - 1 : undefined);
    }
  }

  async #openFile(path: string, line: number | undefined): Promise<void> {
    const uri = this.#session.uriOf(path);
    if (this.#session.pathOf(uri) === undefined) {
      return;
    }
    const selection = line === undefined ? {} : { selection: new Range(line, 0, line, 0) };
    // Beside the dashboard where there is room already; else in front of it, a step back away.
    const viewColumn = window.tabGroups.all.length > 1 ? otherColumn(this.panel.viewColumn) : ViewColumn.Active;
    await commands.executeCommand('vscode.open', uri, { viewColumn, ...selection });
  }
}

function otherColumn(column: ViewColumn | undefined): ViewColumn {
  return window.tabGroups.all.map((group) => group.viewColumn).find((one) => one !== column) ?? ViewColumn.Active;
}

function titleOf({ folder }: FolderSession): string {
  return (workspace.workspaceFolders ?? []).length > 1 ? t('Ségur dashboard — {0}', folder.name) : t('Ségur dashboard');
}
