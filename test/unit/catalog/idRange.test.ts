import assert from 'node:assert/strict';
import { splitRange } from '../../../src/catalog/idRange';

/** The ids of a range or list, those between two ends in brackets. */
function split(folded: string): string | undefined {
  return splitRange(folded)
    ?.map(({ first, between, last }) =>
      [first, ...(last === undefined ? between : [`[${between.join(' ')}]`, last])].join(' '),
    )
    .join(', ');
}

describe('a range or list of ids', () => {
  for (const [what, folded, wanted] of [
    ['counts from one number to the next', 'ie.08-11', 'ie.08 [ie.09 ie.10] ie.11'],
    ['names others of its section', 'ie.30/32', 'ie.30, ie.32'],
    [
      'names its section again, in full or as a dot',
      'sc.ssi/ie.30/ie.31/.32',
      'sc.ssi/ie.30, sc.ssi/ie.31, sc.ssi/ie.32',
    ],
    ['names another section', 'ie.30-32/iam.92/93', 'ie.30 [ie.31] ie.32, iam.92, iam.93'],
    ['comes back to its first section', 'sc.ssi/ie.30/iam.92/ie.31', 'sc.ssi/ie.30, iam.92, sc.ssi/ie.31'],
    ['names a BIS', 'gen.02/02bis', 'gen.02, gen.02bis'],
    ['counts to no BIS', 'gen.02-03bis', undefined],
    ['runs not backwards', 'ie.57-56', undefined],
    ['has two ends that differ', 'ie.57-57', undefined],
    ['counts in one section', 'gen.02-ie.35', undefined],
    ['has not three ends', 'ie.01-05-09', undefined],
    ['is no single id', 'ie.30', undefined],
  ] as const) {
    it(what, () => assert.equal(split(folded), wanted));
  }

  it('has no more than a hundred members', () => {
    assert.equal(splitRange('ie.001-100')?.[0]?.between.length, 98);
    assert.equal(splitRange('ie.001-102'), undefined);
    assert.equal(splitRange(`ie.1${'/2'.repeat(99)}`)?.length, 100);
    assert.equal(splitRange(`ie.1${'/2'.repeat(100)}`), undefined);
    assert.equal(splitRange('ie.001-060/061-120'), undefined);
    assert.equal(splitRange('ie.001-099/100')?.length, 2);
    assert.equal(splitRange('ie.001-099/100/101'), undefined);
  });
});
