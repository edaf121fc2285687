import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Link } from '../../../src/trace/model';
import { acceptedFormOf, reviewLinks } from '../../../src/trace/reviewedLinks';

interface Parts {
  readonly file?: string;
  readonly unit?: string;
  readonly hash?: string;
  readonly verb?: Link['verb'];
  readonly item?: string;
  readonly snippet?: string;
  readonly line?: number;
}

function link({ file = 'a.ts', unit, hash, verb = 'implements', item, snippet = 'run();', line = 0 }: Parts): Link {
  return {
    file,
    range: { start: { line, character: 0 }, end: { line, character: 5 } },
    verb,
    id: 'SC.SSI/GEN.18',
    raw: 'SC.SSI/GEN.18',
    state: 'ok',
    snippet,
    ...(item === undefined ? {} : { item }),
    ...(unit === undefined
      ? {}
      : {
          unit: {
            kind: 'function',
            name: unit,
            startLine: line,
            endLine: line,
            ...(hash === undefined ? {} : { hash }),
          },
        }),
  };
}

const known = () => true;
const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';

// @segur ST.REV.01
describe('reviewing links against those that were accepted', () => {
  it('has nothing against a link as it was accepted', () => {
    const one = link({ unit: 'f', hash: A });
    const review = reviewLinks([one], [acceptedFormOf(one)], known);
    assert.deepEqual([...review.unchanged], [one]);
    assert.equal(review.changed.size + review.unreviewed.length + review.gone.length, 0);
  });

  it('takes no offence at a move within the file, to another file or of the file', () => {
    const then = link({ unit: 'f', hash: A });
    for (const now of [
      link({ unit: 'f', hash: A, line: 40 }),
      link({ unit: 'f', hash: A, file: 'lib/b.ts' }),
      link({ unit: 'Service.f', hash: A, file: 'lib/b.ts' }),
    ]) {
      assert.equal(reviewLinks([now], [acceptedFormOf(then)], known).unchanged.size, 1);
    }
  });

  it('finds the changed code of a unit, also when it moved or was renamed as well', () => {
    const then = acceptedFormOf(link({ unit: 'f', hash: A }));
    for (const now of [
      link({ unit: 'f', hash: B }),
      link({ unit: 'f', hash: B, file: 'lib/b.ts' }),
      link({ unit: 'g', hash: B }),
    ]) {
      const review = reviewLinks([now], [then], known);
      assert.deepEqual(review.changed.get(now), then);
      assert.deepEqual(review.gone, []);
    }
  });

  it('has nothing against a new link, and tells of one that is gone', () => {
    const then = acceptedFormOf(link({ unit: 'f', hash: A }));
    const now = link({ unit: 'h', hash: B, file: 'other.ts' });
    const review = reviewLinks([now], [then], known);
    assert.deepEqual(review.unreviewed, [now]);
    assert.deepEqual(review.gone, [then]);
    assert.equal(review.changed.size, 0);
  });

  it('keeps links of another verb or of another scenario apart', () => {
    const then = acceptedFormOf(link({ unit: 'f', hash: A }));
    for (const now of [
      link({ unit: 'f', hash: B, verb: 'partial' }),
      link({ unit: 'f', hash: B, item: 'SC.SSI/GEN.18.01' }),
    ]) {
      assert.equal(reviewLinks([now], [then], known).changed.size, 0);
    }
  });

  it('pairs the changed one of two links with the accepted one that is left', () => {
    const first = link({ unit: 'f', hash: A });
    const second = link({ unit: 'g', hash: B });
    const changed = link({ unit: 'g', hash: 'cccccccccccccccc' });
    const review = reviewLinks([changed, first], [acceptedFormOf(first), acceptedFormOf(second)], known);
    assert.deepEqual([...review.changed.keys()], [changed]);
    assert.deepEqual([...review.unchanged], [first]);
  });

  it('says nothing against code that was not looked for yet', () => {
    const then = acceptedFormOf(link({ unit: 'f', hash: A }));
    const now = link({});
    assert.equal(reviewLinks([now], [then], () => false).changed.size, 0);
    assert.equal(reviewLinks([now], [then], known).changed.size, 1, 'the unit is gone');
  });

  it('goes by the annotated line where there is no unit', () => {
    const then = acceptedFormOf(link({ snippet: 'timeout: 15' }));
    assert.equal(reviewLinks([link({ snippet: 'timeout: 15' })], [then], known).unchanged.size, 1);
    assert.equal(reviewLinks([link({ snippet: 'timeout: 60' })], [then], known).changed.size, 1);
  });

  it('says nothing of code that had no fingerprint when it was accepted', () => {
    const then = acceptedFormOf(link({ unit: 'huge' }));
    assert.equal(then.code, undefined);
    assert.equal(reviewLinks([link({ unit: 'huge', hash: A })], [then], known).unchanged.size, 1);
  });

  it('accounts for each link exactly once, and for no accepted one twice; what was just accepted is unchanged', () => {
    const parts = fc.record({
      file: fc.constantFrom('a.ts', 'b.ts'),
      unit: fc.constantFrom(undefined, 'f', 'g'),
      hash: fc.constantFrom(undefined, A, B),
      verb: fc.constantFrom('implements' as const, 'verifies' as const),
      item: fc.constantFrom(undefined, 'x'),
      snippet: fc.constantFrom('', 'run();'),
    });
    const links = fc.array(
      parts.map((one) => link(one as Parts)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(links, links, (now, then) => {
        const accepted = then.map(acceptedFormOf);
        const review = reviewLinks(now, accepted, known);
        assert.equal(review.changed.size + review.unchanged.size + review.unreviewed.length, now.length);
        assert.deepEqual(
          review.gone.filter((one) => !accepted.includes(one)),
          [],
        );
        assert.equal(
          new Set([...review.changed.values(), ...review.gone]).size,
          review.changed.size + review.gone.length,
        );
        const again = reviewLinks(now, now.map(acceptedFormOf), known);
        assert.equal(again.unchanged.size, now.length);
      }),
    );
  });
});
