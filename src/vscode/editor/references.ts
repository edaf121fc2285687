import { languages, Location } from 'vscode';
import type { ReferenceProvider } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { AskedId } from '../../language/occurrences/askedId';
import { occurrencesOf } from '../../language/occurrences/references';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { shippedCatalogUri } from '../shippedCatalogs';
import { toRange } from '../tree/openPlace';
import { askedAt } from './askedAt';
import type { YamlTexts } from './yamlTexts';

/** *Find all references* of an id, in every folder of the window that has it: its own first, by what they do with it. */
export function registerReferences(sessions: Sessions, documents: DocumentSync, yaml: YamlTexts): Disposable {
  const provider: ReferenceProvider = {
    async provideReferences(document, position, { includeDeclaration }): Promise<Location[] | undefined> {
      const at = askedAt(sessions, documents, document, position);
      if (at === undefined) {
        return undefined;
      }
      const others = sessions.all.filter((session) => session !== at.session);
      const found = await Promise.all([
        locationsIn(at.session, at.asked, yaml, includeDeclaration),
        ...others.map((session) => locationsIn(session, askedIn(session, at.asked), yaml, includeDeclaration)),
      ]);
      const seen = new Set<string>();
      // Folders share catalogues.
      return found.flat().filter(({ uri, range }) => {
        const key = `${range.start.line} ${range.start.character} ${uri.toString()}`;
        return !seen.has(key) && seen.add(key).size > 0;
      });
    },
  };
  return languages.registerReferenceProvider({ pattern: '**' }, provider);
}

/** What is asked, as another folder understands it: by canonical ids, since a short form may stand for something else there. */
function askedIn({ catalog }: FolderSession, asked: AskedId): AskedId {
  const { targets } = asked.resolution;
  const [first] = targets;
  if (first === undefined) {
    return { ...asked, resolution: catalog.resolve(asked.raw) };
  }
  const known = targets.flatMap(({ item }) => {
    const found = catalog.resolve(item);
    return found.kind === 'exact' ? found.targets : [];
  });
  return { ...asked, raw: first.item, resolution: { kind: known.length === 0 ? 'unknown' : 'exact', targets: known } };
}

async function locationsIn(
  session: FolderSession,
  asked: AskedId,
  yaml: YamlTexts,
  withDefinitions: boolean,
): Promise<Location[]> {
  const { trace, catalog } = session;
  const [catalogs, project] = await Promise.all([yaml.catalogsOf(session), yaml.projectOf(session)]);
  return occurrencesOf(asked, { trace, catalog, catalogs, project }, withDefinitions).map(
    ({ file, range }) => new Location(shippedCatalogUri(file) ?? session.uriOf(file), toRange(range)),
  );
}
