import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import { annotationEdits } from '../../../../src/language/rename/renameEdits';
import { renamedRequirements } from '../../../../src/language/rename/renamedCatalog';
import { createResolver } from '../../../../src/catalog/resolveId';
import type { Catalog } from '../../../../src/catalog/model';
import { catalog, reader, renamed, renaming } from './renaming';

describe('renaming in annotations', () => {
  const cases: [string, string, string][] = [
    ['the id', '// @segur PRJ/GEN.18 - note GEN.18', '// @segur NEW.1 - note GEN.18'],
    ['a short form', '// @segur GEN.18', '// @segur NEW.1'],
    ['another case and another dash', '// @segur prj/gen\u201118', '// @segur NEW.1'],
    ['a former id', '// @segur OLD.1', '// @segur NEW.1'],
    [
      'an id of a list, with its verb and its revision',
      '// @segur vérifie : PRJ/GEN.19, GEN.18~2024, X-1 - n',
      '// @segur vérifie : PRJ/GEN.19, NEW.1~2024, X-1 - n',
    ],
    ['a list over two lines', '// @segur PRJ/GEN.19,\n//   GEN.18', '// @segur PRJ/GEN.19,\n//   NEW.1'],
    ['a scenario', '// @segur PRJ/GEN.18.01', '// @segur NEW.1.01'],
    ['a proof', '/* @segur GEN.18.01.01 */', '/* @segur NEW.1.01.01 */'],
    ['a scenario that no catalogue lists', '// @segur GEN.18.44~2', '// @segur NEW.1.44~2'],
    ['a range of scenarios', '// @segur GEN.18.01-03', '// @segur NEW.1.01-03'],
    ['a range', '// @segur GEN.18-20', '// @segur NEW.1, PRJ/GEN.19, PRJ/GEN.20'],
    ['a list in one', '// @segur GEN.19/18~2024 x', '// @segur PRJ/GEN.19~2024, NEW.1~2024 x'],
    ['a scenario with an id of its own', '// @segur FREE-7', '// @segur FREE-7'],
    ['another one', '// @segur PRJ/GEN.19, GEN.181, GEN.1', '// @segur PRJ/GEN.19, GEN.181, GEN.1'],
    ['a mention', '// voir PRJ/GEN.18.', '// voir NEW.1.'],
    ['a string', "const s = '@segur PRJ/GEN.18';", "const s = '@segur PRJ/GEN.18';"],
    ['after @segur:off', '// @segur:off\n// @segur PRJ/GEN.18\n', '// @segur:off\n// @segur PRJ/GEN.18\n'],
  ];
  for (const [name, before, after] of cases) {
    it(`${name}: ${JSON.stringify(before)}`, () => assert.equal(renamed(before, 'PRJ/GEN.18', 'NEW.1'), after));
  }

  it('keeps GEN.02 and GEN.02 BIS apart', () => {
    const text = '// @segur GEN.02, GEN.02 BIS, GEN.02.BIS.01, gen.02bis, GEN.02.01';
    assert.equal(renamed(text, 'PRJ/GEN.02', 'N.1'), '// @segur N.1, GEN.02 BIS, GEN.02.BIS.01, gen.02bis, N.1.01');
    assert.equal(renamed(text, 'GEN.02 BIS', 'N.1'), '// @segur GEN.02, N.1, N.1.01, N.1, GEN.02.01');
  });

  it('of a scenario takes what is below it along, and leaves the requirement', () => {
    const text = '// @segur GEN.18, GEN.18.01, PRJ/GEN.18.01.01, GEN.18.02';
    assert.equal(renamed(text, 'GEN.18.01', 'S-1'), '// @segur GEN.18, S-1, S-1.01, GEN.18.02');
  });

  it('corrects what no catalogue knows, in every spelling', () => {
    const text = '// @segur GEN.77, gen-77.01, PRJ/GEN.18, GEN.771';
    assert.equal(renamed(text, 'GEN.77', 'gen.19'), '// @segur PRJ/GEN.19, PRJ/GEN.19.01, PRJ/GEN.18, GEN.771');
  });

  it('replaces a former id alone', () => {
    const text = '// @segur OLD.1, GEN.18, old-1~3';
    assert.equal(renamed(text, 'OLD.1', 'PRJ/GEN.18'), '// @segur PRJ/GEN.18, GEN.18, PRJ/GEN.18~3');
  });

  it('leaves every line end as it is', () => {
    assert.equal(
      renamed('a\r\n# @segur GEN.18\r# @segur GEN.18\n', 'GEN.18', 'N.1', 'a.py'),
      'a\r\n# @segur N.1\r# @segur N.1\n',
    );
  });

  it('edits cells of a notebook as the text that they are', () => {
    const notebook = JSON.stringify({
      cells: [{ cell_type: 'code', source: ['# @segur GEN.18\n', 'x = 1'] }],
      metadata: {},
      nbformat: 4,
    });
    assert.equal(renamed(notebook, 'GEN.18', 'N.1', 'a.ipynb'), notebook.replace('GEN.18', 'N.1'));
  });

  it('leaves a text out that would be read otherwise afterwards', () => {
    const text = '// @segur X-1, PRJ/GEN.18';
    const without = { ...renaming('GEN.18', 'N.1'), newId: 'WORD' };
    assert.equal(annotationEdits(text, reader(), without, catalog), undefined);
  });

  it('there and back again leaves every byte, where the id stood in full', () => {
    const piece = fc.constantFrom(
      ...[
        '// @segur PRJ/GEN.18',
        ', PRJ/GEN.18.01~2',
        ', PRJ/GEN.19',
        ' - note',
        '\n',
        '\r\n',
        '/* @segur todo PRJ/GEN.18 */',
        ' x;',
        '// voir PRJ/GEN.18',
        "'@segur PRJ/GEN.18'",
        ', ',
        'é\u{1F600}',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const there = renaming('PRJ/GEN.18', 'NEW.1');
        const requirements = renamedRequirements(catalog.requirements, there);
        const after: Catalog = { ...catalog, requirements, resolve: createResolver(requirements) };
        const first = annotationEdits(text, reader('a.ts', catalog), there, catalog);
        assert.ok(first);
        const between = applyEdits(text, first);
        const back = { subject: { kind: 'item', requirement: 'NEW.1', item: 'NEW.1' }, newId: 'PRJ/GEN.18' } as const;
        const second = annotationEdits(between, reader('a.ts', after), back, after);
        assert.ok(second);
        assert.equal(applyEdits(between, second), text);
      }),
      { numRuns: 300 },
    );
  });
});
