import { languages, Location, SymbolInformation, SymbolKind } from 'vscode';
import type { Disposable } from '../../base/ports';
import { workspaceSymbols, type FoundSymbol } from '../../language/symbols/workspaceSymbols';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { shippedCatalogUri } from '../shippedCatalogs';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** Requirements and the places that speak of them in *Go to Symbol in Workspace*, of the folders that somebody traces. */
export function registerWorkspaceSymbols(sessions: Sessions, documents: DocumentSync): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols(query: string): SymbolInformation[] {
      documents.flush();
      const traced = sessions.all.filter((session) => session.engaged);
      const found = new Map<string, SymbolInformation>();
      for (const session of traced) {
        for (const symbol of workspaceSymbols(query, session, t)) {
          const information = toInformation(symbol, session, traced.length > 1);
          const { uri, range } = information.location;
          const key = `${symbol.kind} ${range.start.line}:${range.start.character} ${uri.toString()}`;
          const same = found.get(key);
          if (same === undefined) {
            found.set(key, information);
          } else {
            // A catalogue that folders share: one entry, and how each folder stands.
            same.containerName += ` · ${information.containerName}`;
          }
        }
      }
      return [...found.values()];
    },
  });
}

function toInformation(
  { kind, name, container, file, range }: FoundSymbol,
  session: FolderSession,
  nameFolder: boolean,
): SymbolInformation {
  const uri = shippedCatalogUri(file) ?? session.uriOf(file);
  const told = nameFolder && kind === 'requirement' ? t('{0}: {1}', session.folder.name, container) : container;
  const icon = kind === 'requirement' ? SymbolKind.Interface : SymbolKind.Key;
  return new SymbolInformation(name, icon, told, new Location(uri, toRange(range)));
}
