import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { appendToList, removeAt, setText, YamlBroken } from '../../../src/base/yamlEdit';

const decision = { for: 'GEN.18', status: 'not-applicable', reason: 'Sans objet : rien' };

// @segur ST.PRF.06
describe('appendToList', () => {
  it('creates the list at the end of the file', () => {
    assert.equal(
      appendToList('version: 1 # one\n', ['decisions'], decision),
      'version: 1 # one\ndecisions:\n  - for: GEN.18\n    status: not-applicable\n    reason: "Sans objet : rien"\n',
    );
  });

  it('writes behind the last item, in the indentation of the list', () => {
    const text = 'version: 1\nproofs:\n-   for: A\n    value: "1" # first\n\n# then\ncatalogs: [ x ]\n';
    assert.equal(
      appendToList(text, ['proofs'], { for: 'B', value: '2' }),
      text.replace('# first\n', '# first\n-   for: B\n    value: "2"\n'),
    );
  });

  it('writes behind a text of several lines', () => {
    const text = 'version: 1\ndecisions:\n  - for: A\n    reason: |\n      one\n      two\nscan: {}\n';
    assert.equal(
      appendToList(text, ['decisions'], { for: 'B', reason: 'x' }),
      text.replace('two\n', 'two\n  - for: B\n    reason: x\n'),
    );
  });

  it('adds to a list in brackets, in brackets', () => {
    const text = 'version: 1\nscan: { tests: [ "a/**" ] } # tests\n';
    assert.equal(appendToList(text, ['scan', 'tests'], 'b/*.ts'), text.replace('"a/**"', '"a/**", b/*.ts'));
    assert.equal(appendToList('a: []\n', ['a'], 'b'), 'a: [b]\n');
  });

  it('keeps the line ends of the file', () => {
    assert.equal(appendToList('version: 1\r\n', ['proofs'], { for: 'A' }), 'version: 1\r\nproofs:\r\n  - for: A\r\n');
    assert.equal(appendToList('version: 1', ['scan', 'tests'], 'x'), 'version: 1\nscan:\n  tests:\n    - x\n');
  });

  it('fills a key that has no value', () => {
    const filled = 'version: 1\nproofs: # none yet\n  - for: A\nscan: {}\n';
    assert.equal(appendToList('version: 1\nproofs: # none yet\nscan: {}\n', ['proofs'], { for: 'A' }), filled);
    assert.equal(appendToList('version: 1\nproofs: [] # none yet\nscan: {}\n', ['proofs'], { for: 'A' }), filled);
  });

  it('makes a list of a single value, where it stands', () => {
    assert.equal(appendToList('scan:\n  tests: a # t\n', ['scan', 'tests'], 'b'), 'scan:\n  tests: [a, b] # t\n');
    const text = 'proofs:\n  - for: A # a\n    files: x.pdf\n  - for: B\n';
    assert.equal(appendToList(text, ['proofs', 0, 'files'], 'y.pdf'), text.replace('x.pdf', '[x.pdf, y.pdf]'));
    assert.deepEqual(parse(appendToList('a: x, {y\n', ['a'], 'b')), { a: ['x, {y', 'b'] });
  });

  it('refuses what is no map', () => {
    assert.throws(() => appendToList('- a\n', ['proofs'], 'x'), YamlBroken);
    assert.throws(() => appendToList('a: [\n', ['proofs'], 'x'), YamlBroken);
  });

  it('says what was said before, and the item, in whatever style the file is', () => {
    const word = fc.stringMatching(/^[a-zA-Z é:#'"-]{1,12}$/u);
    const entry = fc.record({ for: word, reason: word }, { noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        entry,
        fc.boolean(),
        fc.boolean(),
        (items, item, flow, indentSeq) => {
          const options = { indentSeq, collectionStyle: flow ? ('flow' as const) : ('block' as const) };
          const text = stringify({ version: 1, decisions: items, scan: { include: ['a'] } }, options);
          assert.deepEqual(parse(appendToList(text, ['decisions'], item)), {
            version: 1,
            decisions: [...items, item],
            scan: { include: ['a'] },
          });
        },
      ),
    );
  });
});

describe('setText', () => {
  it('changes a value within its quotes and leaves its comment', () => {
    const text = "proofs:\n  - files: 'a.pdf' # here\n    date: 2026-01-01\n";
    assert.equal(setText(text, ['proofs', 0, 'files'], 'b.pdf'), text.replace('a.pdf', 'b.pdf'));
    assert.equal(setText(text, ['proofs', 0, 'date'], '2027-01-01'), text.replace('2026', '2027'));
  });

  it('writes a missing key behind the others of its map', () => {
    const text = 'decisions:\n  - for: A # a\n    reason: x # why\n  - for: B\n';
    assert.equal(
      setText(text, ['decisions', 0, 'expires'], '2027-01-01'),
      text.replace('# why\n', '# why\n    expires: 2027-01-01\n'),
    );
    assert.equal(setText('a: { b: c } # x\n', ['a', 'd'], 'e'), 'a: { b: c, d: e } # x\n');
  });
});

describe('removeAt', () => {
  it('takes an item with its lines', () => {
    const text = 'proofs:\n  - for: A\n    value: x # one\n  - for: B\n    value: y\nscan: {}\n';
    assert.equal(removeAt(text, ['proofs', 0]), 'proofs:\n  - for: B\n    value: y\nscan: {}\n');
    assert.equal(removeAt(text, ['proofs', 1]), 'proofs:\n  - for: A\n    value: x # one\nscan: {}\n');
  });

  it('takes the list with its last item', () => {
    assert.equal(removeAt('version: 1\nproofs:\n  - for: A\nscan: {}\n', ['proofs', 0]), 'version: 1\nscan: {}\n');
  });

  it('takes an item out of brackets', () => {
    assert.deepEqual(parse(removeAt('a: [x, y, z] # c\n', ['a', 1])), { a: ['x', 'z'] });
  });
});

describe('a text that cannot be edited', () => {
  it('is refused where aliases are without their anchor, or are more than are followed', () => {
    const bomb = 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n';
    assert.throws(() => appendToList(bomb, ['decisions'], decision), YamlBroken);
    assert.throws(() => removeAt('proofs:\n  - &a x\n  - *a\n', ['proofs', 0]), YamlBroken);
    assert.throws(() => setText('a: [1, *nowhere]\n', ['b'], 'x'), YamlBroken);
  });

  it('is refused where it nests without end', () => {
    const deep = `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`;
    assert.throws(() => appendToList(deep, ['decisions'], decision), YamlBroken);
  });
});
