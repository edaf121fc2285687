import { commands } from 'vscode';
import type { Memento } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { FaqEntry } from '../../catalog/model';
import { ContextKey } from '../ids';

const storageKey = 'faqView';

/** Facet id to the values that are wanted; a facet without values wants all. */
export type WantedFacets = Readonly<Record<string, readonly string[]>>;

interface Stored {
  readonly text: string;
  readonly facets: WantedFacets;
  readonly grouped: boolean;
}

const initial: Stored = { text: '', facets: {}, grouped: true };

/** How the user narrows the FAQ, remembered per workspace. */
export class FaqFilter {
  readonly #memento: Memento;
  readonly #changes: Emitter<void>;
  #stored: Stored;

  constructor(memento: Memento, onError: (error: unknown) => void) {
    this.#memento = memento;
    this.#changes = new Emitter(onError);
    this.#stored = accept(memento.get(storageKey));
    this.#tellMenus();
  }

  get onDidChange() {
    return this.#changes.event;
  }

  get text(): string {
    return this.#stored.text;
  }

  get facets(): WantedFacets {
    return this.#stored.facets;
  }

  get grouped(): boolean {
    return this.#stored.grouped;
  }

  get active(): boolean {
    return this.text !== '' || wantedValues(this.facets).length > 0;
  }

  async set(change: Partial<Stored>): Promise<void> {
    this.#stored = { ...this.#stored, ...change };
    this.#tellMenus();
    this.#changes.fire();
    await this.#memento.update(storageKey, this.#stored);
  }

  #tellMenus(): void {
    void commands.executeCommand('setContext', ContextKey.FaqFiltered, this.active);
    void commands.executeCommand('setContext', ContextKey.FaqGrouped, this.grouped);
  }
}

/** Within a facet any wanted value will do; every facet must agree. An answer without a value for a facet may concern anyone: it agrees. */
export function fitsFacets(entry: FaqEntry, wanted: WantedFacets): boolean {
  return Object.entries(wanted).every(([facet, values]) => {
    const own = entry.facets[facet];
    return own === undefined || values.length === 0 || values.includes(own);
  });
}

/** How many of the wanted facets the answer names itself: those are the surest. */
export function namedFacets(entry: FaqEntry, wanted: WantedFacets): number {
  return Object.entries(wanted).filter(([facet, values]) => values.includes(entry.facets[facet] ?? '')).length;
}

export function wantedValues(wanted: WantedFacets): string[] {
  return Object.values(wanted).flat();
}

/** What an older version stored may no longer be understood. */
function accept(value: unknown): Stored {
  if (typeof value !== 'object' || value === null) {
    return initial;
  }
  const { text, facets, grouped } = value as Record<string, unknown>;
  return {
    text: typeof text === 'string' ? text : initial.text,
    facets: typeof facets === 'object' && facets !== null ? acceptFacets(facets) : initial.facets,
    grouped: typeof grouped === 'boolean' ? grouped : initial.grouped,
  };
}

function acceptFacets(facets: object): WantedFacets {
  return Object.fromEntries(
    Object.entries(facets).flatMap(([id, values]: [string, unknown]) =>
      Array.isArray(values) ? [[id, values.filter((value) => typeof value === 'string')]] : [],
    ),
  );
}
