import { elementOf, entriesOf } from './schemaWalk';
import type { GenericSchema } from 'valibot';

export interface UnknownKey {
  readonly path: readonly (string | number)[];
  /** The keys that the schema knows there. */
  readonly known: readonly string[];
}

/** The keys of a value that its schema passes over. Only `v.object` knows all its keys: records and loose objects take any. */
export function unknownKeysOf(schema: GenericSchema, value: unknown): UnknownKey[] {
  const found: UnknownKey[] = [];
  const visit = (here: GenericSchema, inner: unknown, path: readonly (string | number)[]): void => {
    if (Array.isArray(inner)) {
      inner.forEach((item, i) => {
        const below = elementOf(here, i, inner);
        if (below !== undefined) {
          visit(below.schema, item, [...path, i]);
        }
      });
    } else if (typeof inner === 'object' && inner !== null) {
      const known = entriesOf(here, inner);
      for (const [key, item] of Object.entries(inner)) {
        const below = elementOf(here, key, inner);
        if (below !== undefined) {
          visit(below.schema, item, [...path, key]);
        } else if (known !== undefined) {
          found.push({ path: [...path, key], known });
        }
      }
    }
  };
  visit(schema, value, []);
  return found;
}
