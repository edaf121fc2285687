import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_NAMING, namedBy, parseNaming, type NamedProof } from '../../../src/evidence/proofNaming';

const proof: NamedProof = {
  id: 'SC.SSI/GEN.02 BIS',
  kind: 'capture',
  date: '2026-09-01',
  author: 'Zoé, RSSI',
  product: 'Dossier Patient',
  version: '4.2.0',
  name: 'écran n°1',
};

function named(rule: string, one: NamedProof = proof): string | undefined {
  const parsed = parseNaming(rule);
  return parsed === undefined ? undefined : namedBy(parsed, one);
}

describe('the rule for names of proofs', () => {
  it('gives id, kind and date by default, in plain letters', () => {
    assert.equal(named(DEFAULT_NAMING), 'SC.SSI-GEN.02-BIS_capture_2026-09-01');
  });

  it('may ask for anything that a proof says', () => {
    assert.equal(
      named('{product} {version} - {id} ({author}, {name})'),
      'Dossier-Patient 4.2.0 - SC.SSI-GEN.02-BIS (Zoe-RSSI, ecran-n-1)',
    );
  });

  it('leaves out what a proof does not say, and what would separate it', () => {
    const bare = { id: 'GEN.1', kind: 'autre' };
    assert.equal(named(DEFAULT_NAMING, bare), 'GEN.1_autre');
    assert.equal(named('{date}_{id}', bare), 'GEN.1');
    assert.equal(named('preuve-{id}', bare), 'preuve-GEN.1');
  });

  it('is refused with an unknown part, without any, or with what file names cannot hold', () => {
    for (const rule of [
      '{ID}',
      '{id}_{titre}',
      'preuve',
      '',
      '{id}/{kind}',
      '../{id}',
      '{id}\\{kind}',
      '{id}:x',
      '{{id}',
    ]) {
      assert.equal(parseNaming(rule), undefined, rule);
    }
    assert.equal(parseNaming(`{id}${'a'.repeat(200)}`), undefined);
  });

  it('gives names that every file system keeps, whatever a proof says', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, (id, author, name) => {
        const given = named('.{id}_{author} {name}.', { id, kind: 'autre', author, name });
        assert.match(given ?? '', /^[A-Za-z0-9_(][A-Za-z0-9 ._+,()-]{0,119}$/u);
        assert.doesNotMatch(given ?? '', /[. ]$/u);
      }),
    );
  });
});
