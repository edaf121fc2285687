import { Document, isScalar, Scalar, visit } from 'yaml';
import type { CatalogDocument } from '../catalog/catalogSchema';

/** Begins every file that an import writes. French, as the catalogues that ship. */
const HEAD = [
  ' Référentiel importé d’un classeur REM par « segur-trace import ». Les énoncés sont ceux de votre fichier.',
  ' Une nouvelle importation (--force) récrit les champs qui viennent du classeur et garde les autres : title, theme, family,',
  ' checklist, references, aliases, since, revision, note, source, et needs s’il a été changé. L’ancien fichier reste à côté, en .bak.',
].join('\n');

/** The text of a catalogue file; same document, same text. */
export function catalogText(document: CatalogDocument): string {
  const yaml = new Document(document, { aliasDuplicateObjects: false });
  yaml.commentBefore = HEAD;
  visit(yaml, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) {
        node.type = Scalar.BLOCK_LITERAL;
      }
    },
    Pair(_, { key, value }) {
      // A line of numbers reads better than a list down the page.
      if (
        isScalar(key) &&
        (key.value === 'rows' || key.value === 'needs') &&
        value !== null &&
        typeof value === 'object'
      ) {
        (value as { flow?: boolean }).flow = true;
      }
    },
  });
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}
