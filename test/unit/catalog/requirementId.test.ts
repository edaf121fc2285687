import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalId, familyOf, foldId, withoutPrefix } from '../../../src/catalog/requirementId';

describe('foldId', () => {
  const same = (...spellings: string[]): void => {
    assert.deepEqual([...new Set(spellings.map(foldId))].length, 1, spellings.map(foldId).join(' ≠ '));
  };

  it('gives every seen spelling of a BIS one key', () => {
    same('SC.SSI/GEN.02 BIS', 'SC.SSI/GEN.02.BIS', 'SC.SSI/GEN.02bis', 'sc.ssi/gen.02-bis', 'SC.SSI/GEN.02\u00a0Bis');
    same('SC.SSI/GEN.02\u202fTER', 'SC.SSI/GEN.02.ter');
    same('GEN.02 BIS.01', 'GEN.02bis.01');
  });
  it('keeps a BIS apart from the requirement that it doubles', () => {
    assert.notEqual(foldId('SC.SSI/GEN.02 BIS'), foldId('SC.SSI/GEN.02'));
  });
  it('folds dashes, Unicode forms, widths of space and the noise of exported data', () => {
    same('VI-SO', 'VI–SO', 'VI\u2011SO', 'vi−so');
    same('R_\u00e91', 'R_e\u03011', 'R_É1');
    same('SGL.CDA/DD.05', 'SGL.CDA/DD.05 ', '\u00a0SGL.CDA/DD.05', '\ufeffSGL.CDA / DD. 05,');
    same('EXI EDC PSC 102-6', 'EXI  EDC\u00a0PSC 102\u20136');
  });
  it('keeps different ids different', () => {
    const ids = [
      'IE.35',
      'IE-35',
      'IE35',
      'IE.350',
      'SC.SSI/IE.35',
      'REQ-12',
      'REQ-1.2',
      'REQ_12',
      '4.0.3|4.1.2/X',
      'GEN.02 BISON',
      'EXI EDC PSC 102-6',
      'EXIEDCPSC102-6',
    ];
    assert.equal(new Set(ids.map(foldId)).size, ids.length);
  });
  it('folds blanks before and behind slashes and dots', () => {
    same('SGL.CDA/DD.05', 'SGL .CDA /DD.05', 'SGL. CDA/ DD.05', 'SGL . CDA / DD . 05');
  });
  it('folds each suffix of a number, and no word that only starts like one', () => {
    assert.equal(foldId('GEN.02 BIS-03 TER'), 'gen.02bis-03ter');
    assert.equal(foldId('GEN.02 BISON'), 'gen.02 bison');
  });
  it('leaves what is too long for an id as it is', () => {
    assert.equal(foldId('A'.repeat(200)), 'a'.repeat(200));
    assert.equal(foldId('A'.repeat(201)), 'A'.repeat(201));
  });
  it('is stable: a key is its own key', () => {
    const parts = fc.constantFrom(
      '.',
      '/',
      '-',
      ' ',
      '\u00a0',
      'bis',
      'TER',
      'GEN',
      '0',
      '18',
      'é',
      'e\u0301',
      '\u200d',
      'İ',
      'ß',
      ',',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (raw) => foldId(foldId(raw)) === foldId(raw)),
      { numRuns: 2000 },
    );
  });
  it('gives one key to any mix of the spellings it folds', () => {
    const spelling = fc.record({
      before: fc.constantFrom('', ' ', '\u00a0', '\u200b'),
      between: fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u2013', '\u2009'),
      suffix: fc.constantFrom('BIS', 'bis', 'Bis'),
      upper: fc.boolean(),
    });
    fc.assert(
      fc.property(spelling, ({ before, between, suffix, upper }) => {
        const raw = `${before}SC.SSI/Gen.02${between}${suffix}`;
        assert.equal(foldId(upper ? raw.toUpperCase() : raw.toLowerCase()), foldId('SC.SSI/GEN.02 BIS'));
      }),
    );
  });
  it('stays fast on hostile input', () => {
    for (const piece of [' ', '.', ' .', '- bis', '1 ', '\u00a0/', 'e\u0301']) {
      assert.equal(typeof foldId(piece.repeat(200_000)), 'string');
      assert.equal(typeof canonicalId(piece.repeat(200_000)), 'string');
    }
  });
});

