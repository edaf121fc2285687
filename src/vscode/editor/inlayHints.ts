import { EventEmitter, InlayHint, languages, MarkdownString, Position } from 'vscode';
import type { InlayHintsProvider, Range, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { requirementMarkdown } from '../../language/hover';
import { titleHints, type TitleHint } from '../../language/inlayHints';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Setting } from '../ids';
import type { Sessions } from '../sessions';
import { ConfigValue, isBoolean } from '../support/configValue';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import type { VisibleFacts } from './visibleFacts';

class RequirementHint extends InlayHint {
  constructor(
    { position, label }: TitleHint,
    readonly requirement: string,
    readonly session: FolderSession,
  ) {
    super(new Position(position.line, position.character), label);
    this.paddingLeft = true;
  }
}

/** Short titles behind the ids of annotations. Off by default: they make long lines longer. */
export function registerInlayHints(sessions: Sessions, documents: DocumentSync, rows: VisibleFacts): Disposable {
  const store = new DisposableStore();
  const enabled = store.add(new ConfigValue(Setting.InlayHints, false, isBoolean));
  const changes = store.add(new EventEmitter<void>());
  store.add(enabled.onDidChange(() => changes.fire()));
  store.add(rows.onDidChange(() => enabled.value && changes.fire()));
  const provider: InlayHintsProvider = {
    onDidChangeInlayHints: changes.event,
    provideInlayHints(document: TextDocument, range: Range): InlayHint[] | undefined {
      const located = enabled.value ? sessions.of(document) : undefined;
      if (located === undefined) {
        return undefined;
      }
      documents.flush();
      const { session, path } = located;
      const annotations = session.files.annotationsOf(path);
      return annotations === undefined
        ? undefined
        : titleHints(annotations, range, session).map((hint) => new RequirementHint(hint, hint.requirement, session));
    },
    resolveInlayHint(hint: InlayHint): InlayHint {
      if (hint instanceof RequirementHint) {
        const row = hint.session.trace.requirement(hint.requirement);
        hint.tooltip = row === undefined ? undefined : new MarkdownString(requirementMarkdown(row, t));
      }
      return hint;
    },
  };
  store.add(languages.registerInlayHintsProvider({ pattern: '**' }, provider));
  return store;
}
