/** Adds to the list that a map has for a key, which is begun where there is none. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const own = lists.get(key);
  if (own === undefined) {
    lists.set(key, [value]);
  } else {
    own.push(value);
  }
}
