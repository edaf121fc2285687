import { QuestionError } from './answer';

/** The part of JSON Schema that the questions are declared in: what is declared is what is checked. */
export interface TextField {
  readonly type: 'string';
  readonly description: string;
  readonly minLength?: number;
  readonly maxLength: number;
  readonly enum?: readonly string[];
}

export interface NumberField {
  readonly type: 'integer';
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
}

export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, TextField | NumberField>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

type FieldOf<F> = F extends { readonly enum: readonly (infer E)[] }
  ? E
  : F extends { readonly type: 'integer' }
    ? number
    : string;
type RequiredOf<S> = S extends { readonly required: readonly (infer R)[] } ? R : never;

/** The values that an input schema lets through. */
export type InputOf<S extends InputSchema> = {
  readonly [K in keyof S['properties'] & RequiredOf<S>]: FieldOf<S['properties'][K]>;
} & {
  readonly [K in Exclude<keyof S['properties'], RequiredOf<S>>]?: FieldOf<S['properties'][K]>;
};

/**
 * Checks what an agent gave. In English, which models read best, and with what would have been right.
 * @throws QuestionError
 */
export function readInput<S extends InputSchema>(schema: S, given: unknown): InputOf<S> {
  const input = given ?? {};
  if (typeof input !== 'object' || Array.isArray(input)) {
    throw new QuestionError('The arguments must be an object.');
  }
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(input)) {
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (field === undefined) {
      throw new QuestionError(`There is no argument ${JSON.stringify(name)}. ${known(schema)}`);
    }
    // Some models write null for what they leave out.
    if (value !== undefined && value !== null) {
      values[name] = field.type === 'string' ? textOf(name, field, value) : numberOf(name, field, value);
    }
  }
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(values, name)) {
      throw new QuestionError(`The argument ${JSON.stringify(name)} is missing. ${known(schema)}`);
    }
  }
  return values as InputOf<S>;
}

function textOf(name: string, { minLength = 0, maxLength, enum: words }: TextField, value: unknown): string {
  if (typeof value !== 'string') {
    throw new QuestionError(`${JSON.stringify(name)} must be a text.`);
  }
  if (words !== undefined && !words.includes(value)) {
    throw new QuestionError(`${JSON.stringify(name)} must be one of: ${words.join(', ')}.`);
  }
  if (value.trim().length < minLength || value.length > maxLength) {
    throw new QuestionError(`${JSON.stringify(name)} must have ${minLength} to ${maxLength} characters.`);
  }
  return value;
}

function numberOf(name: string, { minimum, maximum }: NumberField, value: unknown): number {
  // Some models write numbers as text.
  const number = typeof value === 'string' && /^-?\d{1,9}$/u.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < minimum || number > maximum) {
    throw new QuestionError(`${JSON.stringify(name)} must be a whole number from ${minimum} to ${maximum}.`);
  }
  return number;
}

function known({ properties, required = [] }: InputSchema): string {
  const names = Object.keys(properties).map((name) => (required.includes(name) ? `${name} (required)` : name));
  return `Known: ${names.join(', ')}.`;
}
