import { commands, Uri, window, workspace } from 'vscode';
import type { TextDocumentContentProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import { DisposableStore } from './disposableStore';

/** Shows what some work found, as documents that nobody has to save. */
export class TextReports implements Disposable, TextDocumentContentProvider {
  readonly #store = new DisposableStore();
  readonly #texts = new Map<string, string>();
  #count = 0;
  readonly #scheme: string;

  /** @param scheme of its documents, for nobody else */
  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#store.add(workspace.registerTextDocumentContentProvider(scheme, this));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /** @param name of the document, as its tab shows it */
  async show(name: string, text: string): Promise<void> {
    const uri = this.#add(name, text);
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  /** As `show`, a text in Markdown as it reads. */
  async showPreview(name: string, text: string): Promise<void> {
    await commands.executeCommand('markdown.showPreview', this.#add(name, text));
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#store.dispose();
  }

  #add(name: string, text: string): Uri {
    const uri = Uri.from({ scheme: this.#scheme, path: `/${name}`, query: String(++this.#count) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
