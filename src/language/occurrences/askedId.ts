import type { FileAnnotations } from '../../annotations/model';
import type { Position, Range } from '../../base/text';
import type { Catalog, Resolution } from '../../catalog/model';
import { placeAt } from '../place';
import type { YamlId, YamlIdRole } from '../yamlIds';
import { sameId } from './sameId';

/** The id under the cursor, of which an editor asks for every place. */
export interface AskedId {
  /** As it is written there. */
  readonly raw: string;
  readonly range: Range;
  readonly role: 'annotation' | 'mention' | YamlIdRole;
  readonly resolution: Resolution;
}

/** `undefined` where no id stands: on the marker, on a verb, in a note, in code. */
export function askedInCode(file: FileAnnotations, position: Position, catalog: Catalog): AskedId | undefined {
  const place = placeAt(file, position);
  switch (place?.kind) {
    case 'id':
      return asked(place.reference, 'annotation', catalog);
    case 'mention':
      return asked(place.mention, 'mention', catalog);
    default:
      return undefined;
  }
}

export function askedInYaml(id: YamlId, catalog: Catalog): AskedId {
  return asked(id, id.role, catalog);
}

function asked(
  { raw, range }: { readonly raw: string; readonly range: Range },
  role: AskedId['role'],
  catalog: Catalog,
): AskedId {
  return { raw, range, role, resolution: catalog.resolve(raw) };
}

/** Canonical ids of the requirements that are meant; none for an id that no catalogue knows. */
export function requirementsOf({ resolution }: Pick<AskedId, 'resolution'>): readonly string[] {
  return [...new Set(resolution.targets.map(({ requirement }) => requirement))];
}

/** Whether an id that stands elsewhere names a requirement that is asked for; one that no catalogue knows is told by its spelling. */
export function isNamed(one: AskedId, raw: string, catalog: Catalog): boolean {
  const { targets } = catalog.resolve(raw);
  return one.resolution.targets.length === 0
    ? targets.length === 0 && sameId(one.raw, raw)
    : targets.some(({ requirement }) => one.resolution.targets.some((target) => target.requirement === requirement));
}
