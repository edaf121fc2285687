import assert from 'node:assert/strict';
import { acceptProofs, changedProofProblems, withChangedProofs } from '../../../src/evidence/acceptedProofs';
import { emptyLock, type Lock } from '../../../src/evidence/lock';
import type { Proof } from '../../../src/evidence/model';
import { proofOf } from '../trace/fixtures';

const FILE = 'preuves/a.pdf';
const BYTES = 'a'.repeat(64);
const OTHERS = 'b'.repeat(64);

const first = proofOf('REQ-1', 'ok', { date: '2026-09-01' });
const second = proofOf('REQ-2', 'ok', { date: '2026-10-01' });

function accepted(proofs: readonly Proof[], lock: Lock, chosen: (proof: Proof) => boolean, hash = BYTES) {
  return acceptProofs(proofs, lock, () => hash, { accepts: chosen, forgets: false });
}

function states(proofs: readonly Proof[], lock: Lock, hash = BYTES): string[] {
  return withChangedProofs(proofs, lock, () => hash).map(({ state }) => state);
}

// @segur ST.REV.01
describe('accepted proofs', () => {
  it('are changed by other bytes and by another date, and not while their bytes are unknown', () => {
    const { lock, added } = accepted([first], emptyLock(), () => true);
    assert.deepEqual(added, [FILE]);
    assert.deepEqual(states([first], lock), ['ok']);
    assert.deepEqual(states([first], lock, OTHERS), ['changed']);
    assert.deepEqual(
      withChangedProofs([first], lock, () => undefined).map(({ state }) => state),
      ['ok'],
    );
    const redated = proofOf('REQ-1', 'ok', { date: '2026-11-01' });
    assert.deepEqual(states([redated], lock), ['changed']);
    const again = accepted([redated], lock, () => true);
    assert.deepEqual([again.changed, states([redated], again.lock)], [[FILE], ['ok']]);
    assert.equal(changedProofProblems(withChangedProofs([first], again.lock, () => BYTES)).length, 1);
  });

  it('may be one file for two entries of different dates: none of them is changed by the date of the other', () => {
    const { lock } = accepted([first, second], emptyLock(), () => true);
    assert.deepEqual(states([first, second], lock), ['ok', 'ok']);
    assert.deepEqual(states([first, second], lock, OTHERS), ['changed', 'changed']);
    assert.deepEqual(accepted([first, second], lock, () => true).changed, []);
  });

  it('are accepted by whichever entry is chosen, though another one names the file before it', () => {
    const { lock, added } = accepted([first, second], emptyLock(), (proof) => proof === second);
    assert.deepEqual(added, [FILE]);
    assert.deepEqual([...lock.proofs], [[FILE, { sha256: BYTES, date: '2026-10-01' }]]);
    const renewed = accepted([first, second], lock, (proof) => proof === second, OTHERS);
    assert.deepEqual(renewed.changed, [FILE]);
    assert.deepEqual(states([first, second], renewed.lock, OTHERS), ['ok', 'ok']);
  });

  it('are forgotten where no entry names the file any more, and only where that is asked for', () => {
    const { lock } = accepted([first], emptyLock(), () => true);
    assert.deepEqual(accepted([], lock, () => true).gone, []);
    const { gone, lock: after } = acceptProofs([], lock, () => BYTES, { accepts: () => true, forgets: true });
    assert.deepEqual([gone, after.proofs.size], [[FILE], 0]);
  });
});
