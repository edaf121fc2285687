import type { Disposable } from '../../base/ports';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { AnnotationDecorations } from './annotationDecorations';
import { registerAnnotate } from './annotateCommand';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { registerDropRequirements } from './dropRequirements';
import { registerFixCommands } from './fixCommands';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerQuickFixes } from './quickFixes';
import { registerShowPlaces } from './showPlaces';
import { VisibleRows } from './visibleRows';
import { registerYamlCompletion } from './yamlCompletion';

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
  store.add(registerYamlCompletion(sessions, reporter));
  store.add(registerAnnotate(sessions, documents, reporter));
  store.add(registerShowPlaces(sessions, reporter));
  store.add(registerDropRequirements(sessions, reporter));
  store.add(registerQuickFixes(sessions, documents));
  store.add(registerFixCommands(sessions, documents, reporter));
  const rows = store.add(new VisibleRows(sessions, (error) => reporter.log(error)));
  store.add(registerCodeLens(sessions, documents, rows));
  store.add(registerInlayHints(sessions, documents, rows));
  store.add(new AnnotationDecorations(sessions, documents));
  return store;
}
