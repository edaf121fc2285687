import type { AnnotationIndex } from './annotationIndex';
import type { FileAnnotator } from './fileAnnotator';
import type { ScanScope } from './scanScope';

interface Buffer {
  readonly text: string;
  readonly languageId?: string;
}

/** The texts in the editors. A keystroke costs one parse and nothing else: whether a scan would read the file is found out once. */
// @segur ST.SCN.03
export class OpenBuffers {
  readonly #index: AnnotationIndex;
  readonly #onError: (error: unknown) => void;
  readonly #texts = new Map<string, Buffer>();
  readonly #verdicts = new Map<string, boolean>();
  readonly #asking = new Map<string, Promise<void>>();
  #rules: { readonly annotator: FileAnnotator; readonly scope: ScanScope } | undefined;

  constructor(index: AnnotationIndex, onError: (error: unknown) => void) {
    this.#index = index;
    this.#onError = onError;
  }

  /** Until the first call texts are only kept: what they say depends on the project file. */
  use(annotator: FileAnnotator, scope: ScanScope): void {
    this.#rules = { annotator, scope };
    this.#verdicts.clear();
    for (const path of this.#texts.keys()) {
      this.#read(path);
    }
  }

  set(path: string, text: string, languageId: string | undefined): void {
    this.#texts.set(path, languageId === undefined ? { text } : { text, languageId });
    this.#read(path);
  }

  /** What an editor holds. */
  get(path: string): Buffer | undefined {
    return this.#texts.get(path);
  }

  close(path: string): void {
    this.#texts.delete(path);
    this.#verdicts.delete(path);
    this.#index.clearOverlay(path);
  }

  async settled(): Promise<void> {
    while (this.#asking.size > 0) {
      await Promise.all(this.#asking.values());
    }
  }

  #read(path: string): void {
    const buffer = this.#texts.get(path);
    const rules = this.#rules;
    if (buffer === undefined || rules === undefined) {
      return;
    }
    const verdict = this.#verdicts.get(path);
    if (verdict === true) {
      this.#index.setOverlay(path, rules.annotator.annotateText(path, buffer.text, buffer.languageId));
    } else if (verdict === false) {
      this.#index.clearOverlay(path);
    } else {
      this.#ask(path, rules.scope);
    }
  }

  #ask(path: string, scope: ScanScope): void {
    if (this.#asking.has(path)) {
      return;
    }
    const answer = scope
      .includes(path)
      .then((verdict) => {
        this.#asking.delete(path);
        // Rules that changed in the meantime ask again.
        if (this.#rules?.scope === scope) {
          this.#verdicts.set(path, verdict);
        }
        this.#read(path);
      })
      .catch((error: unknown) => {
        this.#asking.delete(path);
        this.#onError(error);
      });
    this.#asking.set(path, answer);
  }
}
