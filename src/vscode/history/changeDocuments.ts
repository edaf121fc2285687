import { Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import { changeScheme } from '../ids';

/** Older comparisons that are still open are empty when VS Code asks for them again. */
const MOST_KEPT = 40;

/** Read-only texts for the two sides of a comparison. */
export class ChangeDocuments implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: Disposable;
  #last = 0;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(changeScheme, this);
  }

  /** @param path by which VS Code tells the language */
  add(path: string, text: string): Uri {
    const uri = Uri.from({ scheme: changeScheme, path: `/${path}`, query: String(++this.#last) });
    this.#texts.set(uri.toString(), text);
    for (const [oldest] of this.#texts) {
      if (this.#texts.size <= MOST_KEPT) {
        break;
      }
      this.#texts.delete(oldest);
    }
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
