import type { CatalogDocument } from '../catalog/catalogSchema';
import type { Spreadsheet } from './openSpreadsheet';
import { dayNamed } from './remName';

/** What is known of the edition of a spreadsheet before anybody says it. */
export interface KnownEdition {
  /** By the earlier import of the very same file, by its name or by that of a sheet. */
  readonly edition?: string;
  /** That of an earlier import of another file: nothing to count without being asked. */
  readonly earlier?: string;
}

/** @param saved what the catalogue file at the place to write to says of itself */
export function knownEdition({ file, sha256, grids }: Spreadsheet, saved: CatalogDocument['catalog']): KnownEdition {
  const earlier = saved?.edition;
  const same = saved?.import?.sha256 === sha256 ? earlier : undefined;
  const [ofSheet] = grids.flatMap(({ sheet }) => dayNamed(sheet.name) ?? []);
  const edition = same ?? dayNamed(file) ?? ofSheet;
  return { ...(edition === undefined ? {} : { edition }), ...(earlier === undefined ? {} : { earlier }) };
}
