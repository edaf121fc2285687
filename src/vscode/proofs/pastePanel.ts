import { env, ThemeIcon, Uri, ViewColumn, window } from 'vscode';
import type { WebviewPanel } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { FolderSession } from '../folderSession';
import { pasteType } from '../ids';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { pastePage } from './pastePage';
import { proofFolderOf } from './proofFolder';
import { saveScreenshot } from './saveScreenshot';

/**
 * Pages that take screenshots, one a requirement: an extension cannot read pictures from the clipboard, a page can when the user pastes into it.
 * They may show pictures of their own alone, and nothing from outside.
 */
export class PastePanels implements Disposable {
  readonly #media: Uri;
  readonly #reporter: ErrorReporter;
  readonly #panels = new Map<string, WebviewPanel>();

  constructor(extensionUri: Uri, reporter: ErrorReporter) {
    this.#media = Uri.joinPath(extensionUri, 'media');
    this.#reporter = reporter;
  }

  async open(session: FolderSession, id: string): Promise<void> {
    const key = `${session.key} ${id}`;
    const open = this.#panels.get(key);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const folder = await proofFolderOf(session, id);
    const panel = window.createWebviewPanel(pasteType, t('Screenshot for {0}', id), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [this.#media],
      // What was pasted and not saved yet stays while another tab is on top.
      retainContextWhenHidden: true,
    });
    this.#panels.set(key, panel);
    panel.iconPath = new ThemeIcon('device-camera');
    panel.onDidDispose(() => this.#panels.delete(key));
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(panel, session, id, message));
    panel.webview.html = pastePage(
      {
        id,
        title: session.trace.requirement(id)?.requirement.title ?? '',
        language: env.language,
        folder: session.pathOf(folder) ?? '',
        style: panel.webview.asWebviewUri(Uri.joinPath(this.#media, 'pasteProof.css')).toString(),
        script: panel.webview.asWebviewUri(Uri.joinPath(this.#media, 'pasteProof.js')).toString(),
        cspSource: panel.webview.cspSource,
        nonce: crypto.randomUUID(),
      },
      t,
    );
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) {
      panel.dispose();
    }
  }

  #receive(panel: WebviewPanel, session: FolderSession, id: string, message: unknown): void {
    const bytes = bytesIn(message);
    const answer = (text: object): void => {
      // It may have been closed in the meantime.
      if ([...this.#panels.values()].includes(panel)) {
        panel.webview.postMessage(text).then(undefined, (error: unknown) => this.#reporter.log(error));
      }
    };
    if (bytes === undefined) {
      answer({ kept: t('This is no picture in PNG format') });
      return;
    }
    saveScreenshot(session, id, bytes).then(
      (path) => answer(path === undefined ? { kept: '' } : { saved: t('Saved: {0}', path) }),
      (error: unknown) => {
        this.#reporter.log(error);
        answer({ kept: error instanceof Error ? error.message : String(error) });
      },
    );
  }
}

/** A page sends bytes as an array of them, or as their buffer. */
function bytesIn(message: unknown): Uint8Array | undefined {
  const png = typeof message === 'object' && message !== null && 'png' in message ? message.png : undefined;
  return png instanceof ArrayBuffer ? new Uint8Array(png) : png instanceof Uint8Array ? png : undefined;
}
