import { languages } from 'vscode';
import type { DefinitionProvider, LocationLink } from 'vscode';
import type { Disposable } from '../../base/ports';
import { definitionsOf } from '../../language/occurrences/definition';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { shippedCatalogUri } from '../shippedCatalogs';
import { toRange } from '../tree/openPlace';
import { askedAt } from './askedAt';
import type { YamlTexts } from './yamlTexts';

/** *Go to definition* of an id: the entry of the catalogue, in the workspace or among those that ship. */
export function registerDefinition(sessions: Sessions, documents: DocumentSync, yaml: YamlTexts): Disposable {
  const provider: DefinitionProvider = {
    async provideDefinition(document, position): Promise<LocationLink[] | undefined> {
      const at = askedAt(sessions, documents, document, position);
      if (at === undefined) {
        return undefined;
      }
      const { session, asked } = at;
      return definitionsOf(asked, await yaml.catalogsOf(session)).map(({ file, range }) => ({
        originSelectionRange: toRange(asked.range),
        targetUri: shippedCatalogUri(file) ?? session.uriOf(file),
        targetRange: toRange(range),
        targetSelectionRange: toRange(range),
      }));
    },
  };
  return languages.registerDefinitionProvider({ pattern: '**' }, provider);
}
