import type { SeededRandom } from '../../scripts/bench/random';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  'x',
  '\u0000',
  '{0} {1}',
  '<b>&amp;</b>',
  '=1+1',
  '../../etc/passwd',
  'javascript:alert(1)',
  'constructor',
  'x'.repeat(5000),
  [],
  {},
  [[]],
];
const KEYS = ['__proto__', 'constructor', 'toString', 'length', '', 'id', 'version', 'requirements'];

/** The text of some JSON with some of its values, keys or items changed; `undefined` for a text that is none. */
export function mutateJson(text: string, random: SeededRandom): string | undefined {
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  for (let left = 1 + random.below(3); left > 0; left--) {
    root = changed(root, random);
  }
  return JSON.stringify(root);
}

/** Walks down at random and changes something where it stops. */
function changed(node: Json, random: SeededRandom): Json {
  const isList = Array.isArray(node);
  const keys = typeof node === 'object' && node !== null ? Object.keys(node) : [];
  if (keys.length === 0 || random.below(7) === 0) {
    return random.pick(VALUES);
  }
  const key = random.pick(keys);
  if (isList) {
    const at = Number(key);
    switch (random.below(8)) {
      case 0:
        return node.toSpliced(at, 1);
      case 1:
        return [...node, ...node.slice(at, at + 1)];
      case 2:
        return node.toReversed();
      default:
        return node.with(at, changed(node[at] ?? null, random));
    }
  }
  const object = node as Readonly<Record<string, Json>>;
  const entries = Object.entries(object);
  switch (random.below(10)) {
    case 0:
      return Object.fromEntries(entries.filter(([name]) => name !== key));
    case 1:
      return Object.fromEntries(entries.map(([name, value]) => [name === key ? random.pick(KEYS) : name, value]));
    case 2:
      return { ...object, [key]: object[random.pick(keys)] ?? null };
    default:
      return Object.fromEntries(entries.map(([name, value]) => [name, name === key ? changed(value, random) : value]));
  }
}
