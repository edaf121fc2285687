import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fits, namesOfCase, patternOf, unitNameOf } from '../../../../src/trace/results/testNames';

describe('the names of tests', () => {
  it('leave out the values that a test ran with, as each runner writes them', () => {
    const name = (written: string) => namesOfCase(written).slice(1);
    assert.deepEqual(name('test_p[1]'), ['test_p']);
    assert.deepEqual(name('test_p[a-b[c]]'), ['test_p']);
    assert.deepEqual(name('refuses(String)[1]'), ['refuses(String)', 'refuses']);
    assert.deepEqual(name('refuses()'), ['refuses']);
    assert.deepEqual(name('Refuses(name: "a)b", count: 1)'), ['Refuses']);
    assert.deepEqual(name('testRefuses with data set #0'), ['testRefuses', 'testRefuses with data set']);
    assert.deepEqual(name('testRefuses with data set "vide" (1)'), ['testRefuses', 'testRefuses with data set "vide"']);
    assert.deepEqual(name('refuse un mot [2]'), ['refuse un mot']);
    assert.deepEqual(name('accepte (deux fois)'), []);
    assert.deepEqual(name('TestRefuses/empty_name'), ['empty_name', 'empty name']);
    assert.deepEqual(name('Accepts/0'), ['0']);
    assert.deepEqual(name('tests::locks'), ['locks']);
    assert.deepEqual(name('login > by password > locks'), ['locks']);
  });

  it('fill in what a source leaves to the values', () => {
    assert.ok(fits(patternOf('refuse ${value} minutes'), 'refuse 31 minutes'));
    assert.ok(fits(patternOf('refuse %s'), 'refuse abcd!?;:'));
    assert.ok(fits(patternOf('adds $a and $b'), 'adds 1 and 2'));
    assert.ok(!fits(patternOf('adds $a and $b'), 'adds 1 or 2'));
    assert.ok(!fits(patternOf('ab${x}ba'), 'aba'));
    assert.ok(fits(patternOf('100 %'), '100 %'));
  });

  it('are the parts of a unit: titles as they are, code by its dots', () => {
    const parts = (kind: string, name: string) => {
      const unit = unitNameOf({ kind, name });
      return [...(unit?.outer ?? []), ...(unit === undefined ? [] : [unit.last])].map((each) => each.parts.join('*'));
    };
    assert.deepEqual(parts('test', 'login › v1.2 says \\"no\\"'), ['login', 'v1.2 says "no"']);
    assert.deepEqual(parts('method', 'LoginTest.accepts'), ['LoginTest', 'accepts']);
    assert.deepEqual(parts('function', 'tests::locks'), ['tests', 'locks']);
    assert.deepEqual(parts('test', 'LoginTest › `refuse un mot`'), ['LoginTest', 'refuse un mot']);
    assert.equal(unitNameOf({ kind: 'test', name: '' }), undefined);
  });

  it('never fail, and a pattern fits whatever its places are filled with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        assert.ok(namesOfCase(name).length > 0);
        unitNameOf({ kind: 'test', name });
        unitNameOf({ kind: 'method', name });
      }),
    );
    const words = fc.array(fc.stringMatching(/^[a-z ]{0,6}$/u), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        words,
        fc.array(fc.stringMatching(/^[A-Z0-9]{0,4}$/u), { minLength: 5, maxLength: 5 }),
        (parts, values) => {
          const filled = parts.map((part, at) => (at === 0 ? part : `${values[at - 1] ?? ''}${part}`)).join('');
          assert.ok(fits({ parts }, filled));
        },
      ),
    );
  });
});
