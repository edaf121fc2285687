import type { Range } from '../../base/text';
import type { ResolvedId } from '../../catalog/model';
import { isDefinition, type YamlId } from '../yamlIds';
import type { AskedId } from './askedId';
import { sameId } from './sameId';

/** The ids of a YAML file of ours; `file` is relative to the workspace folder, or `builtin:<name>`. */
export interface IdsOfFile {
  readonly file: string;
  readonly ids: readonly YamlId[];
}

/** A place in a catalogue file. */
export interface DefinitionPlace {
  readonly file: string;
  readonly range: Range;
}

/**
 * Where catalogues define what an id stands for: several places where files complete each other, or where the id is a range. A scenario or a proof
 * that no catalogue lists is defined where its requirement is.
 */
export function definitionsOf({ resolution }: AskedId, catalogs: readonly IdsOfFile[]): DefinitionPlace[] {
  const places = resolution.targets.flatMap((target) => {
    const own = placesOf(target.item, target, catalogs);
    return own.length > 0 ? own : placesOf(target.requirement, target, catalogs);
  });
  return places.filter((place, at) => places.findIndex((other) => samePlace(other, place)) === at);
}

function placesOf(id: string, target: ResolvedId, catalogs: readonly IdsOfFile[]): DefinitionPlace[] {
  const isRequirement = id === target.requirement;
  return catalogs.flatMap(({ file, ids }) =>
    ids
      .filter(({ role, raw }) => isDefinition(role) && (role === 'definition') === isRequirement && sameId(raw, id))
      .map(({ range }) => ({ file, range })),
  );
}

function samePlace(a: DefinitionPlace, b: DefinitionPlace): boolean {
  return (
    a.file === b.file &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character
  );
}
