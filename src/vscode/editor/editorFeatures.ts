import type { Disposable } from '../../base/ports';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { registerAnnotate } from './annotateCommand';
import { registerCompletion } from './completion';
import { registerHover } from './hover';
import { registerShowPlaces } from './showPlaces';

/** What the features of the editor are built from. */
export interface EditorServices {
  readonly sessions: Sessions;
  readonly documents: DocumentSync;
  readonly reporter: ErrorReporter;
}

/** Everything that answers about a place in a text, one line a feature. */
export function registerEditorFeatures({ sessions, documents, reporter }: EditorServices): Disposable {
  const store = new DisposableStore();
  store.add(registerHover(sessions, documents));
  store.add(registerCompletion(sessions));
  store.add(registerAnnotate(sessions, documents, reporter));
  store.add(registerShowPlaces(sessions, reporter));
  return store;
}
