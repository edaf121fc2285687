import assert from 'node:assert/strict';
import { IdIndex } from '../../../src/catalog/idIndex';

function indexOf(...ids: readonly string[]): IdIndex<string> {
  const index = new IdIndex<string>();
  ids.forEach((id) => index.add(id, id));
  return index;
}

describe('the index of ids', () => {
  it('keeps what was added first under an id, and says so', () => {
    const index = new IdIndex<string>();
    assert.equal(index.add('ssi/gen.18', 'first'), 'first');
    assert.equal(index.add('ssi/gen.18', 'second'), 'first');
    assert.deepEqual([...index.entries()], [['ssi/gen.18', 'first']]);
  });

  it('finds an id with or without the prefix of the ANS, on either side', () => {
    assert.equal(indexOf('sc.ssi/gen.18').find('ssi/gen.18'), 'sc.ssi/gen.18');
    assert.equal(indexOf('ssi/gen.18').find('sc.ssi/gen.18'), 'ssi/gen.18');
    assert.equal(indexOf('sc.ssi/gen.18', 'ssi/gen.18').find('ssi/gen.18'), 'ssi/gen.18');
    assert.equal(indexOf('sc.ssi/gen.18', 'ssi/gen.18').find('sc.ssi/gen.18'), 'sc.ssi/gen.18');
  });

  it('takes no prefix for another, and chooses none of several', () => {
    assert.equal(indexOf('sc.ssi/gen.18').find('lgc.ssi/gen.18'), undefined);
    for (const ids of [
      ['lgc.dmp/ux.10', 'dpi.dmp/ux.10'],
      ['lgc.dmp/ux.10', 'dpi.dmp/ux.10', 'ris.dmp/ux.10'],
    ]) {
      assert.equal(indexOf(...ids).find('dmp/ux.10'), undefined);
    }
  });

  it('tells an id that is written exactly so from one without its prefix', () => {
    assert.equal(indexOf('sc.ssi/gen.18').exact('sc.ssi/gen.18'), 'sc.ssi/gen.18');
    assert.equal(indexOf('sc.ssi/gen.18').exact('ssi/gen.18'), undefined);
  });
});
