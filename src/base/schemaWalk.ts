import type { GenericSchema } from 'valibot';

export interface SchemaElement {
  readonly schema: GenericSchema;
  /** Whether the value above still fits without this one. */
  readonly optional: boolean;
}

/** The inside of valibot's schemas, as far as we read it. */
type Inside = GenericSchema & {
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly description?: unknown }[];
  readonly wrapped?: GenericSchema;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly item?: GenericSchema;
  readonly value?: GenericSchema;
};

const wrappers = new Set(['optional', 'exact_optional', 'nullish', 'nullable', 'undefinedable', 'non_optional']);
const optionals = new Set(['optional', 'exact_optional', 'nullish', 'undefinedable']);

/** The schema that a key or index of `value` has; `undefined` when the schema does not say, or does not know the key. */
export function elementOf(schema: GenericSchema, key: string | number, value: unknown): SchemaElement | undefined {
  const inner = unwrapped(schema, value);
  if (typeof key === 'number') {
    return inner.type === 'array' && inner.item !== undefined ? { schema: inner.item, optional: true } : undefined;
  }
  if (inner.entries !== undefined) {
    const entry = Object.hasOwn(inner.entries, key) ? inner.entries[key] : undefined;
    return entry === undefined ? undefined : { schema: entry, optional: optionals.has(entry.type) };
  }
  return inner.type === 'record' && inner.value !== undefined ? { schema: inner.value, optional: true } : undefined;
}

/** The keys of a schema that takes no other; `undefined` when it takes any. */
export function entriesOf(schema: GenericSchema, value: unknown): string[] | undefined {
  const inner = unwrapped(schema, value);
  return inner.entries !== undefined && inner.type !== 'loose_object' ? Object.keys(inner.entries) : undefined;
}

/** The schema at a path, read as lists where a number stands and as maps elsewhere. */
export function schemaAt(schema: GenericSchema, path: readonly (string | number)[]): GenericSchema | undefined {
  return path.reduce<GenericSchema | undefined>(
    (here, key) => (here === undefined ? undefined : elementOf(here, key, typeof key === 'number' ? [] : {})?.schema),
    schema,
  );
}

/** What a schema takes, in all its forms: one value or a list of such values, say. */
export interface SchemaForms {
  /** As a map: the keys it knows, in its order. */
  readonly keys: readonly string[] | undefined;
  /** As a map of any keys. */
  readonly record: boolean;
  /** As a list: what its items take. */
  readonly item: SchemaForms | undefined;
  /** As a single value: the only ones it takes; empty where it takes any. */
  readonly values: readonly (string | number | boolean)[];
  /** It takes a single value. */
  readonly scalar: boolean;
}

/** All the forms in which a schema takes a value, those of its unions joined. */
export function formsOf(schema: GenericSchema): SchemaForms {
  const inside = schema as Inside;
  if (wrappers.has(inside.type) && inside.wrapped !== undefined) {
    return formsOf(inside.wrapped);
  }
  const nothing: SchemaForms = { keys: undefined, record: false, item: undefined, values: [], scalar: false };
  switch (inside.type) {
    case 'union':
    case 'variant':
      return ((inside.options ?? []) as readonly GenericSchema[]).map(formsOf).reduce(
        (all, one) => ({
          keys: all.keys ?? one.keys,
          record: all.record || one.record,
          item: all.item ?? one.item,
          values: [...all.values, ...one.values],
          scalar: all.scalar || one.scalar,
        }),
        nothing,
      );
    case 'array':
      return { ...nothing, item: inside.item === undefined ? undefined : formsOf(inside.item) };
    case 'record':
      return { ...nothing, record: true };
    case 'picklist':
      return { ...nothing, scalar: true, values: (inside.options ?? []) as readonly string[] };
    case 'literal':
      return { ...nothing, scalar: true, values: [inside.literal as string | number | boolean] };
    case 'boolean':
      return { ...nothing, scalar: true, values: [true, false] };
    default:
      return inside.entries === undefined
        ? { ...nothing, scalar: true }
        : { ...nothing, keys: Object.keys(inside.entries) };
  }
}

/** What a schema says about its value, for people: an English template; empty when it says nothing. */
export function descriptionOf(schema: GenericSchema): string {
  const inside = schema as Inside;
  const own: unknown = inside.pipe?.findLast(({ type }) => type === 'description')?.description;
  if (typeof own === 'string') {
    return own;
  }
  return inside.wrapped === undefined ? '' : descriptionOf(inside.wrapped);
}

/** The schema below optional and union wrappers: of a union, the first option of the value's own form. */
function unwrapped(schema: GenericSchema, value: unknown): Inside {
  const inside = schema as Inside;
  if (wrappers.has(inside.type) && inside.wrapped !== undefined) {
    return unwrapped(inside.wrapped, value);
  }
  if ((inside.type === 'union' || inside.type === 'variant') && inside.options !== undefined) {
    const options = (inside.options as readonly GenericSchema[]).map((option) => unwrapped(option, value));
    return (
      options.find((option) => (Array.isArray(value) ? option.type === 'array' : option.entries !== undefined)) ??
      inside
    );
  }
  return inside;
}
