import { commands, env, ThemeIcon, Uri, ViewColumn, window } from 'vscode';
import type { Webview, WebviewPanel } from 'vscode';
import type { Disposable } from '../../base/ports';
import { Command, webviewType } from '../ids';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import type { faqDocument as writeDocument } from './faqDocument';
import type { FaqFeedback } from './faqFeedback';
import type { FaqItem, FaqLibrary } from './faqLibrary';
import { faqTitle } from './faqTitle';

/** The answers of the FAQ as pages: one panel an answer, restored when the window opens again. */
// @segur ST.EDT.09
export class FaqPages implements Disposable {
  readonly #library: FaqLibrary;
  readonly #feedback: FaqFeedback;
  readonly #media: Uri;
  readonly #onError: (error: unknown) => void;
  readonly #store = new DisposableStore();
  readonly #panels = new Map<string, WebviewPanel>();

  constructor(library: FaqLibrary, feedback: FaqFeedback, extensionUri: Uri, onError: (error: unknown) => void) {
    this.#onError = onError;
    this.#library = library;
    this.#feedback = feedback;
    this.#media = Uri.joinPath(extensionUri, 'media');
    this.#store.add(library.onDidChange(() => this.#panels.forEach((panel, id) => this.#draw(panel, id))));
    this.#store.add(feedback.onDidChange((id) => this.#tellOpinion(id)));
    this.#store.add(
      window.registerWebviewPanelSerializer(webviewType, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const id = field(state, 'id');
          if (typeof id === 'string') {
            this.#adopt(panel, id);
          } else {
            panel.dispose();
          }
          return Promise.resolve();
        },
      }),
    );
  }

  /** Shows an answer; an unknown id is told to the user. */
  open(id: string): void {
    const item = this.#library.item(id);
    if (item === undefined) {
      void window.showWarningMessage(t('The FAQ has no answer {0}.', id));
      return;
    }
    const open = this.#panels.get(item.entry.id);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const panel = window.createWebviewPanel(webviewType, faqTitle(item.entry), ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#adopt(panel, item.entry.id);
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) {
      panel.dispose();
    }
    this.#store.dispose();
  }

  #adopt(panel: WebviewPanel, id: string): void {
    this.#panels.set(id, panel);
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#media] };
    panel.iconPath = new ThemeIcon('comment-discussion');
    panel.onDidDispose(() => {
      // A window that opens again may bring back one that was opened anew meanwhile.
      if (this.#panels.get(id) === panel) {
        this.#panels.delete(id);
      }
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(id, message));
    this.#draw(panel, id);
  }

  #draw(panel: WebviewPanel, id: string): void {
    const item = this.#library.item(id);
    if (item === undefined) {
      return;
    }
    panel.title = faqTitle(item.entry);
    import('./faqDocument').then(({ faqDocument }) => {
      // It may have been closed in the meantime.
      if (this.#panels.get(id) === panel) {
        panel.webview.html = this.#html(item, panel.webview, faqDocument);
      }
    }, this.#onError);
  }

  #html(item: FaqItem, webview: Webview, faqDocument: typeof writeDocument): string {
    return faqDocument(
      {
        ...item,
        opinion: this.#feedback.get(item.entry.id),
        language: env.language,
        resources: {
          style: webview.asWebviewUri(Uri.joinPath(this.#media, 'faqPage.css')).toString(),
          script: webview.asWebviewUri(Uri.joinPath(this.#media, 'faqPage.js')).toString(),
          cspSource: webview.cspSource,
          nonce: crypto.randomUUID(),
        },
      },
      t,
    );
  }

  #receive(id: string, message: unknown): void {
    const requirement = field(message, 'requirement');
    const useful = field(message, 'useful');
    if (typeof requirement === 'string') {
      commands.executeCommand(Command.ShowRequirement, requirement).then(undefined, this.#onError);
    } else if (typeof useful === 'boolean') {
      this.#feedback.toggle(id, useful).catch(this.#onError);
    }
  }

  #tellOpinion(id: string): void {
    const answer = { useful: this.#feedback.get(id)?.useful ?? null };
    this.#panels.get(id)?.webview.postMessage(answer).then(undefined, this.#onError);
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
