import assert from 'node:assert/strict';
import { renewedExpiry, renewedFacts, withRenewal } from '../../../../src/language/fixes/renewal';
import { catalog } from './fixing';

const text = `version: 1
proofs:
  - for: SC.SSI/GEN.18
    kind: attestation # signée
    files: preuves/a.pdf
    date: '2025-12-20'
    expires: 2026-12-20 # un an
    version: 4.1.0
`;

describe('renewing a proof', () => {
  it('lasts as long as before', () => {
    const entry = { kind: 'attestation', date: '2025-12-20', expires: '2026-06-20' };
    assert.equal(renewedExpiry(entry, '2026-11-28'), '2027-05-29');
  });

  it('ends within a year for the penetration test form, and where nobody knows how long it lasted', () => {
    const form = { kind: 'formulaire', date: '2024-01-01', expires: '2026-12-31' };
    assert.equal(renewedExpiry(form, '2026-11-28'), '2027-11-27');
    assert.equal(renewedExpiry({ kind: 'rapport', expires: '2026-12-31' }, '2026-11-28'), '2027-11-27');
    // Somebody’s clock was wrong.
    const wrong = { kind: 'rapport', date: '2031-01-01', expires: '2026-12-31' };
    assert.equal(renewedExpiry(wrong, '2026-11-28'), '2027-11-27');
  });

  it('gives no last day to a proof that had none', () => {
    assert.equal(renewedExpiry({ kind: 'formulaire', date: '2025-12-20' }, '2026-11-28'), undefined);
  });

  it('is for the version and the edition of now, where the proof names others', () => {
    const product = { version: '4.2.0' };
    assert.deepEqual(renewedFacts({ for: 'REQ-1200', version: '4.1.0', edition: 'v1' }, catalog, product), {
      edition: 'v2',
      version: '4.2.0',
    });
    assert.deepEqual(renewedFacts({ for: 'REQ-1200' }, catalog, product), {});
    assert.deepEqual(renewedFacts({ for: 'REQ-1200', version: '4.1.0' }, catalog, {}), {});
  });

  it('writes what is new, its quotes and comments kept', () => {
    const facts = { date: '2026-11-28', expires: '2027-11-28', version: '4.2.0' };
    assert.equal(
      withRenewal(text, 0, facts).text,
      text.replace('2025-12-20', '2026-11-28').replace('2026-12-20', '2027-11-28').replace('4.1.0', '4.2.0'),
    );
  });

  it('names other files where they are others', () => {
    assert.equal(
      withRenewal(text, 0, { date: '2025-12-20', files: ['preuves/b.pdf', 'preuves/c (2).pdf'] }).text,
      text.replace('preuves/a.pdf', '[preuves/b.pdf, preuves/c ?2?.pdf]'),
    );
  });
});
