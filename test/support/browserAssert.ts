/* What the tests inside VS Code use of `node:assert/strict`, for the extension host of browsers, where there is no Node. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor(
    readonly actual: unknown,
    readonly expected: unknown,
    what: string,
    said: string | undefined,
  ) {
    super(said ?? `${show(actual)} ${what}${expected === undefined ? '' : ` ${show(expected)}`}`);
  }

  readonly showDiff = true;
}

function show(value: unknown): string {
  return value instanceof RegExp
    ? String(value)
    : ((JSON.stringify(value) as string | undefined) ?? String(value)).slice(0, 2000);
}

function ok(value: unknown, said?: string): void {
  if (!value) throw new AssertionError(value, undefined, 'is not truthy', said);
}

function equal(actual: unknown, expected: unknown, said?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(actual, expected, 'is not', said);
}

function notEqual(actual: unknown, expected: unknown, said?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(actual, expected, 'is', said);
}

function deepEqual(actual: unknown, expected: unknown, said?: string): void {
  if (!same(actual, expected)) throw new AssertionError(actual, expected, 'does not equal', said);
}

function notDeepEqual(actual: unknown, expected: unknown, said?: string): void {
  if (same(actual, expected)) throw new AssertionError(actual, expected, 'equals', said);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Set || a instanceof Map) return same([...a], [...(b as Iterable<unknown>)]);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

function match(actual: string, pattern: RegExp, said?: string): void {
  if (!pattern.test(actual)) throw new AssertionError(actual, pattern, 'does not match', said);
}

function doesNotMatch(actual: string, pattern: RegExp, said?: string): void {
  if (pattern.test(actual)) throw new AssertionError(actual, pattern, 'matches', said);
}

function fail(said?: string): never {
  throw new AssertionError(undefined, undefined, 'failed', said ?? 'failed');
}

async function rejects(work: PromiseLike<unknown> | (() => PromiseLike<unknown>), pattern?: RegExp): Promise<void> {
  const outcome = await Promise.resolve(typeof work === 'function' ? work() : work).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  ok(outcome, 'it did not reject');
  if (outcome !== undefined && pattern !== undefined) match(String(outcome.error), pattern);
}

export default {
  ok,
  equal,
  notEqual,
  strictEqual: equal,
  deepEqual,
  deepStrictEqual: deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  rejects,
  fail,
};
