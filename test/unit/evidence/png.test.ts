import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, render } from '../../../src/base/message';
import { BIGGEST_PNG, pngFault } from '../../../src/evidence/png';

const real = new Uint8Array(
  readFileSync(join(__dirname, '../../../examples/dossier-patient/preuves/IE.38/session-ouverte.png')),
);

function fault(bytes: Uint8Array): string | undefined {
  const found = pngFault(bytes);
  return found === undefined ? undefined : render(english, found);
}

function changed(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = real.slice();
  copy.set(bytes, at);
  return copy;
}

describe('a screenshot', () => {
  it('is a PNG', () => {
    assert.equal(fault(real), undefined);
    // As a message brings it: a part of a larger buffer.
    const larger = new Uint8Array(real.length + 7);
    larger.set(real, 7);
    assert.equal(fault(larger.subarray(7)), undefined);
  });

  it('is nothing else, and nothing cut off at the start', () => {
    const none = 'This is no picture in PNG format';
    assert.equal(fault(new Uint8Array()), none);
    assert.equal(fault(real.subarray(0, 20)), none);
    assert.equal(fault(changed(0, 0xff)), none);
    assert.equal(fault(changed(12, 0x54)), none);
    assert.equal(fault(new TextEncoder().encode(`<svg onload="alert(1)">${' '.repeat(100)}</svg>`)), none);
  });

  it('has sides that can be drawn', () => {
    assert.ok(fault(changed(16, 0, 0, 0, 0)));
    assert.ok(fault(changed(20, 0xff, 0xff, 0xff, 0xff)));
  });

  it('has a bounded size', () => {
    const huge = new Uint8Array(BIGGEST_PNG + 1);
    huge.set(real);
    assert.equal(fault(huge), 'This picture is larger than 20 MB');
    assert.equal(fault(huge.subarray(0, BIGGEST_PNG)), undefined);
  });
});