describe('withoutPrefix', () => {
  it('drops the prefixes of the ANS', () => {
    assert.equal(withoutPrefix('sc.ssi/gen.18'), 'ssi/gen.18');
    assert.equal(withoutPrefix('sc.psc.14'), 'psc.14');
    assert.equal(withoutPrefix('lgc.dmp/ux.10.01'), 'dmp/ux.10.01');
    assert.equal(withoutPrefix('xyz.dmp/ux.10'), 'dmp/ux.10');
    for (const prefix of ['sc', 'ch', 'db', 'lgc', 'lgo', 'dpi', 'pfi', 'ris', 'sgl', 'bio', 'dui']) {
      assert.equal(withoutPrefix(`${prefix}.co.01`), 'co.01');
    }
  });
  it('takes no section for a prefix', () => {
    for (const id of [
      'iam.92',
      'gen.18.01',
      'psc.14',
      'ssi/gen.18',
      'ins/va1.53',
      'req-12',
      'iam.mfa.92',
      'sc.18',
      'sc.a1',
      'sc.1ab',
      'abcd.mfa/x.1',
      'ab.mfa/x.1',
      '4.1.2/sws_lin_00245',
      '',
    ]) {
      assert.equal(withoutPrefix(id), id);
    }
  });
});

// @segur ST.CAT.05
describe('canonicalId', () => {
  it('leaves ids of other catalogues as they are', () => {
    const others = [
      '4.1.2/SWS_Lin_00245',
      'REQ-12',
      'REQ-12-bis',
      'R_é1',
      'EXI EDC PSC 102-6',
      '4.0.3|4.1.2/X',
      'https://x.fr/a#b-1',
      'ban.bis',
      'a.b/c',
    ];
    for (const id of others) {
      assert.equal(canonicalId(id), id);
    }
  });
  it('tidies spaces, dashes, Unicode forms and the suffix of an ANS number', () => {
    assert.equal(canonicalId('\u00a0EXI EDC  PSC 102\u20116 '), 'EXI EDC PSC 102-6');
    assert.equal(canonicalId('R_e\u03011'), 'R_\u00e91');
    for (const raw of ['SC.SSI/GEN.02.BIS', 'SC.SSI/GEN.02bis', 'SC.SSI/GEN.02\u00a0bis', 'SC.SSI/GEN.02 BIS']) {
      assert.equal(canonicalId(raw), 'SC.SSI/GEN.02 BIS');
    }
    assert.equal(canonicalId('INS/va1.53ter'), 'INS/va1.53 TER');
    assert.equal(canonicalId('REQ\u200b-12'), 'REQ-12');
    const long = 'x'.repeat(187);
    assert.equal(canonicalId(`${long}/AB.GEN.02bis`), `${long}/AB.GEN.02 BIS`);
    assert.equal(canonicalId(`x${long}/AB.GEN.02bis`), `x${long}/AB.GEN.02bis`);
  });
  it('is stable and never changes the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        assert.equal(canonicalId(canonicalId(raw)), canonicalId(raw));
        assert.equal(foldId(canonicalId(raw)), foldId(raw));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('familyOf', () => {
  it('names the section of an id', () => {
    const families = {
      'SC.SSI/GEN.18': 'GEN',
      'SSI/GEN.02 BIS': 'GEN',
      'SC.PSC.14': 'PSC',
      'INS/va1.53': 'INS',
      'LGC.DMP/UX.10': 'UX',
      'REQ-12': 'REQ',
      'EXI EDC PSC 102-6': 'EXI EDC PSC',
      '4.1.2/SWS_Lin_00245': 'SWS_Lin',
      'AB.C1': 'AB.C',
      'PROJ.REQ1': 'PROJ.REQ',
      'NOVA1.2': 'NOVA',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(families).map((id) => [id, familyOf(id)])), families);
    assert.equal(familyOf('1.2'), undefined);
  });
});
