import { EventEmitter, FileDecoration } from 'vscode';
import type { FileDecorationProvider, Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { RequirementTrace } from '../../trace/model';
import { stateLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { requirementScheme } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { isSettled } from './requirementRows';
import { stateColor } from './stateIcon';
import { requirementUri } from './treeItems';

/** Tints the requirements of the tree by their state and shows the number of their gaps. */
export class RequirementDecorations implements FileDecorationProvider, Disposable {
  readonly #sessions: Sessions;
  readonly #changes = new EventEmitter<Uri[]>();
  readonly #store = new DisposableStore();
  readonly #shown = new WeakMap<FolderSession, Map<string, string>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#store.add(this.#changes);
    this.#store.add(sessions.onDidChangeTrace((session) => this.#compare(session)));
  }

  get onDidChangeFileDecorations() {
    return this.#changes.event;
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme !== requirementScheme) {
      return undefined;
    }
    const row = this.#sessions.byKey(uri.query)?.trace.requirement(uri.path.slice(1));
    if (row === undefined) {
      return undefined;
    }
    const gaps = row.gaps.length;
    const badge = gaps === 0 || isSettled(row) ? undefined : gaps > 9 ? '9+' : String(gaps);
    const label = stateLabel(t, row.state);
    const tooltip = badge === undefined ? label : t('{0}, gaps: {1}', label, gaps);
    return new FileDecoration(badge, tooltip, tint(row) ? stateColor(row.state) : undefined);
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Fires for the requirements that look otherwise than before, and for no other. */
  #compare(session: FolderSession): void {
    const before = this.#shown.get(session) ?? new Map<string, string>();
    const now = new Map(
      session.trace.requirements.map((row) => [row.requirement.id, `${row.state} ${row.gaps.length}`]),
    );
    this.#shown.set(session, now);
    const changed = [...now].filter(([id, look]) => before.get(id) !== look).map(([id]) => requirementUri(session, id));
    if (changed.length > 0) {
      this.#changes.fire(changed);
    }
  }
}

/** Missing keeps the usual colour of text: a young project would else be one red page. */
function tint(row: RequirementTrace): boolean {
  return row.state !== 'missing';
}
