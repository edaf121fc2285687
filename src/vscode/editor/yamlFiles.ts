import type { TextDocument, Uri } from 'vscode';
import { yamlIds, type YamlFileKind, type YamlId } from '../../language/yamlIds';
import { projectFile } from '../ids';
import type { Located, Sessions } from '../sessions';

/** A project file or a catalogue file of the workspace. */
export interface YamlFile extends Located {
  readonly kind: YamlFileKind;
}

/**
 * Whether a document is the project file or a catalogue of one of the window's folders; `undefined` for all the rest, at once. A catalogue
 * of an outer folder that stands in an inner one belongs to the outer.
 */
export function yamlFileOf(sessions: Sessions, document: TextDocument): YamlFile | undefined {
  return yamlFileAt(sessions, document.uri);
}

/** As `yamlFileOf`, of a file that may not be open. */
function yamlFileAt(sessions: Sessions, uri: Uri): YamlFile | undefined {
  const own = sessions.locate(uri);
  if (own?.path === projectFile) {
    return { ...own, kind: 'project' };
  }
  const naming = [...(own === undefined ? [] : [own]), ...sessions.locateAll(uri)].find(({ session, path }) =>
    session.files.isCatalog(path),
  );
  return naming === undefined ? undefined : { ...naming, kind: 'catalog' };
}

const known = new WeakMap<TextDocument, { version: number; kind: YamlFileKind; ids: readonly YamlId[] }>();

/** The ids of such a document as it stands, saved or not; read once for each version of its text. */
export function yamlIdsOf(document: TextDocument, kind: YamlFileKind): readonly YamlId[] {
  const before = known.get(document);
  if (before?.version === document.version && before.kind === kind) {
    return before.ids;
  }
  const ids = yamlIds(document.getText(), kind);
  known.set(document, { version: document.version, kind, ids });
  return ids;
}
