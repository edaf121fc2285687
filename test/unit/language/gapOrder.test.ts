import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/base/message';
import { gapStops, stepFrom, stepRound } from '../../../src/language/gapOrder';
import { catalogOf, decisionOf, traceOf, type TracerParts } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: A.1, title: Une, needs: [code] }
  - { id: A.2, title: Deux, needs: [code, proof] }
  - { id: A.3, title: Trois, needs: [code, test] }
  - { id: A.4, title: Quatre, needs: [code], profiles: [{ dispositif: LGC, profil: Général }] }
  - { id: A.5, title: Cinq, needs: [code], profiles: [{ dispositif: DPI, profil: Général }] }
`);

function stops(files: Record<string, string>, parts: TracerParts = {}): string[] {
  return gapStops(traceOf(catalog, { ...parts, files })).map(
    ({ file, range, reasons }) =>
      `${file}:${range.start.line}:${range.start.character} ${reasons(english).join(' & ')}`,
  );
}

describe('the stops at gaps', () => {
  it('are the annotations of requirements that are not satisfied, by file and line', () => {
    assert.deepEqual(
      stops({
        'src/b.ts': '// @segur A.2\nrun();\n',
        'src/a.ts': '// @segur A.1\nrun();\n// @segur A.3\nstop();\n',
      }),
      ['src/a.ts:2:10 A.3: no test verifies it', 'src/b.ts:0:10 A.2: no proof'],
    );
  });

  it('are one a line, which tells of each requirement', () => {
    assert.deepEqual(stops({ 'a.ts': '// @segur A.1, A.2, A.3, A.2.01\nrun();\n' }), [
      'a.ts:0:15 A.2: no proof & A.3: no test verifies it',
    ]);
  });

  it('are problems of an annotation too, but not what could be written better', () => {
    const [unknown, ...others] = stops({ 'a.ts': '// @segur Z.9\nrun();\n// @segur a.1\nstop();\n' });
    assert.match(unknown ?? '', /^a\.ts:0:10 .*Z\.9/u);
    assert.deepEqual(others, []);
  });

  it('leave out what is decided and what is out of the profile', () => {
    const files = { 'a.ts': '// @segur todo A.5\nrun();\n', 'b.ts': '// @segur A.2\nrun();\n' };
    const profile = { dispositif: 'LGC', profils: [] };
    const found = stops(files, { profile, decisions: [decisionOf('A.2')] });
    assert.ok(!found.some((stop) => /A\.5: to do|A\.2: no proof/u.test(stop)), found.join());
  });

  it('are found once for each trace', () => {
    const trace = traceOf(catalog, { files: { 'a.ts': '// @segur A.2\n' } });
    assert.equal(gapStops(trace), gapStops(trace));
  });
});

describe('a step from place to place', () => {
  const place = (file: string, line: number, character = 0) => ({
    file,
    range: { start: { line, character }, end: { line, character: character + 4 } },
  });
  const places = [place('a', 2), place('a', 5, 3), place('c', 0)];
  const from = (file: string, line: number, character = 0) => ({ file, position: { line, character } });

  it('goes on behind the cursor, into the next file, and round', () => {
    assert.equal(stepFrom(places, undefined, 'next'), 0);
    assert.equal(stepFrom(places, from('a', 0), 'next'), 0);
    assert.equal(stepFrom(places, from('a', 2), 'next'), 1);
    assert.equal(stepFrom(places, from('a', 5, 3), 'next'), 2);
    assert.equal(stepFrom(places, from('b', 9), 'next'), 2);
    assert.equal(stepFrom(places, from('c', 0), 'next'), 0);
  });

  it('goes back the same way', () => {
    assert.equal(stepFrom(places, undefined, 'previous'), 2);
    assert.equal(stepFrom(places, from('c', 0), 'previous'), 1);
    assert.equal(stepFrom(places, from('a', 5, 5), 'previous'), 1);
    assert.equal(stepFrom(places, from('a', 2), 'previous'), 2);
  });

  it('has nowhere to go where there is nothing', () => {
    assert.equal(stepFrom([], undefined, 'next'), -1);
    assert.equal(stepFrom([], from('a', 1), 'next'), -1);
    assert.equal(stepFrom([], from('a', 1), 'previous'), -1);
  });

  it('visits each place once a round, in either direction', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), { selector: String, minLength: 1 }),
        fc.constantFrom('next' as const, 'previous' as const),
        (spots, direction) => {
          const all = spots
            .map(([file, line]) => place(file, line))
            .sort((x, y) => (x.file === y.file ? x.range.start.line - y.range.start.line : x.file < y.file ? -1 : 1));
          const visited = new Set<number>();
          let at = stepFrom(all, undefined, direction);
          while (visited.size < all.length) {
            assert.ok(!visited.has(at));
            visited.add(at);
            const here = all[at];
            assert.ok(here);
            at = stepFrom(all, from(here.file, here.range.start.line), direction);
          }
        },
      ),
    );
  });
});

describe('a step through a list', () => {
  it('passes over what is not wanted, goes round, and comes back to where it began last of all', () => {
    const wanted = new Set([1, 3]);
    const step = (start: number, direction: 'next' | 'previous') =>
      stepRound(5, start, direction, (index) => wanted.has(index));
    assert.deepEqual(
      [-1, 0, 1, 2, 3, 4].map((start) => step(start, 'next')),
      [1, 1, 3, 3, 1, 1],
    );
    assert.deepEqual(
      [5, 4, 3, 2, 1, 0].map((start) => step(start, 'previous')),
      [3, 3, 1, 1, 3, 3],
    );
    assert.equal(
      stepRound(5, 3, 'next', (index) => index === 3),
      3,
    );
    assert.equal(
      stepRound(5, 3, 'next', () => false),
      -1,
    );
    assert.equal(
      stepRound(0, -1, 'next', () => true),
      -1,
    );
  });
});
