import { commands, Range, TabInputText, TextEditorRevealType, ViewColumn, window } from 'vscode';
import type { TextEditor, Uri } from 'vscode';
import type { Range as TextRange } from '../../base/text';
import { openCommand, toRange } from '../tree/openPlace';

/** Where a list leads to while somebody moves through it: shown in the editor without its focus, and taken back when nothing is chosen. */
export class PreviewedPlace {
  readonly #before = window.activeTextEditor;
  readonly #selection = this.#before?.selection;
  readonly #visible = this.#before?.visibleRanges[0];
  readonly #tab = window.tabGroups.activeTabGroup.activeTab;
  /** The one preview of a group makes room for ours. */
  readonly #previewed = window.tabGroups.activeTabGroup.tabs.find(({ isPreview }) => isPreview)?.input;
  readonly #openBefore = new Set(window.tabGroups.activeTabGroup.tabs.map((tab) => uriOf(tab.input)));
  readonly #shown = new Set<string>();
  /** The newest wish alone is carried out: keys repeat faster than editors open. */
  #wish: (() => Promise<void>) | undefined;
  #working: Promise<void> | undefined;
  readonly #fromEditor: boolean;
  readonly #onError: (error: unknown) => void;

  /** @param fromEditor whoever asked was in the editor, and wants to be there again */
  constructor(fromEditor: boolean, onError: (error: unknown) => void) {
    this.#fromEditor = fromEditor;
    this.#onError = onError;
  }

  get isUsed(): boolean {
    return this.#shown.size > 0;
  }

  show(uri: Uri, range: TextRange): void {
    this.#shown.add(uri.toString());
    void this.#carryOut(async () => {
      const options = { preview: true, preserveFocus: true, viewColumn: this.#column, selection: toRange(range) };
      await window.showTextDocument(uri, options);
    });
  }

  /** Opens a place for good. */
  open(uri: Uri, range?: TextRange): void {
    void this.#carryOut(async () => {
      const { command, arguments: parameters = [] } = openCommand(uri, range);
      await commands.executeCommand(command, ...(parameters as unknown[]));
    });
  }

  /** As if nothing had been shown. */
  async restore(): Promise<void> {
    if (this.isUsed) {
      await this.#carryOut(() => this.#restore());
    }
  }

  get #column(): ViewColumn {
    return this.#before?.viewColumn ?? ViewColumn.Active;
  }

  async #restore(): Promise<void> {
    const before = this.#before;
    const previewed = this.#previewed;
    if (previewed instanceof TabInputText && !isOpen(previewed.uri)) {
      await window.showTextDocument(previewed.uri, { viewColumn: this.#column, preview: true, preserveFocus: true });
    }
    if (before !== undefined && this.#selection !== undefined) {
      const editor = await window.showTextDocument(before.document, {
        viewColumn: this.#column,
        preview: this.#tab?.isPreview ?? false,
        preserveFocus: !this.#fromEditor,
        selection: this.#selection,
      });
      this.#scroll(editor);
    }
    const ours = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input, isPreview }) => {
        const uri = uriOf(input);
        return isPreview && this.#shown.has(uri) && !this.#openBefore.has(uri);
      });
    await window.tabGroups.close(ours, true);
  }

  #scroll(editor: TextEditor): void {
    if (this.#selection !== undefined) {
      editor.selection = this.#selection;
    }
    const start = this.#visible?.start;
    if (start !== undefined) {
      editor.revealRange(new Range(start, start), TextEditorRevealType.AtTop);
    }
  }

  /** Resolves once there is nothing left to do. */
  #carryOut(wish: () => Promise<void>): Promise<void> {
    this.#wish = wish;
    this.#working ??= this.#work();
    return this.#working;
  }

  async #work(): Promise<void> {
    for (let wish = this.#wish; wish !== undefined; wish = this.#wish) {
      this.#wish = undefined;
      try {
        await wish();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#working = undefined;
  }
}

function isOpen(uri: Uri): boolean {
  return window.tabGroups.activeTabGroup.tabs.some(({ input }) => uriOf(input) === uri.toString());
}

function uriOf(input: unknown): string {
  return input instanceof TabInputText ? input.uri.toString() : '';
}
