import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileHref, isWebAddress } from '../../../src/report/href';

describe('fileHref', () => {
  it('leads to the file from where the document is', () => {
    assert.equal(fileHref('../', 'src/a b (1).ts'), '../src/a%20b%20%281%29.ts');
  });

  it('gives back every path, and no character that could end it or make it a script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), (names) => {
        const path = names.map((name) => name.replaceAll('/', '_')).join('/');
        const href = fileHref('./', path);
        assert.equal(decodeURIComponent(href), `./${path}`);
        assert.match(href, /^\.\/[\w.~%/-]*$/u);
      }),
    );
  });

  it('is made for a name that is no Unicode text too', () => {
    assert.equal(fileHref('', 'a\uD800/b'), 'a%EF%BF%BD/b');
  });
});

describe('isWebAddress', () => {
  it('tells pages of the web from what runs and from text', () => {
    assert.ok(isWebAddress('https://example.org/a?b=c'));
    assert.ok(isWebAddress('HTTP://EXAMPLE.ORG'));
    for (const other of [
      'javascript:alert(1)',
      ' https://example.org',
      'https://',
      'https://a b',
      'file:///a',
      'mailto:a@b',
    ]) {
      assert.equal(isWebAddress(other), false, other);
    }
  });
});
