import { Uri, window, workspace } from 'vscode';
import type { TextDocumentContentProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import { packReportScheme } from '../ids';
import { DisposableStore } from '../support/disposableStore';

/** Shows what checks of evidence packs found, as documents that nobody has to save. */
export class PackReports implements Disposable, TextDocumentContentProvider {
  readonly #store = new DisposableStore();
  readonly #texts = new Map<string, string>();
  #count = 0;

  constructor() {
    this.#store.add(workspace.registerTextDocumentContentProvider(packReportScheme, this));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /** @param name of the document, as its tab shows it */
  async show(name: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme: packReportScheme, path: `/${name}`, query: String(++this.#count) });
    this.#texts.set(uri.toString(), text);
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#store.dispose();
  }
}
