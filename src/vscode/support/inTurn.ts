/** What was begun last for each owner. */
const last = new WeakMap<object, Promise<unknown>>();

/** Does work on something of an owner when all that was asked before it is over, failed or not: what each reads is what the one before has written. */
export function inTurn<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const before = last.get(owner) ?? Promise.resolve();
  const result = before.then(work, work);
  last.set(
    owner,
    result.catch(() => undefined),
  );
  return result;
}
