import { commands, window } from 'vscode';
import type { Disposable } from '../../base/ports';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import type { RequirementsView } from './requirementsView';

/** *Show unclaimed code*: in the view, of the folder of the editor where it declares any, else of the first that does. */
export function registerShowUnclaimed(sessions: Sessions, view: RequirementsView, reporter: ErrorReporter): Disposable {
  return commands.registerCommand(Command.ShowUnclaimed, async () => {
    try {
      const active = window.activeTextEditor;
      const near = active === undefined ? undefined : sessions.of(active.document)?.session;
      for (const session of near === undefined ? sessions.all : [near, ...sessions.all]) {
        await session.settled();
        if (await view.revealUnclaimed(session)) {
          return;
        }
      }
      offerToDeclare(reporter);
    } catch (error) {
      reporter.show(t('The unclaimed code could not be shown'), error);
    }
  });
}

/** The command is over, whenever the message is answered. */
function offerToDeclare(reporter: ErrorReporter): void {
  const open = t('Open segur.yaml');
  const text = t(
    'No folder is declared sensitive. Write its glob into segur.yaml: scan: {0}',
    '{ sensitive: [src/auth/**] }',
  );
  window
    .showInformationMessage(text, open)
    .then((choice) => (choice === open ? commands.executeCommand(Command.OpenProjectFile) : undefined))
    .then(undefined, (error: unknown) => reporter.log(error));
}
