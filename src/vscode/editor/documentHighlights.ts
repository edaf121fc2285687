import { DocumentHighlight, DocumentHighlightKind, languages } from 'vscode';
import type { DocumentHighlightProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import { highlightsIn, type Highlight } from '../../language/occurrences/highlights';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { toRange } from '../tree/openPlace';
import { askedAt } from './askedAt';

const KINDS: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Write,
  link: DocumentHighlightKind.Read,
  mention: DocumentHighlightKind.Text,
};

/** Marks every place of the requirement under the cursor in its document. */
export function registerDocumentHighlights(sessions: Sessions, documents: DocumentSync): Disposable {
  const provider: DocumentHighlightProvider = {
    provideDocumentHighlights(document, position): DocumentHighlight[] | undefined {
      const at = askedAt(sessions, documents, document, position);
      return at === undefined
        ? undefined
        : highlightsIn(at.text, at.asked, at.session.catalog).map(
            ({ range, kind }) => new DocumentHighlight(toRange(range), KINDS[kind]),
          );
    },
  };
  return languages.registerDocumentHighlightProvider({ pattern: '**' }, provider);
}
