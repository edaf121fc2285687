import { workspace } from 'vscode';
import type { ConfigurationScope } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { Disposable } from '../../base/ports';

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** One setting, read for a scope and followed as it changes. */
export class ConfigValue<T> implements Disposable {
  readonly #changes: Emitter<T>;
  readonly #subscription: Disposable;
  readonly #read: () => T;
  #value: T;

  /** `accept` keeps the default when the user's value is of another kind: settings are text that people type. */
  constructor(id: string, fallback: T, accept: (value: unknown) => value is T, scope?: ConfigurationScope) {
    this.#read = () => {
      const value = workspace.getConfiguration(undefined, scope).get<unknown>(id);
      return accept(value) ? value : fallback;
    };
    this.#value = this.#read();
    this.#changes = new Emitter<T>((error) => {
      throw error;
    });
    this.#subscription = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(id, scope)) {
        this.#value = this.#read();
        this.#changes.fire(this.#value);
      }
    });
  }

  get value(): T {
    return this.#value;
  }

  get onDidChange() {
    return this.#changes.event;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}
