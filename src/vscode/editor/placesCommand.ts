import { commands } from 'vscode';
import type { Disposable } from '../../base/ports';
import { chooseRequirement, namedRequirement } from '../commands/requirementCommands';
import type { DocumentSync } from '../documentSync';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { showPlacesPick } from './placesPick';
import { requirementsAtCursor } from './requirementAtCursor';

/** *Go to the places of a requirement*: of the one that is named, else of the one that the cursor is on, else of one to choose. */
export function registerPlacesCommand(
  sessions: Sessions,
  documents: DocumentSync,
  reporter: ErrorReporter,
): Disposable {
  const onError = (error: unknown): void => reporter.log(error);
  return commands.registerCommand(Command.GoToCode, async (argument: unknown) => {
    try {
      documents.flush();
      // The tree hands over the row that was clicked.
      const isFromTree = typeof argument === 'object' && argument !== null;
      const named = namedRequirement(sessions, argument);
      const atCursor = named === undefined ? requirementsAtCursor(sessions, documents) : undefined;
      if (atCursor !== undefined) {
        showPlacesPick(atCursor.session, atCursor.ids, true, onError);
        return;
      }
      const chosen = named ?? (await chooseRequirement(sessions));
      if (chosen !== undefined) {
        showPlacesPick(chosen.session, [chosen.id], !isFromTree, onError);
      }
    } catch (error) {
      reporter.show(t('The places could not be shown'), error);
    }
  });
}
