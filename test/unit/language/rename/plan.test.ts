import assert from 'node:assert/strict';
import { english, render } from '../../../../src/base/message';
import { askedInCode } from '../../../../src/language/occurrences/askedId';
import { refusal } from '../../../../src/language/rename/plan';
import { definersOf, spellingOf, subjectOf } from '../../../../src/language/rename/subject';
import { catalog, files, plan, reader, refusalOf, subject } from './renaming';

// @segur ST.EDT.08
describe('what a renaming is about', () => {
  const spellings: [string, string][] = [
    ['gen-18', 'PRJ/GEN.18'],
    ['GEN.18.01', 'PRJ/GEN.18.01'],
    ['GEN.18.44', 'PRJ/GEN.18.44'],
    ['OLD.1', 'OLD.1'],
    ['gen.77', 'gen.77'],
  ];
  for (const [raw, spelling] of spellings) {
    it(`is ${spelling} for ${raw}`, () => assert.equal(spellingOf(subject(raw)), spelling));
  }

  it('is not one of several ids', () => {
    const asked = askedInCode(reader()('// @segur GEN.18-20'), { line: 0, character: 10 }, catalog);
    assert.ok(asked);
    const found = subjectOf(asked);
    assert.ok('template' in found);
    assert.match(render(english, found), /^GEN\.18-20 names several ids/u);
  });

  it('is never an id of the catalogue that ships', () => {
    const of = subject('IE.35');
    const why = refusal(of, definersOf(of, files));
    assert.equal(
      why && render(english, why),
      'SC.SSI/IE.35 is an id of the catalogue that ships: it cannot be changed',
    );
  });
});

describe('a new id', () => {
  const refused: [string, string, RegExp][] = [
    ['GEN.18', '', /empty/u],
    ['GEN.18', '  ', /empty/u],
    ['GEN.18', 'deux mots', /as one id/u],
    ['GEN.18', 'A-1, B-2', /as one id/u],
    ['GEN.18', 'A-1~2', /as one id/u],
    ['GEN.18', 'A-1 - note', /as one id/u],
    ['GEN.18', 'todo', /as one id/u],
    ['GEN.18', 'A"1', /as one id/u],
    ['GEN.18', 'A-1*/', /as one id/u],
    ['GEN.18', 'A-1\n', /^ready$/u],
    ['GEN.18', `A-${'1'.repeat(300)}`, /as one id/u],
    ['GEN.18', 'PRJ/GEN.19', /is an id already: Dix-neuf/u],
    ['GEN.18', 'gen-19', /is an id already: Dix-neuf/u],
    ['GEN.18', 'GEN.19-20', /several/u],
    ['GEN.18', 'IE.350', /is an id already: Journal/u],
    ['GEN.18.01', 'FREE-7', /is an id already/u],
    ['IE.35', 'IE.99', /ships/u],
    ['IE.350', 'IE.351', /in no catalogue/u],
    ['GEN.77', 'GEN.18-20', /several/u],
  ];
  for (const [raw, typed, why] of refused) {
    it(`${JSON.stringify(typed)} for ${raw}: ${why.source}`, () =>
      assert.match(refusalOf(raw, typed, ['PRJ/GEN.18', 'GEN.19', 'PRJ/GEN.19']), why));
  }

  const ready: [string, string, string, boolean][] = [
    ['GEN.18', 'NEW.1', 'NEW.1', true],
    ['GEN.18', 'prj/gen.18', 'prj/gen.18', true],
    ['GEN.18', 'OLD.1', 'OLD.1', true],
    ['GEN.18.01', 'PRJ/GEN.18.09', 'PRJ/GEN.18.09', true],
    ['GEN.18.44', 'GEN.18.45', 'PRJ/GEN.18.45', false],
    ['OLD.1', 'gen.18', 'PRJ/GEN.18', false],
    ['OLD.1', 'GEN.19', 'PRJ/GEN.19', false],
    ['OLD.1', 'OLD.2', 'OLD.2', true],
    ['IE.350', 'IE.35', 'SC.SSI/IE.35', false],
    ['GEN.77', 'gen.19', 'PRJ/GEN.19', false],
    ['GEN.77', 'GEN.78', 'GEN.78', false],
  ];
  for (const [raw, typed, newId, inCatalogs] of ready) {
    it(`${typed} for ${raw} is ${newId}, ${inCatalogs ? 'in catalogues too' : 'a correction'}`, () => {
      const found = plan(raw, typed);
      assert.ok(found.kind === 'ready', refusalOf(raw, typed));
      assert.deepEqual([found.renaming.newId, found.inCatalogs], [newId, inCatalogs]);
    });
  }

  it('must not give what others wrote another meaning', () => {
    const written = ['PRJ/GEN.18', 'GEN.19', 'GEN.20'];
    assert.match(refusalOf('GEN.18', 'OTHER/GEN.20', written), /^With the id OTHER\/GEN\.20, GEN\.20 would no longer/u);
    assert.equal(refusalOf('GEN.18', 'OTHER/GEN.20', ['PRJ/GEN.20', 'GEN.18']), 'ready');
  });

  it('may be what somebody wrote before the catalogue had it', () => {
    assert.equal(refusalOf('GEN.18', 'NEW.1', ['PRJ/GEN.18', 'NEW.1']), 'ready');
  });
});
