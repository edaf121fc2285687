import assert from 'node:assert/strict';
import { chapterOf, chapterTrace } from '../../../src/trace/chapterTrace';
import { catalogOf, rowOf, traceOf } from './fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Sauvegarde, chapter: Un, needs: [code] }
  - { id: SC.SSI/GEN.19, title: Restauration, chapter: Deux, needs: [code] }
  - { id: SC.SSI/GEN.20, title: Journal, needs: [code] }
`);

const files = {
  'src/a.ts': '// @segur SC.SSI/GEN.18\nsave();\n// @segur NO-1\nrun();\n',
  'src/b.ts': '// SC.SSI/GEN.18 and SC.SSI/GEN.19\nrun();\n',
};

describe('the trace of a chapter', () => {
  const whole = traceOf(catalog, { files, product: { name: 'P', version: '1' } });

  it('holds the rows of its requirements as they are, and their totals', () => {
    const trace = chapterTrace(whole, 'Un');
    assert.deepEqual(trace.requirements, [rowOf(whole, 'SC.SSI/GEN.18')]);
    assert.equal(trace.requirement('SC.SSI/GEN.19'), undefined);
    assert.deepEqual([trace.counts.satisfied, trace.counts.missing], [1, 0]);
    assert.deepEqual([whole.counts.satisfied, whole.counts.missing], [1, 2]);
  });

  it('holds what names the product, its profile and its catalogues', () => {
    const { product, profile, catalogs } = chapterTrace(whole, 'Un');
    assert.deepEqual(
      { product, profile, catalogs },
      {
        product: whole.product,
        profile: whole.profile,
        catalogs: whole.catalogs,
      },
    );
    assert.equal(product.name, 'P');
  });

  it('holds mentions of its requirements alone, and nothing that belongs to no chapter', () => {
    assert.deepEqual(
      whole.mentions.map(({ id }) => id),
      ['SC.SSI/GEN.18', 'SC.SSI/GEN.19'],
    );
    assert.equal(whole.unknownLinks.length, 1);
    assert.ok(whole.problems.length > 0);
    const { mentions, unknownLinks, problems } = chapterTrace(whole, 'Deux');
    assert.deepEqual(
      mentions.map(({ id }) => id),
      ['SC.SSI/GEN.19'],
    );
    assert.deepEqual([unknownLinks, problems], [[], []]);
  });

  it('is that of the requirements without a chapter for an empty name, and empty for a name that none has', () => {
    assert.deepEqual(
      chapterTrace(whole, '').requirements.map(({ requirement }) => requirement.id),
      ['SC.SSI/GEN.20'],
    );
    assert.deepEqual(chapterTrace(whole, 'Trois').requirements, []);
    assert.deepEqual(whole.requirements.map(chapterOf), ['Un', 'Deux', '']);
  });
});
