import { Document, isScalar, Scalar, visit } from 'yaml';
import type { CatalogDocument } from '../catalog/catalogSchema';

/** Begins every file that an import writes. French, as the catalogues that ship. */
const HEAD = [
  ' Référentiel importé d’un classeur REM par « segur-trace import ». Les énoncés sont ceux de votre fichier.',
  ' Une nouvelle importation (--force) récrit les champs qui viennent du classeur et garde les autres : title, theme, family,',
  ' checklist, references, aliases, since, revision, note, source, et needs s’il a été changé. L’ancien fichier reste à côté, en .bak.',
].join('\n');

/** Requirements written between two breaths. */
const BATCH = 100;

/**
 * The text of a catalogue file; same document, same text.
 * @param breathe lets others have their turn: a large REM takes a second
 */
export async function catalogText(document: CatalogDocument, breathe?: () => Promise<void>): Promise<string> {
  const { version, catalog, requirements = [], ...rest } = document;
  const parts = [yamlOf({ version, ...(catalog === undefined ? {} : { catalog }) }, HEAD), 'requirements:\n'];
  for (let at = 0; at < requirements.length; at += BATCH) {
    const key = 'requirements:\n';
    parts.push(yamlOf({ requirements: requirements.slice(at, at + BATCH) }).slice(key.length));
    await breathe?.();
  }
  return [...parts, ...(Object.keys(rest).length === 0 ? [] : [yamlOf(rest)])].join('');
}

function yamlOf(value: object, head?: string): string {
  const yaml = new Document(value, { aliasDuplicateObjects: false });
  if (head !== undefined) {
    yaml.commentBefore = head;
  }
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
