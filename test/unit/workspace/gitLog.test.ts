import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLog, parseTreeDiffs, type LoggedCommit } from '../../../src/workspace/gitLog';

const NONE = '0'.repeat(40);
const hash = fc.string({ unit: fc.constantFrom('1', '2', '9', 'a', 'f'), minLength: 40, maxLength: 40 });
/** Whatever a file may be called: a NUL alone cannot be in a name. */
const path = fc
  .string({
    unit: fc.constantFrom('a', 'é', ' ', '\n', '"', ':', '\u0001', '/', '\\', 'R100', '1'),
    minLength: 1,
    maxLength: 12,
  })
  .filter((name) => name !== '');
const change = fc.record(
  { path, before: fc.array(hash, { maxLength: 1 }), after: hash },
  { requiredKeys: ['path', 'before'], noNullPrototype: true },
);
const renamed = fc.record({ path, from: path, before: fc.tuple(hash), after: hash }, { noNullPrototype: true });
const commit = fc.record(
  {
    id: hash,
    hasParents: fc.boolean(),
    day: fc.constantFrom('2026-01-31', '1999-12-01'),
    time: fc.integer({ min: 0, max: 2 ** 32 }),
    files: fc.array(fc.oneof(change, renamed), { maxLength: 4 }),
  },
  { noNullPrototype: true },
);

function raw(files: LoggedCommit['files']): string {
  return files
    .map(({ path: name, from, before: [before = NONE], after = NONE }) => {
      const status = from === undefined ? 'M' : 'R087';
      return `:100644 100644 ${before} ${after} ${status}\0${from === undefined ? '' : `${from}\0`}${name}\0`;
    })
    .join('');
}

describe('the log of git', () => {
  it('is read whatever the files are called', () => {
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 5 }), (commits) => {
        const written = commits.map(
          ({ id, hasParents, day, time, files }) =>
            `\u0001${id}\0${hasParents ? NONE : ''}\0${day}\0${time}\0${files.length === 0 ? '' : '\n'}${raw(files)}`,
        );
        assert.deepEqual(parseLog(written.join('')), commits);
      }),
    );
  });

  it('is read of differences between trees', () => {
    fc.assert(
      fc.property(fc.uniqueArray(commit, { selector: ({ id }) => id, maxLength: 5 }), (commits) => {
        const written = commits.map(({ id, files }) => `${id}\0${raw(files)}`).join('');
        assert.deepEqual(
          [...parseTreeDiffs(written)],
          commits.map(({ id, files }) => [id, files]),
        );
      }),
    );
  });

  it('tells the sides of a merge', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
    const text = `\u0001${a}\0${b} ${c}\x002026-01-01\x001\0\n::100644 100644 100644 ${a} ${b} ${c} MM\0f\0`;
    assert.deepEqual(parseLog(text)[0]?.files, [{ path: 'f', before: [a, b], after: c }]);
  });

  it('ends where something else begins', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseLog(text)) && parseTreeDiffs(text).size >= 0));
  });
});
