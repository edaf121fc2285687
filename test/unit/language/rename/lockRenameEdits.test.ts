import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import { parseLock, writeLock, type Lock } from '../../../../src/evidence/lock';
import { requirementFingerprint } from '../../../../src/evidence/requirementFingerprint';
import { lockRenameEdits } from '../../../../src/language/rename/lockRenameEdits';
import { renamedRequirement } from '../../../../src/language/rename/renamedCatalog';
import { catalog, renaming } from './renaming';

const requirement = catalog.requirement('PRJ/GEN.18');
assert.ok(requirement);
const today = requirementFingerprint(requirement);

const lock = (id: string, item: string, text: string): Lock => ({
  requirements: new Map([
    ['PRJ/GEN.19', { text: '0123456789abcdef', links: [] }],
    [
      id,
      {
        edition: 'PRJ/GEN.18',
        text,
        links: [
          { verb: 'implements', file: 'PRJ/GEN.18', unit: '"id":"PRJ/GEN.18"', code: '0123456789abcdef' },
          { verb: 'verifies', file: 'b.ts', item },
        ],
      },
    ],
  ]),
  proofs: new Map([['PRJ/GEN.18', { sha256: '0'.repeat(64), date: '2026-01-01' }]]),
});

describe('renaming in segur.lock.json', () => {
  const change = renaming('GEN.18', 'PRJ/GEN.188');

  it('keeps what was accepted accepted, by its new id, and touches nothing else', () => {
    const before = writeLock(lock('PRJ/GEN.18', 'PRJ/GEN.18.01', today));
    const after = applyEdits(before, lockRenameEdits(before, change, catalog));
    const tomorrow = requirementFingerprint(renamedRequirement(requirement, change));
    assert.notEqual(tomorrow, today, 'the ids of its scenarios are part of it');
    assert.deepEqual(parseLock(after).lock, lock('PRJ/GEN.188', 'PRJ/GEN.188.01', tomorrow));
    assert.equal(after, writeLock(lock('PRJ/GEN.188', 'PRJ/GEN.188.01', tomorrow)), 'byte by byte');
  });

  it('does not accept what had changed before', () => {
    const old = 'fedcba9876543210';
    const before = writeLock(lock('PRJ/GEN.18', 'PRJ/GEN.18.01', old));
    const after = applyEdits(before, lockRenameEdits(before, change, catalog));
    assert.equal(after, writeLock(lock('PRJ/GEN.188', 'PRJ/GEN.188.01', old)));
  });

  it('reads it however it is laid out', () => {
    const before = JSON.stringify(JSON.parse(writeLock(lock('PRJ/GEN.18', 'PRJ/GEN.18.01', today))), undefined, '\t');
    const after = applyEdits(before, lockRenameEdits(before, change, catalog));
    assert.equal(parseLock(after).lock?.requirements.get('PRJ/GEN.188')?.links[1]?.item, 'PRJ/GEN.188.01');
  });

  it('has nothing to change in a text that is no lock', () => {
    for (const text of ['', '{', '"id":', '"id": "', '{"id": "X"}', '"'.repeat(1001)]) {
      assert.deepEqual(lockRenameEdits(text, change, catalog), []);
    }
  });
});
