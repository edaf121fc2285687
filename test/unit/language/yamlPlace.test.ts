import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { yamlPlaceAt } from '../../../src/language/yamlPlace';

const root = join(__dirname, '..', '..', '..');
const example = readFileSync(join(root, 'examples', 'dossier-patient', 'segur.yaml'), 'utf8');

/** The slots of a place as `role path@column`. */
function slots(marked: string): readonly string[] | undefined {
  const place = yamlPlaceAt(marked.replace('│', ''), marked.indexOf('│'));
  return place?.slots.map(({ role, path, column }) => `${role} ${path.join('.')}@${column}`);
}

interface Known {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** Every key and value of a sound text that stands on one line: a key with the path of its map. */
function scalarsOf(text: string): readonly Known[] {
  const found: Known[] = [];
  const add = (node: unknown, role: string, path: readonly (string | number)[]): void => {
    if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
      found.push({ start: node.range[0], end: node.range[1], path: `${role} ${path.join('.')}` });
    }
  };
  const walk = (node: unknown, path: readonly (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        add(key, 'key', path);
        const below = [...path, String(isScalar(key) ? key.value : '')];
        add(value, 'value', below);
        walk(value, below);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, at) => {
        add(item, 'value', [...path, at]);
        walk(item, [...path, at]);
      });
    }
  };
  walk(parseDocument(text).contents, []);
  return found;
}

describe('the place of an offset in YAML', () => {
  it('tells every key and value of the example file by its path, wherever in it the cursor is', () => {
    const known = scalarsOf(example);
    assert.ok(known.length > 150);
    for (const { start, end, path } of known) {
      const isQuoted = `'"`.includes(example.charAt(start));
      for (let offset = start + (isQuoted ? 1 : 0); offset <= end - (isQuoted ? 1 : 0); offset++) {
        const place = yamlPlaceAt(example, offset);
        const [slot] = place?.slots ?? [];
        const shown = `${slot?.role} ${slot?.path.join('.')}`;
        assert.equal(shown, path, `${offset}: ${example.slice(start, end)}`);
        assert.equal(place?.start, start);
        assert.equal(place.end, end);
      }
    }
  });

  it('tells the same where the text ends behind the cursor', () => {
    for (const { start, end, path } of scalarsOf(example)) {
      // Without its colon, a key may also be a value that is being written.
      const isQuoted = `'"`.includes(example.charAt(start));
      const found = yamlPlaceAt(example.slice(0, end - (isQuoted ? 1 : 0)), end - (isQuoted ? 1 : 0));
      const all = found?.slots.map((slot) => `${slot.role} ${slot.path.join('.')}`) ?? [];
      const isWanted = path.startsWith('key') ? [path, path.replace('key', 'value')] : [path];
      assert.ok(
        isWanted.some((wanted) => all.includes(wanted)),
        `${path}: ${all.join(' | ')}`,
      );
    }
  });

  it('never throws, at any offset of any stretch of the example, and replaces what stands around the cursor in one line', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, c) => {
        const from = a % example.length;
        const text = example.slice(from, from + (b % 900));
        const offset = c % (text.length + 1);
        const place = yamlPlaceAt(text, offset);
        if (place !== undefined) {
          assert.ok(place.start <= offset && offset <= place.end);
          assert.ok(!text.slice(place.start, place.end).includes('\n'));
          assert.ok(place.slots.length > 0);
          place.slots.forEach(({ path }) => place.dataAt(path));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws on marks in any order', () => {
    const piece = fc.constantFrom(
      '- ',
      '-',
      ': ',
      ':',
      'for',
      'a',
      '\n',
      '\r\n',
      '  ',
      ' ',
      '[',
      ']',
      '{',
      '}',
      ',',
      "'",
      '"',
      '#',
      '|',
      '>',
      '&a ',
      '*a',
      '!',
      '---\n',
      '\t',
      '%',
      '@',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const place = yamlPlaceAt(text, at % (text.length + 1));
        place?.slots.forEach(({ path }) => place.dataAt(path));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows values that are not written yet', () => {
    assert.deepEqual(slots('version: │'), ['value version@9']);
    assert.deepEqual(slots('proofs:\n  - for: │\n    kind: capture\n'), ['value proofs.0.for@9']);
    assert.deepEqual(slots('proofs:\n  - for: [A, │\n    kind: capture\n'), ['value proofs.0.for.1@13']);
    assert.deepEqual(slots('proofs:\n  - { for: A, kind: │ }\n'), ['value proofs.0.kind@20']);
    assert.deepEqual(slots('proofs:\n  - for:\n      - A\n      - │\n'), ['value proofs.0.for.1@8']);
    assert.deepEqual(slots('proofs:\n  - { for:│ }\n'), ['value proofs.0.for@10']);
    assert.deepEqual(slots('catalogs: builtin:│'), ['value catalogs@10']);
    assert.deepEqual(slots("proofs:\n  - for: '│\n    kind: capture\n"), ['value proofs.0.for@9']);
  });

  it('knows what an empty line may go on with, by its indentation and by the line above', () => {
    assert.deepEqual(slots('│'), ['key @0']);
    assert.deepEqual(slots('# only a comment\n│'), ['key @0']);
    assert.deepEqual(slots('version: 1\n│'), ['key @0']);
    assert.deepEqual(slots('proofs:\n│'), ['value proofs@2', 'key @0']);
    assert.deepEqual(slots('proofs:\n  - for: A\n    │\n    date: 2026-01-01\n'), ['key proofs.0@4']);
    assert.deepEqual(slots('proofs:\n  - for: A\n  │\n'), ['key proofs.0@4', 'item proofs@2']);
    assert.deepEqual(slots('proofs:\n  - for: A\n\n  │\n'), ['item proofs@2', 'key proofs.0@4']);
    assert.deepEqual(slots('proofs:\n  - for: A\n  - for: B\n    ki│\n'), ['key proofs.1@4']);
    assert.deepEqual(slots('proofs:\n  - for:\n      - A\n      │\n'), ['item proofs.0.for@6']);
    assert.deepEqual(slots('profile:\r\n  couloir: A\r\n  │\r\nversion: 1\r\n'), ['key profile@2']);
  });

  it('finds nothing in comments, block texts, tabs and behind a closed value', () => {
    for (const text of [
      '# a │',
      'version: 1 # │',
      'decisions:\n  - reason: >\n      some │\n    by: a\n',
      'decisions:\n  - reason: one\n      two │\n',
      'a: "b" │',
      'a:\t│',
      'a: [b] │',
    ]) {
      assert.equal(slots(text), undefined, text);
    }
  });

  it('reads the entry around the cursor alone, however many others there are, sound or not', () => {
    const entries = Array.from(
      { length: 3000 },
      (_, at) => `  - for: A${at}\n    kind: 'x${at % 2 === 0 ? "'" : ''}\n`,
    );
    const text = `version: 1\nproofs:\n${entries.join('')}  - for: B\n    `;
    const place = yamlPlaceAt(text, text.length);
    assert.deepEqual(place?.slots[0]?.path, ['proofs', 3000]);
    assert.deepEqual(place.dataAt(['proofs', 3000]), { for: 'B' });
  });

  it('is found below any number of empty lines', () => {
    const above = `proofs:\n  - for: A-1\n${'\n'.repeat(150_000)}    kind: code\n`;
    assert.deepEqual(slots(`${above}    │\n`), ['key proofs.0@4']);
  });
});
