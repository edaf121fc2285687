import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyLock, parseLock, writeLock, type AcceptedLink, type Lock } from '../../../src/evidence/lock';
import { ProblemCode } from '../../../src/base/problem';

const hex = (digits: number) =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: digits, maxLength: digits })
    .map((all) => all.join(''));
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const optional = (key: string, value: fc.Arbitrary<string>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));

const link: fc.Arbitrary<AcceptedLink> = fc
  .tuple(
    fc.record({ verb: fc.constantFrom('implements', 'verifies', 'partial', 'todo'), file: name }),
    optional('item', name),
    optional('unit', name),
    optional('code', hex(16)),
  )
  .map(([base, ...rest]) => Object.assign({}, base, ...rest) as AcceptedLink);

const lock: fc.Arbitrary<Lock> = fc.record({
  requirements: fc
    .array(
      fc.tuple(
        name,
        fc
          .tuple(fc.record({ text: hex(16), links: fc.array(link, { maxLength: 5 }) }), optional('edition', name))
          .map(([base, edition]) => ({ ...base, ...edition })),
      ),
    )
    .map((entries) => new Map(entries)),
  proofs: fc
    .array(
      fc.tuple(
        name.map((path) => path.normalize('NFC')),
        fc.tuple(fc.record({ sha256: hex(64) }), optional('date', name)).map(([base, date]) => ({ ...base, ...date })),
      ),
    )
    .map((entries) => new Map(entries)),
});

const sortedLinks = ({ requirements, proofs }: Lock) => ({
  requirements: new Map(
    [...requirements].map(([id, row]) => [
      id,
      { ...row, links: new Set(row.links.map((one) => JSON.stringify(Object.entries(one).sort()))) },
    ]),
  ),
  proofs,
});

// @segur ST.REV.01
describe('the lock', () => {
  it('says after writing and reading what it said before, whatever the names', () => {
    fc.assert(
      fc.property(lock, (before) => {
        const { lock: after, problems } = parseLock(writeLock(before));
        assert.deepEqual(problems, []);
        assert.ok(after);
        assert.deepEqual(sortedLinks(after), sortedLinks(before));
      }),
    );
  });

  it('is the same text for the same content, in whatever order it was gathered', () => {
    fc.assert(
      fc.property(lock, ({ requirements, proofs }) => {
        const turned: Lock = {
          requirements: new Map(
            [...requirements].reverse().map(([id, row]) => [id, { ...row, links: [...row.links].reverse() }]),
          ),
          proofs: new Map([...proofs].reverse()),
        };
        assert.equal(writeLock(turned), writeLock({ requirements, proofs }));
      }),
    );
  });

  it('has a link on each line, so that branches merge', () => {
    const link = { verb: 'implements', unit: 'A.b', code: '0123456789abcdef' };
    const text = writeLock({
      requirements: new Map([
        [
          'SC.SSI/GEN.18',
          {
            text: 'fedcba9876543210',
            links: [
              { ...link, file: 'src/b.ts' },
              { ...link, file: 'src/a.ts' },
            ],
          },
        ],
      ]),
      proofs: new Map(),
    });
    assert.equal(
      text,
      `{
  "version": 1,
  "requirements": [
    {"id":"SC.SSI/GEN.18","text":"fedcba9876543210","links":[
      {"file":"src/a.ts","unit":"A.b","verb":"implements","code":"0123456789abcdef"},
      {"file":"src/b.ts","unit":"A.b","verb":"implements","code":"0123456789abcdef"}
    ]}
  ],
  "proofs": []
}
`,
    );
  });

  it('counts as none, with the place of the fault, when it cannot be read to the end', () => {
    const whole = writeLock({ ...emptyLock(), proofs: new Map([['a.pdf', { sha256: 'a'.repeat(64) }]]) });
    for (const [text, line] of [
      [whole.slice(0, -20), 4],
      [whole.replace('"version": 1', '"version": 2'), 1],
      [whole.replace('aaaa', 'AAAA'), 4],
      ['', undefined],
      ['[]', 0],
      ['{"version":1,"proofs":[{"file":"a","sha256":5}]}', 0],
    ] as const) {
      const { lock: read, problems } = parseLock(text);
      assert.equal(read, undefined, text);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.code, ProblemCode.LockUnreadable);
      assert.equal(problems[0].range?.start.line, line, text);
    }
  });

  it('names an unresolved merge conflict', () => {
    const text = '{\n<<<<<<< HEAD\n  "version": 1\n=======\n  "version": 1\n>>>>>>> other\n}\n';
    const { lock: read, problems } = parseLock(text);
    assert.equal(read, undefined);
    assert.equal(problems[0]?.range?.start.line, 1);
    assert.match(problems[0].message.template, /merge conflict/);
  });

  it('has the links of both when a merge left a requirement twice', () => {
    const row = (file: string) =>
      `{"id":"REQ-1","text":"0123456789abcdef","links":[{"file":"${file}","verb":"implements"}]}`;
    const { lock: read } = parseLock(`{"version":1,"requirements":[${row('a.ts')},${row('b.ts')}]}`);
    assert.equal(read?.requirements.get('REQ-1')?.links.length, 2);
  });

  it('takes a path written in decomposed letters for the same file', () => {
    const text = `{"version":1,"proofs":[{"file":"preuves/proce\u0301dure.pdf","sha256":"${'b'.repeat(64)}"}]}`;
    assert.ok(parseLock(text).lock?.proofs.has('preuves/procédure.pdf'.normalize('NFC')));
  });
});
