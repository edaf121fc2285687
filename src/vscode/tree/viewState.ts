import type { Memento } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { Event } from '../../base/emitter';
import type { RequirementState } from '../../trace/model';
import { statesByUrgency } from '../../trace/urgency';
import type { ConfigValue } from '../support/configValue';
import { isGrouping } from './requirementRows';
import type { Grouping } from './requirementRows';

const storageKey = 'requirementsView';

interface Stored {
  readonly by?: Grouping;
  readonly text?: string;
  readonly states?: readonly RequirementState[];
}

/** How the user looks at the requirements: grouping and filter, remembered per workspace. */
export class ViewState {
  readonly #memento: Memento;
  readonly #defaultGrouping: ConfigValue<Grouping>;
  readonly #changes: Emitter<void>;
  #stored: Stored;

  constructor(memento: Memento, defaultGrouping: ConfigValue<Grouping>, onError: (error: unknown) => void) {
    this.#memento = memento;
    this.#defaultGrouping = defaultGrouping;
    this.#changes = new Emitter(onError);
    this.#stored = accept(memento.get(storageKey));
    defaultGrouping.onDidChange(() => this.#changes.fire());
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  get by(): Grouping {
    return this.#stored.by ?? this.#defaultGrouping.value;
  }

  get text(): string {
    return this.#stored.text ?? '';
  }

  /** Empty: every state. */
  get states(): readonly RequirementState[] {
    return this.#stored.states ?? [];
  }

  get filtered(): boolean {
    return this.text !== '' || this.states.length > 0;
  }

  async set(change: Stored): Promise<void> {
    this.#stored = { ...this.#stored, ...change };
    this.#changes.fire();
    await this.#memento.update(storageKey, this.#stored);
  }
}

/** What an older version stored may no longer be understood. */
function accept(value: unknown): Stored {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const { by, text, states } = value as Record<string, unknown>;
  return {
    ...(isGrouping(by) ? { by } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(Array.isArray(states) ? { states: statesByUrgency.filter((state) => states.includes(state)) } : {}),
  };
}
