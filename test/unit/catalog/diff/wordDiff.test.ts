import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordDiff, type DiffPart } from '../../../../src/catalog/diff/wordDiff';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

/** Few words, so that texts have some in common. */
const text = fc
  .array(fc.constantFrom('la', 'sauvegarde', 'é', 'e\u0301', ' ', '\n', ',', '-', '24', '😀'), { maxLength: 30 })
  .map((words) => words.join(''));

describe('a text word by word', () => {
  it('keeps the words that stay, whatever stands around them', () => {
    assert.deepEqual(wordDiff('Le mot de passe a 8 signes.', 'Le mot de passe a 12 signes.'), [
      { kind: 'same', text: 'Le mot de passe a ' },
      { kind: 'removed', text: '8' },
      { kind: 'added', text: '12' },
      { kind: 'same', text: ' signes.' },
    ]);
  });

  it('makes both texts again, and has no change where there is none', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        assert.equal(without(parts, 'added'), before);
        assert.equal(without(parts, 'removed'), after);
        assert.equal(
          parts.every(({ kind }) => kind === 'same'),
          before === after,
        );
      }),
    );
  });

  it('takes long texts that have nothing in common for two, without comparing them to their end', () => {
    const words = (start: number) => Array.from({ length: 20_000 }, (_, n) => `w${start + n}`).join(' ');
    const parts = wordDiff(words(0), words(50_000));
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });
});
