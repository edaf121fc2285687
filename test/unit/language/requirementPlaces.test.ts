import assert from 'node:assert/strict';
import { requirementPlaces } from '../../../src/language/requirementPlaces';
import { catalogOf, proofOf, rowOf, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.11, title: Une, needs: [code] }
  - { id: SC.SSI/GEN.12, title: Deux, needs: [code] }
  - { id: SC.SSI/GEN.13, title: Trois, needs: [code] }
`);

const trace = traceOf(catalog, {
  files: {
    'src/a.ts': '// @segur SC.SSI/GEN.11, SC.SSI/GEN.12\nrun();\n// @segur todo SC.SSI/GEN.11\nstop();\n',
    'src/b.ts': '// @segur partial SC.SSI/GEN.11\nrun();\n// voir SC.SSI/GEN.11\n// @segur SC.SSI/GEN.13\nstop();\n',
    'test/a.ts': '// @segur SC.SSI/GEN.11\nrun();\n',
  },
  proofs: [
    proofOf('SC.SSI/GEN.11'),
    { ...proofOf('SC.SSI/GEN.11', 'ok'), files: [], entry: { ...proofOf('SC.SSI/GEN.11').entry, value: 'N-1' } },
  ],
});

function shown(id: string): string[] {
  return requirementPlaces(rowOf(trace, id), trace).map(({ kind, places }) => {
    const each = places.map((place) => {
      switch (place.kind) {
        case 'link':
          return `${place.link.file}:${place.link.range.start.line}${place.also.map((also) => ` +${also}`).join('')}`;
        case 'proof':
          return place.path ?? place.proof.entry.value;
        case 'mention':
          return `${place.mention.file}:${place.mention.range.start.line}`;
      }
    });
    return `${kind}: ${each.join(', ')}`;
  });
}

describe('the places of a requirement', () => {
  it('are grouped by what they do for it, with proofs and mentions', () => {
    assert.deepEqual(shown('SC.SSI/GEN.11'), [
      'implements: src/a.ts:0 +SC.SSI/GEN.12',
      'partial: src/b.ts:0',
      'verifies: test/a.ts:0',
      'todo: src/a.ts:2',
      'proofs: preuves/a.pdf, N-1',
      'mentions: src/b.ts:2',
    ]);
  });

  it('tell the other requirements of the same code, by its unit where that is known', () => {
    assert.deepEqual(shown('SC.SSI/GEN.12'), ['implements: src/a.ts:0 +SC.SSI/GEN.11']);
    const unit = { kind: 'function', name: 'run', startLine: 1, endLine: 4 };
    const rows = trace.requirements.map((row) => ({
      ...row,
      links: row.links.map((link) => (link.file === 'src/b.ts' ? { ...link, unit } : link)),
    }));
    const [first] = rows;
    assert.ok(first);
    const [partial] = requirementPlaces(first, { ...trace, requirements: rows }).filter(
      ({ kind }) => kind === 'partial',
    );
    const [place] = partial?.places ?? [];
    assert.deepEqual(place?.kind === 'link' && place.also, ['SC.SSI/GEN.13']);
  });

  it('are none of a requirement that nothing speaks of', () => {
    const empty = traceOf(catalog);
    assert.deepEqual(requirementPlaces(rowOf(empty, 'SC.SSI/GEN.11'), empty), []);
  });
});
