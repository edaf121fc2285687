import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { closestRequirements } from '../../../src/catalog/closestRequirements';
import { foldId, withoutPrefix } from '../../../src/catalog/requirementId';
import { catalogOf } from '../trace/fixtures';

const ids = [
  'SC.SSI/GEN.01',
  'SC.SSI/GEN.02',
  'SC.SSI/GEN.02 BIS',
  'SC.SSI/IE.38',
  'DPI.CONF/IE.38',
  'REQ-12',
  'REQ-13',
];
const catalog = catalogOf(
  `requirements:\n${ids.map((id) => `  - { id: ${id}, title: x, needs: [code] }`).join('\n')}\n`,
);
const closest = (raw: string, limit = 3): string[] => closestRequirements(catalog, raw, limit).map(({ id }) => id);

describe('closestRequirements', () => {
  it('finds an id in spite of a wrong letter, the nearest first', () => {
    assert.equal(closest('SC.SSI/GNE.02')[0], 'SC.SSI/GEN.02');
    assert.equal(closest('REQ-14', 1)[0], 'REQ-12');
  });

  it('takes two digits that changed places for likelier than another digit', () => {
    assert.equal(closest('IE.83', 1)[0], 'SC.SSI/IE.38');
    assert.deepEqual(closest('REQ-31'), ['REQ-13', 'REQ-12']);
  });

  it('finds an id whose prefix or path was left out', () => {
    assert.deepEqual(closest('ssi/ie.3', 1), ['SC.SSI/IE.38']);
    assert.deepEqual(closest('GEN.0', 1), ['SC.SSI/GEN.01']);
  });

  it('keeps the order of the catalogue among ids that are equally near', () => {
    assert.deepEqual(closest('IE.39', 2), ['SC.SSI/IE.38', 'DPI.CONF/IE.38']);
    assert.deepEqual(closest('REQ-1'), ['REQ-12', 'REQ-13']);
  });

  it('proposes nothing for what is no typing error', () => {
    assert.deepEqual(closest('something else'), []);
    assert.deepEqual(closest(''), []);
    assert.deepEqual(closest('x'.repeat(500)), []);
  });

  it('finds what a comparison with every spelling of every id finds', () => {
    const unit = fc.constantFrom(
      'S',
      'C',
      '.',
      'I',
      'E',
      '/',
      'G',
      'N',
      '0',
      '1',
      '2',
      '3',
      '8',
      'REQ',
      '-',
      'SSI',
      ' BIS',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (raw) => {
        const wanted = foldId(raw);
        const limit = Math.max(3, Math.ceil(wanted.length / 3));
        const swaps = Array.from({ length: wanted.length }, (_, at) =>
          [wanted.slice(0, at), wanted[at + 1], wanted[at], wanted.slice(at + 2)].join(''),
        );
        const far = (id: string): number => {
          const bare = withoutPrefix(foldId(id));
          return Math.min(
            ...[foldId(id), bare, bare.slice(bare.lastIndexOf('/') + 1)].map((form) =>
              form !== wanted && swaps.includes(form) ? 0.5 : distance(wanted, form),
            ),
          );
        };
        const expected = ids
          .map((id) => ({ id, far: far(id) }))
          .filter((each) => each.far <= limit && each.far < wanted.length)
          .sort((a, b) => a.far - b.far)
          .map(({ id }) => id);
        assert.deepEqual(closest(raw, ids.length), expected);
      }),
    );
  });
});
