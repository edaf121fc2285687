import { window } from 'vscode';
import { idsAt, placeAt } from '../../language/place';
import { idAt } from '../../language/yamlIds';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { yamlFileOf, yamlIdsOf } from './yamlFiles';

/** The requirements that the cursor is on: canonical ids, several on a marker or a range of ids. */
export interface AtCursor {
  readonly session: FolderSession;
  readonly ids: readonly string[];
}

/** In an annotation or a mention, or on an id of a project or catalogue file; `undefined` elsewhere and on unknown ids. */
export function requirementsAtCursor(sessions: Sessions, documents: DocumentSync): AtCursor | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    return undefined;
  }
  documents.flush();
  const { document, selection } = editor;
  const yaml = yamlFileOf(sessions, document);
  const id = yaml === undefined ? undefined : idAt(yamlIdsOf(document, yaml.kind), selection.active);
  if (yaml !== undefined && id !== undefined) {
    return known(yaml.session, [id.raw]);
  }
  const located = sessions.of(document);
  const file = located?.session.files.annotationsOf(located.path);
  const place = file === undefined ? undefined : placeAt(file, selection.active);
  return located === undefined || place === undefined ? undefined : known(located.session, idsAt(place));
}

function known(session: FolderSession, written: readonly string[]): AtCursor | undefined {
  const ids = written.flatMap((raw) => session.catalog.resolve(raw).targets.map(({ requirement }) => requirement));
  return ids.length === 0 ? undefined : { session, ids: [...new Set(ids)] };
}
