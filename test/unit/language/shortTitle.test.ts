import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortTitle } from '../../../src/language/shortTitle';

describe('a short title', () => {
  it('stands on one line and ends at a word where one is near', () => {
    assert.equal(shortTitle(' Sauvegarde\n des   données '), 'Sauvegarde des données');
    assert.equal(shortTitle('un deux trois', 9), 'un deux…');
    assert.equal(shortTitle('Sauvegarde', 5), 'Sauv…');
  });

  it('is never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (title, longest) => {
        const short = shortTitle(title, longest);
        assert.ok(short.length <= longest);
        assert.doesNotMatch(short, /\p{Cs}/u);
      }),
    );
  });
});
