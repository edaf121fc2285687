import type { CatalogDocument } from '../catalog/catalogSchema';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import type { Catalog } from '../catalog/model';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The catalogue that a document alone makes; its places are unknown. */
export function catalogOfDocument({ catalog, requirements = [], faq = [] }: CatalogDocument): Catalog {
  const location = { file: '', range: nowhere };
  return mergeCatalogs([
    {
      info: { id: catalog?.id ?? '', title: catalog?.title ?? '', ...catalog, file: '' },
      requirements: requirements.map((fields) => ({ fields, location })),
      faq: faq.map((fields) => ({ fields, location, matchRanges: [] })),
      facets: [],
    },
  ]).catalog;
}
