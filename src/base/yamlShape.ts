import { elementOf, entriesOf } from './schemaWalk';
import type { GenericSchema } from 'valibot';

type Path = readonly (string | number)[];

export interface UnknownKey {
  readonly path: Path;
  /** The keys that the schema knows there. */
  readonly known: readonly string[];
}

/** The keys of a value that its schema passes over. Only `v.object` knows all its keys: records and loose objects take any. */
export function unknownKeysOf(schema: GenericSchema, value: unknown): UnknownKey[] {
  const found: UnknownKey[] = [];
  walk(schema, value, [], (here, inner, path) => {
    const known = Array.isArray(inner) ? undefined : entriesOf(here, inner);
    for (const key of known === undefined ? [] : Object.keys(inner)) {
      if (known?.includes(key) === false) {
        found.push({ path: [...path, key], known });
      }
    }
  });
  return found;
}

/** The paths of lists that stand where the schema asks for keys and values: valibot takes them for objects. */
export function listsForObjects(schema: GenericSchema, value: unknown): Path[] {
  const found: Path[] = [];
  walk(schema, value, [], (here, inner, path) => {
    if (Array.isArray(inner) && entriesOf(here, inner) !== undefined) {
      found.push(path);
    }
  });
  return found;
}

function walk(
  schema: GenericSchema,
  value: unknown,
  path: Path,
  visit: (schema: GenericSchema, value: object, path: Path) => void,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  visit(schema, value, path);
  for (const [name, item] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    const below = elementOf(schema, key, value);
    if (below !== undefined) {
      walk(below.schema, item, [...path, key], visit);
    }
  }
}
