import type { Disposable } from '../../base/ports';
import { Emitter } from '../../base/emitter';
import type { Catalog, Facet, FaqEntry } from '../../catalog/model';
import { createCatalogSearch } from '../../catalog/searchCatalog';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';

/** An answer together with the catalogue that joins it to requirements. */
export interface FaqItem {
  readonly entry: FaqEntry;
  readonly catalog: Catalog;
}

/** The answers of every folder's catalogues, each once; without a folder, those that ship with the extension. */
export class FaqLibrary implements Disposable {
  readonly #sessions: Sessions;
  readonly #builtin: () => Promise<Catalog>;
  readonly #store = new DisposableStore();
  readonly #changes: Emitter<void>;
  readonly #onError: (error: unknown) => void;
  readonly #searches = new WeakMap<Catalog, ReturnType<typeof createCatalogSearch>>();
  #catalogs: readonly Catalog[] = [];
  #shipped: Catalog | undefined;

  constructor(sessions: Sessions, builtin: () => Promise<Catalog>, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#builtin = builtin;
    this.#onError = onError;
    this.#changes = this.#store.add(new Emitter<void>(onError));
    this.#store.add(sessions.onDidChangeFolders(() => this.#refresh()));
    this.#store.add(sessions.onDidChangeTrace(() => this.#refresh()));
    this.#refresh();
  }

  get onDidChange() {
    return this.#changes.event;
  }

  get items(): FaqItem[] {
    const items = new Map<string, FaqItem>();
    for (const catalog of this.#catalogs) {
      for (const entry of catalog.faq) {
        if (!items.has(entry.id)) {
          items.set(entry.id, { entry, catalog });
        }
      }
    }
    return [...items.values()];
  }

  /** With the values of every catalogue, each once. */
  get facets(): Facet[] {
    const facets = new Map<string, Facet>();
    const { items } = this;
    for (const facet of this.#catalogs.flatMap((catalog) => catalog.facets)) {
      const known = facets.get(facet.id);
      const used = items.flatMap(({ entry }) => entry.facets[facet.id] ?? []);
      const values = [...new Set([...(known?.values ?? []), ...facet.values, ...used])];
      facets.set(facet.id, { id: facet.id, question: known?.question ?? facet.question, values });
    }
    return [...facets.values()];
  }

  item(id: string): FaqItem | undefined {
    for (const catalog of this.#catalogs) {
      const entry = catalog.faqEntry(id);
      if (entry !== undefined) {
        return { entry, catalog };
      }
    }
    return undefined;
  }

  /** Best matches first. */
  search(words: string): FaqItem[] {
    const found = new Map<string, FaqItem>();
    for (const catalog of this.#catalogs) {
      let search = this.#searches.get(catalog);
      if (search === undefined) {
        search = createCatalogSearch(catalog);
        this.#searches.set(catalog, search);
      }
      for (const entry of search.faq(words)) {
        if (!found.has(entry.id)) {
          found.set(entry.id, { entry, catalog });
        }
      }
    }
    return [...found.values()];
  }

  dispose(): void {
    this.#store.dispose();
  }

  #refresh(): void {
    const own = this.#sessions.all.map((session) => session.catalog);
    if (own.length === 0) {
      this.#loadShipped();
    }
    const next = own.length > 0 ? own : this.#shipped === undefined ? [] : [this.#shipped];
    if (next.length !== this.#catalogs.length || next.some((catalog, index) => catalog !== this.#catalogs[index])) {
      this.#catalogs = next;
      this.#changes.fire();
    }
  }

  #loadShipped(): void {
    if (this.#shipped !== undefined) {
      return;
    }
    this.#builtin().then((catalog) => {
      this.#shipped = catalog;
      this.#refresh();
    }, this.#onError);
  }
}
