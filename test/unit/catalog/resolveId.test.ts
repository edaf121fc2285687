import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createResolver } from '../../../src/catalog/resolveId';
import { requirementOf } from './fixtures';

const scenarios = [
  { id: 'SSI/GEN.18.01', proofs: [{ id: 'SSI/GEN.18.01.01', kind: 'formulaire', text: 'Formulaire' }] },
  { id: 'SSI/IAM.80.02', proofs: [{ id: 'SSI/IAM.81.02', kind: 'capture', text: 'Copie d’écran' }] },
] as const;

const catalog = [
  requirementOf('SC.SSI/GEN.02'),
  requirementOf('SC.SSI/GEN.02 BIS'),
  requirementOf('SC.SSI/GEN.03 BIS', { aliases: ['SC.SSI/VEILLE.01'] }),
  requirementOf('SC.SSI/GEN.18', { scenarios: [scenarios[0]] }),
  requirementOf('SC.SSI/IE.09'),
  requirementOf('SC.SSI/IE.35'),
  requirementOf('SC.SSI/IE.56'),
  requirementOf('SC.SSI/IE.57'),
  requirementOf('SC.SSI/IAM.80', { scenarios: [scenarios[1]] }),
  requirementOf('SC.SSI/IAM.92'),
  ...[1, 2, 4, 14, 15].map((n) => requirementOf(`SC.MSS/CONF.${String(n).padStart(2, '0')}`)),
  requirementOf('SC.DMP/CONF.11'),
  requirementOf('LGC.DMP/UX.10'),
  requirementOf('DPI.DMP/UX.10'),
  requirementOf('SC.PSC.14'),
  requirementOf('INS/va1.53'),
  requirementOf('4.1.2/SWS_Lin_00245'),
  requirementOf('EXI EDC PSC 102-6'),
  requirementOf('REQ-12'),
  requirementOf('REQ.1-2'),
  requirementOf('REQ.1'),
  requirementOf('REQ.2'),
];

/** What a new resolver sees in an id: it has no memory of what it said before. */
function seen(raw: string, requirements = catalog): string {
  const { kind, targets } = createResolver(requirements)(raw);
  return [
    kind,
    ...targets.map((each) =>
      each.level === 'requirement' ? each.item : `${each.level} ${each.item} of ${each.requirement}`,
    ),
  ].join(' ');
}

