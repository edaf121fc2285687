import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/base/message';
import { pageMargins } from '../../../src/report/pageMargins';
import { catalogOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf('requirements:\n  - { id: A.01, title: Un, needs: [code] }\n', '2026-02');

describe('the margins of a printed page', () => {
  it('name product, version, edition and commit', () => {
    const trace = traceOf(catalog, { product: { name: 'Dossier', version: '4.2' } });
    const css = pageMargins(trace, { t: english, commit: 'abc' });
    assert.match(css, /@top-left \{ content: "Dossier 4\\2e 2";/u);
    assert.match(css, /@top-right \{ content: "Référentiel 2026\\2d 02";/u);
    assert.match(css, /@bottom-left \{ content: "Commit abc";/u);
  });

  it('let no name end its string, the sheet or its element', () => {
    const plain = (css: string): string => css.replaceAll(/"[\p{L}\p{N} \\]*"/gu, '""');
    const usual = plain(pageMargins(traceOf(catalog, { product: { name: 'x' } }), { t: english }));
    const hostile = fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\f', '</style>', '}', 'é', '😀', '*/', '@') });
    fc.assert(
      fc.property(hostile, (name) => {
        const css = pageMargins(traceOf(catalog, { product: { name: `x${name}` } }), { t: english });
        assert.equal(plain(css), usual);
      }),
    );
  });
});
