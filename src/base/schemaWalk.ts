import type { GenericSchema } from 'valibot';

export interface SchemaElement {
  readonly schema: GenericSchema;
  /** Whether the value above still fits without this one. */
  readonly optional: boolean;
}

/** The inside of valibot's schemas, as far as we read it. */
type Inside = GenericSchema & {
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
