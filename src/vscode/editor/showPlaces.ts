import { commands, Location, Position, Uri, window } from 'vscode';
import type { Disposable } from '../../base/ports';
import { otherPlaces, type Lens } from '../../language/lenses';
import type { Link } from '../../trace/model';
import { Command } from '../ids';
import type { FolderSession } from '../folderSession';
import type { Located, Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** A lens and where it stands: what to show when one asks for the places of its requirements apart from those that it stands above. */
export class PlacedLens {
  constructor(
    readonly lens: Lens,
    readonly located: Located,
    readonly document: Uri,
  ) {}
}

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
  if (requirement instanceof PlacedLens) {
    const { lens, located, document } = requirement;
    const places = locationsOf(otherPlaces(lens, located.path, located.session), located.session);
    const at = toRange({ start: lens.position, end: lens.position }).start;
    await commands.executeCommand('editor.action.peekLocations', document, at, places, 'peek');
    return;
  }
  const editor = window.activeTextEditor;
  const target = typeof uri === 'string' ? Uri.parse(uri) : editor?.document.uri;
  const located = target === undefined ? undefined : sessions.locate(target);
  if (target === undefined || located === undefined || typeof requirement !== 'string') {
    return;
  }
  const { session } = located;
  const locations = locationsOf(session.trace.requirement(requirement)?.links ?? [], session);
  const at =
    typeof line === 'number' && typeof character === 'number'
      ? new Position(line, character)
      : (editor?.selection.active ?? new Position(0, 0));
  await commands.executeCommand('editor.action.showReferences', target, at, locations);
}

function locationsOf(links: readonly Link[], session: FolderSession): Location[] {
  return links.map((link) => new Location(session.uriOf(link.file), toRange(link.range)));
}
