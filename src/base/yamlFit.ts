import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot';
import { listsForObjects } from './yamlShape';
import { elementOf, type SchemaElement } from './schemaWalk';

type Path = readonly (string | number)[];

export interface FitIssue {
  readonly issue: BaseIssue<unknown>;
  /** In the original value. */
  readonly path: Path;
  /** `false` when the value could be completed without loss. */
  readonly serious: boolean;
}

export interface Fit<T> {
  readonly output: T | undefined;
  readonly issues: readonly FitIssue[];
  /** From a path of `output` to the path of the same thing in the original value. */
  sourcePath(path: Path): Path;
}

/** Each round repairs everything that the one before uncovered; a schema is not nested that deeply. */
const mostRounds = 20;

/**
 * Makes a value fit a schema by leaving out as little as possible: the innermost list item or optional key around each issue.
 * `written` gives the text of the scalar at a path of the original value.
 */
export function fitToSchema<S extends GenericSchema>(
  schema: S,
  value: unknown,
  written: (path: Path) => string | undefined,
): Fit<InferOutput<S>> {
  const lists = listsForObjects(schema, value);
  const first = safeParse(schema, value);
  if (first.success && lists.length === 0) {
    return { output: first.output, issues: [], sourcePath: (path) => path };
  }
  const issues: FitIssue[] = [];
  const repair = new Repair(schema, value, written);
  const mendAll = (found: readonly { issue: BaseIssue<unknown>; path: Path }[]): boolean => {
    let hope = false;
    for (const { issue, path } of found) {
      const source = repair.sourcePath(path);
      const outcome = repair.mend(issue, path);
      hope ||= outcome !== 'hopeless';
      if (outcome !== 'silent') {
        issues.push({ issue, path: source, serious: outcome !== 'completed' });
      }
    }
    repair.dropMarked();
    return hope;
  };
  if (lists.length > 0 && !mendAll(lists.map((path) => ({ issue: listForObject, path })))) {
    return { output: undefined, issues, sourcePath: (path) => path };
  }
  let result = safeParse(schema, repair.value);
  for (let round = 0; round < mostRounds && !result.success; round++) {
    if (!mendAll(result.issues.map((issue) => ({ issue, path: pathOf(issue) })))) {
      break;
    }
    result = safeParse(schema, repair.value);
  }
  return { output: result.success ? result.output : undefined, issues, sourcePath: (path) => repair.sourcePath(path) };
}

const listForObject: BaseIssue<unknown> = {
  kind: 'schema',
  type: 'object',
  input: [],
  expected: 'Object',
  received: 'Array',
  message: 'Expected Object but received Array',
};

function pathOf(issue: BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

type Outcome = 'silent' | 'completed' | 'dropped' | 'hopeless';
type Container = Record<string | number, unknown>;

/** A copy of a value that loses what does not fit, and remembers where everything was. */
class Repair {
  readonly value: unknown;
  readonly #schema: GenericSchema;
  readonly #written: (path: Path) => string | undefined;
  readonly #marked = new Map<unknown[], Set<number>>();
  readonly #originals = new WeakMap<object, number[]>();

  constructor(schema: GenericSchema, value: unknown, written: (path: Path) => string | undefined) {
    this.#schema = schema;
    this.#written = written;
    this.value = copy(value);
  }

  sourcePath(path: Path): Path {
    let here = this.value;
    return path.map((key) => {
      const original = Array.isArray(here) && typeof key === 'number' ? this.#originals.get(here)?.[key] : undefined;
      here = inside(here, key);
      return original ?? key;
    });
  }

  mend(issue: BaseIssue<unknown>, path: Path): Outcome {
    const chain = this.#chain(path);
    const last = chain.at(-1);
    const { input } = issue;
    if (last !== undefined) {
      const written = isNumberForText(issue) ? this.#written(this.sourcePath(path)) : undefined;
      if (written !== undefined) {
        last.parent[last.key] = written;
        return 'silent';
      }
      const wanted = last.schema as (GenericSchema & { readonly literal?: unknown }) | undefined;
      if (input === undefined && wanted?.literal !== undefined) {
        last.parent[last.key] = wanted.literal;
        return 'completed';
      }
    }
    const droppable = chain.findLast((link) => link.optional);
    if (droppable === undefined) {
      return 'hopeless';
    }
    const { parent, key } = droppable;
    if (Array.isArray(parent)) {
      const marked = this.#marked.get(parent) ?? new Set();
      this.#marked.set(parent, marked.add(Number(key)));
      return 'dropped';
    }
    Reflect.deleteProperty(parent, key);
    return droppable === last && input === null ? 'silent' : 'dropped';
  }

  /** Indexes must hold while the issues of one round are read. */
  dropMarked(): void {
    for (const [list, marked] of this.#marked) {
      const before = this.#originals.get(list) ?? [...list.keys()];
      this.#originals.set(
        list,
        before.filter((_, i) => !marked.has(i)),
      );
      const kept = list.filter((_, i) => !marked.has(i));
      // One by one: a call takes only so many arguments.
      list.length = 0;
      kept.forEach((item) => list.push(item));
    }
    this.#marked.clear();
  }

  #chain(path: Path): Link[] {
    const links: Link[] = [];
    let here = this.value;
    let schema: GenericSchema | undefined = this.#schema;
    for (const key of path) {
      if (!isContainer(here)) {
        break;
      }
      const element: SchemaElement | undefined = schema === undefined ? undefined : elementOf(schema, key, here);
      links.push({ parent: here, key, schema: element?.schema, optional: element?.optional ?? false });
      here = inside(here, key);
      schema = element?.schema;
    }
    return links;
  }
}

interface Link {
  readonly parent: Container;
  readonly key: string | number;
  readonly schema: GenericSchema | undefined;
  readonly optional: boolean;
}

function isNumberForText(issue: BaseIssue<unknown>): boolean {
  const textExpected =
    issue.type === 'string' || (issue.type === 'union' && issue.issues?.some(({ type }) => type === 'string'));
  return textExpected === true && (typeof issue.input === 'number' || typeof issue.input === 'boolean');
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function inside(value: unknown, key: string | number): unknown {
  return isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** No schema of ours is nested so deeply; an anchored value may be, or even hold itself. */
const deepestCopy = 16;

/** Anchors make parts of a value be one and the same object: a repair of one place must not touch the others. */
function copy(value: unknown, depth = 0): unknown {
  if (depth > deepestCopy || !isContainer(value)) {
    return value;
  }
  return Array.isArray(value)
    ? value.map((item) => copy(item, depth + 1))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, depth + 1)]));
}