// @segur ST.CAT.05
describe('resolving a written id', () => {
  it('finds the id in every spelling', () => {
    for (const raw of [
      'SC.SSI/GEN.18',
      'sc.ssi/gen.18',
      'SSI/GEN.18',
      '\u00a0SC.SSI/GEN.18 ',
      'SC.SSI/GEN-18',
      'SSI/GEN-18',
    ]) {
      assert.equal(seen(raw), 'exact SC.SSI/GEN.18');
    }
    assert.equal(seen('SC.SSI/IE-35'), 'exact SC.SSI/IE.35');
    assert.equal(seen('SC.INS/va1.53'), 'exact INS/va1.53');
    assert.equal(seen('PSC.14'), 'exact SC.PSC.14');
    assert.equal(seen('EXI EDC\u00a0PSC 102\u20136'), 'exact EXI EDC PSC 102-6');
  });
  it('never takes one prefix for another, nor chooses among several', () => {
    assert.equal(seen('LGC.SSI/GEN.18'), 'unknown');
    assert.equal(seen('DMP/UX.10'), 'unknown');
    assert.equal(seen('LGC.DMP/UX.10'), 'exact LGC.DMP/UX.10');
  });
  it('never guesses a BIS', () => {
    assert.equal(seen('SSI/GEN.02'), 'exact SC.SSI/GEN.02');
    assert.equal(seen('SSI/GEN.02.BIS'), 'exact SC.SSI/GEN.02 BIS');
    assert.equal(seen('SC.SSI/GEN.03'), 'unknown');
    assert.equal(seen('SC.SSI/GEN.18 BIS'), 'unknown');
    assert.equal(seen('GEN.03'), 'unknown');
  });
  it('accepts the end of an id when one requirement alone has it', () => {
    for (const raw of ['IAM.92', 'IAM92', 'iam 92', 'IAM-92']) {
      assert.equal(seen(raw), 'short SC.SSI/IAM.92');
    }
    assert.equal(seen('SWS_Lin_00245'), 'short 4.1.2/SWS_Lin_00245');
    assert.equal(seen('IE.9'), 'short SC.SSI/IE.09');
    assert.equal(seen('IE.0009'), 'short SC.SSI/IE.09');
    assert.equal(seen('SC.SSI/IE.9'), 'short SC.SSI/IE.09');
    assert.equal(seen('NOTES', [requirementOf('12/NOTES')]), 'unknown', 'an end without a number');
    assert.equal(seen('GEN.02bis'), 'short SC.SSI/GEN.02 BIS');
    assert.equal(seen('UX.10'), 'unknown');
    assert.equal(seen('92'), 'unknown');
    assert.equal(seen('va1.53'), 'short INS/va1.53');
  });
  it('finds scenarios and proofs from the catalogue’s rows, whatever their spelling', () => {
    assert.equal(seen('SSI/GEN.18.01'), 'exact scenario SSI/GEN.18.01 of SC.SSI/GEN.18');
    assert.equal(seen('SC.SSI/GEN.18.01'), 'exact scenario SSI/GEN.18.01 of SC.SSI/GEN.18');
    assert.equal(seen('SC.SSI/GEN.18.01.01'), 'exact proof SSI/GEN.18.01.01 of SC.SSI/GEN.18');
    assert.equal(seen('SSI/IAM.81.02'), 'exact proof SSI/IAM.81.02 of SC.SSI/IAM.80');
  });
  it('finds lower levels that the catalogue does not list under the requirement that they extend', () => {
    assert.equal(seen('SSI/GEN.18.02'), 'exact scenario SC.SSI/GEN.18.02 of SC.SSI/GEN.18');
    assert.equal(seen('SC.SSI/GEN.18.01.02'), 'exact proof SSI/GEN.18.01.02 of SC.SSI/GEN.18');
    assert.equal(seen('GEN.18.02'), 'short scenario SC.SSI/GEN.18.02 of SC.SSI/GEN.18');
    assert.equal(seen('INS/va1.53.01'), 'exact scenario INS/va1.53.01 of INS/va1.53');
    assert.equal(seen('SC.SSI/GEN.99.01'), 'unknown');
    assert.equal(seen('SC.SSI/GEN.18.01.01.01'), 'unknown');
    assert.equal(seen('REQ-12.01'), 'unknown');
  });
  it('follows former ids', () => {
    assert.equal(seen('SC.SSI/VEILLE.01'), 'alias SC.SSI/GEN.03 BIS');
    assert.equal(seen('SSI/VEILLE.01'), 'alias SC.SSI/GEN.03 BIS');
  });
  it('prefers the catalogue’s own id to a former one, and a former one to an id without its prefix', () => {
    assert.equal(seen('A-1', [requirementOf('A-1'), requirementOf('A-2', { aliases: ['A-1'] })]), 'exact A-1');
    const own = requirementOf('SC.SSI/GEN.01', { aliases: ['SSI/IE.01'] });
    assert.equal(
      seen('SSI/GEN.01', [own, requirementOf('SSI/GEN.01', { aliases: ['SC.SSI/GEN.01'] })]),
      'exact SSI/GEN.01',
    );
    assert.equal(seen('SSI/IE.01', [own, requirementOf('SC.SSI/IE.01')]), 'alias SC.SSI/GEN.01');
    assert.equal(seen('SSI/IE-01', [own, requirementOf('SC.SSI/IE.01')]), 'alias SC.SSI/GEN.01');
    assert.equal(seen('SC.SSI/IE.01', [own, requirementOf('SC.SSI/IE.01')]), 'exact SC.SSI/IE.01');
  });
  it('knows no former id that two requirements claim', () => {
    const claimed = [
      requirementOf('A-1', { aliases: ['SC.SSI/GEN.01'] }),
      requirementOf('A-2', { aliases: ['SC.SSI/GEN.01'] }),
    ];
    assert.equal(seen('SC.SSI/GEN.01', claimed), 'unknown');
    assert.equal(seen('SSI/GEN.01', claimed), 'unknown');
  });
  it('never takes an id of a requirement for something below another one', () => {
    const below = {
      id: 'SC.SSI/IE.01',
      proofs: [
        { id: 'SC.SSI/IE.02', kind: 'capture' as const, text: '' },
        { kind: 'capture' as const, text: '' },
      ],
    };
    const several = [
      requirementOf('SC.SSI/GEN.01', { scenarios: [below] }),
      requirementOf('SC.SSI/IE.01'),
      requirementOf('SC.SSI/IE.02'),
    ];
    assert.equal(seen('SC.SSI/IE.01', several), 'exact SC.SSI/IE.01');
    assert.equal(seen('SC.SSI/IE.02', several), 'exact SC.SSI/IE.02');
  });
  it('finds nothing below a scenario whose id is numbered like a requirement’s', () => {
    const numbered = requirementOf('A-1', { scenarios: [{ id: 'SSI/TST.01', proofs: [] }] });
    assert.equal(seen('SSI/TST.01', [numbered]), 'exact scenario SSI/TST.01 of A-1');
    assert.equal(seen('SSI/TST.01.02', [numbered]), 'unknown');
  });
  it('stands for each requirement under which something is listed', () => {
    const shared = { id: 'SSI/GEN.18.01', proofs: [] };
    const several = [requirementOf('A-1', { scenarios: [shared] }), requirementOf('A-2', { scenarios: [shared] })];
    assert.equal(seen('SSI/GEN.18.01', several), 'exact scenario SSI/GEN.18.01 of A-1 scenario SSI/GEN.18.01 of A-2');
  });
  it('remembers what it said, though not of every spelling that it was ever asked about', () => {
    const resolve = createResolver(catalog);
    const first = resolve('SC.SSI/GEN.18');
    resolve('SC.SSI/IE.35');
    assert.equal(resolve('SC.SSI/GEN.18'), first);
    for (let i = 0; i < 20_000; i++) {
      resolve(`X-${i}`);
    }
    assert.notEqual(resolve('SC.SSI/GEN.18'), first);
    assert.deepEqual(resolve('SC.SSI/GEN.18'), first);
  });
  it('reads lists and ranges, and passes over the holes between two known ends', () => {
    assert.equal(seen('SC.MSS/CONF.14-15'), 'range SC.MSS/CONF.14 SC.MSS/CONF.15');
    assert.equal(seen('MSS/CONF.01-.04'), 'range SC.MSS/CONF.01 SC.MSS/CONF.02 SC.MSS/CONF.04');
    assert.equal(seen('SC.MSS/CONF.01–SC.MSS/CONF.02'), 'range SC.MSS/CONF.01 SC.MSS/CONF.02');
    assert.equal(seen('CONF.14-15'), 'range SC.MSS/CONF.14 SC.MSS/CONF.15');
    assert.equal(seen('IE.56/57'), 'range SC.SSI/IE.56 SC.SSI/IE.57');
    assert.equal(seen('IE.56 / 57'), 'range SC.SSI/IE.56 SC.SSI/IE.57');
    assert.equal(seen('IE.56/IAM.92'), 'range SC.SSI/IE.56 SC.SSI/IAM.92');
    assert.equal(seen('IE.56-57/IAM.92'), 'range SC.SSI/IE.56 SC.SSI/IE.57 SC.SSI/IAM.92');
    assert.equal(seen('IE.56/IAM.92/IE.57'), 'range SC.SSI/IE.56 SC.SSI/IAM.92 SC.SSI/IE.57');
  });
  it('refuses ranges with an unknown end, backwards, endless or by wildcard', () => {
    for (const raw of [
      'IE.56-58',
      'IE.57-56',
      'IE.56/99',
      'IE.01-99',
      'SC.SSI/GEN.*',
      'GEN.02-IE.35',
      'MSS/CONF.01-15-14',
    ]) {
      assert.equal(seen(raw), 'unknown', raw);
    }
  });
  it('prefers an id of the catalogue to a range that looks the same', () => {
    assert.equal(seen('REQ.1-2'), 'exact REQ.1-2');
  });
  it('finds each id of the catalogue as itself', () => {
    for (const { id } of catalog) {
      assert.equal(seen(id), `exact ${id}`);
    }
    const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((id) => id.trim() !== '');
    fc.assert(
      fc.property(fc.uniqueArray(odd, { minLength: 1, maxLength: 8, selector: (id) => id.toLowerCase() }), (ids) => {
        const first = ids[0]!;
        const resolution = createResolver(ids.map((id) => requirementOf(id)))(first);
        assert.ok(resolution.kind === 'unknown' || resolution.targets.some((target) => target.requirement === first));
      }),
    );
  });
  it('answers to anything', () => {
    const parts = fc.constantFrom(
      'SC.',
      'SSI/',
      'GEN',
      '.',
      '-',
      '/',
      '0',
      '18',
      ' BIS',
      'IE',
      '57',
      '~',
      '*',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts, { maxLength: 60 }).map((all) => all.join('')),
    );
    const resolve = createResolver(catalog);
    fc.assert(
      fc.property(text, (raw) => {
        const { kind, targets } = resolve(raw);
        assert.equal(kind === 'unknown', targets.length === 0);
        assert.ok(targets.every((target) => catalog.some(({ id }) => id === target.requirement)));
      }),
      { numRuns: 3000 },
    );
    assert.equal(resolve('GEN.01-'.repeat(100_000)).kind, 'unknown');
  });
});
