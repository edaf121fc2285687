import assert from 'node:assert/strict';
import { plainName } from '../../../src/language/plainName';

describe('a name', () => {
  it('stays as it is written', () => {
    assert.equal(plainName('  Zoé d’Été-Müller (RSSI) '), 'Zoé d’Été-Müller (RSSI)');
  });

  it('is one line, and no longer than names are', () => {
    assert.equal(plainName('Zoé\n- for: [x]\u2028 \u0007'), 'Zoé - for: [x]');
    assert.equal(plainName('a'.repeat(5000)).length, 200);
  });
});
