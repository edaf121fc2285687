import { commands, Location, Position, Uri, window } from 'vscode';
import type { Disposable } from '../../base/ports';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** *Show the places of a requirement*: a peek over the editor, as « find all references » shows it. */
export function registerShowPlaces(sessions: Sessions, reporter: ErrorReporter): Disposable {
  return commands.registerCommand(Command.ShowPlaces, async (...args: unknown[]) => {
    try {
      await showPlaces(sessions, args);
    } catch (error) {
      reporter.show(t('The places could not be shown'), error);
    }
  });
}

async function showPlaces(sessions: Sessions, [requirement, uri, line, character]: unknown[]): Promise<void> {
  const editor = window.activeTextEditor;
  const target = typeof uri === 'string' ? Uri.parse(uri) : editor?.document.uri;
  const located = target === undefined ? undefined : sessions.locate(target);
  if (target === undefined || located === undefined || typeof requirement !== 'string') {
    return;
  }
  const { session } = located;
  const links = session.trace.requirement(requirement)?.links ?? [];
  const locations = links.map((link) => new Location(session.uriOf(link.file), toRange(link.range)));
  const at =
    typeof line === 'number' && typeof character === 'number'
      ? new Position(line, character)
      : (editor?.selection.active ?? new Position(0, 0));
  await commands.executeCommand('editor.action.showReferences', target, at, locations);
}
