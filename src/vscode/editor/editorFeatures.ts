import type { Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import type { RequirementsView } from '../tree/requirementsView';
import { AnnotationDecorations } from './annotationDecorations';
import { registerAnnotate } from './annotateCommand';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { registerDocumentHighlights } from './documentHighlights';
import { registerDocumentLinks } from './documentLinks';
import { registerDocumentSymbols } from './documentSymbols';
import { registerDropRequirements } from './dropRequirements';
import { registerFileRequirements } from './fileRequirementsCommand';
import { registerFixCommands } from './fixCommands';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerPlacesCommand } from './placesCommand';
import { registerQuickFixes } from './quickFixes';
import { registerReferences } from './references';
import { registerRename, Renames } from './rename/rename';
import { registerRoaming } from './roaming';
import { registerShowPlaces } from './showPlaces';
import { rowsIn, targetsOf, VisibleFacts } from './visibleFacts';
import { registerWorkspaceSymbols } from './workspaceSymbols';
import { YamlTexts } from './yamlTexts';
import { registerYamlCompletion } from './yamlCompletion';

/** What the features of the editor are built from. */
export interface EditorServices {
  readonly sessions: Sessions;
  readonly documents: DocumentSync;
  readonly requirements: RequirementsView;
  readonly reporter: ErrorReporter;
  readonly extensionUri: Uri;
}

/** Everything that answers about a place in a text, one line a feature. */
export function registerEditorFeatures(services: EditorServices): Disposable {
  const { sessions, documents, requirements, reporter, extensionUri } = services;
  const store = new DisposableStore();
  store.add(registerHover(sessions, documents));
  store.add(registerCompletion(sessions));
  store.add(registerYamlCompletion(sessions, reporter));
  store.add(registerAnnotate(sessions, documents, reporter));
  store.add(registerShowPlaces(sessions, reporter));
  store.add(registerPlacesCommand(sessions, documents, reporter));
  store.add(registerFileRequirements(sessions, documents, reporter));
  store.add(registerRoaming(sessions, documents, requirements, reporter));
  store.add(registerWorkspaceSymbols(sessions, documents));
  store.add(registerDropRequirements(sessions, reporter));
  store.add(registerQuickFixes(sessions, documents));
  const yaml = store.add(new YamlTexts(extensionUri));
  const renames = new Renames(sessions, documents, yaml, reporter);
  store.add(registerFixCommands(sessions, documents, renames, reporter));
  store.add(registerDefinition(sessions, documents, yaml));
  store.add(registerReferences(sessions, documents, yaml));
  store.add(registerDocumentHighlights(sessions, documents));
  store.add(registerRename(renames));
  const rows = store.add(new VisibleFacts(sessions, rowsIn, (error) => reporter.log(error)));
  const visibleYaml = store.add(new VisibleFacts(sessions, targetsOf, (error) => reporter.log(error)));
  store.add(registerDocumentSymbols(sessions, documents, rows, visibleYaml));
  store.add(registerDocumentLinks(sessions, visibleYaml));
  store.add(registerCodeLens(sessions, documents, rows));
  store.add(registerInlayHints(sessions, documents, rows));
  store.add(new AnnotationDecorations(sessions, documents));
  return store;
}
