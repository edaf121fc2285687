import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packName, splitName, UniqueNames } from '../../../../src/report/pack/packNames';

describe('names in an evidence pack', () => {
  it('keep ids and words readable in plain letters', () => {
    assert.equal(packName('SC.SSI/GEN.02 BIS'), 'SC.SSI-GEN.02-BIS');
    assert.equal(packName('Sécurité du système d’information'), 'Securite-du-systeme-d-information');
    assert.equal(packName('œuvre'), 'oeuvre');
    assert.equal(packName('procédure de sauvegarde et de restauration du produit'), 'procedure-de-sauvegarde-et-de');
  });

  it('are names everywhere: short, plain, no device, no dot at the ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (words) => {
        const name = packName(words);
        assert.match(name, /^[A-Za-z0-9_][A-Za-z0-9.-]*$/);
        assert.ok(name.length <= 42 && !name.endsWith('.'));
      }),
    );
    for (const words of ['', '...', 'CON', 'nul.txt', 'com1', '..', '日本語']) {
      assert.match(packName(words), /^_/);
    }
  });

  it('have the extension of the file where it is a plain one', () => {
    assert.deepEqual(splitName('preuves/Rapport final.PDF'), { stem: 'Rapport final', extension: '.pdf' });
    assert.deepEqual(splitName('a/.env'), { stem: '.env', extension: '' });
    assert.deepEqual(splitName('a.b/c'), { stem: 'c', extension: '' });
    assert.deepEqual(splitName('x.<script>'), { stem: 'x.<script>', extension: '' });
  });

  it('are given once, whatever their case', () => {
    const names = new UniqueNames();
    const take = (name: string) => names.take((suffix) => `${name}${suffix}.pdf`);
    assert.deepEqual([take('a'), take('A'), take('a'), take('b')], ['a.pdf', 'A-2.pdf', 'a-3.pdf', 'b.pdf']);
  });
});
