import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countText, dayText, english, message, plainArgs, render, translator } from '../../../src/base/message';

const bundle = JSON.parse(readFileSync(join(__dirname, '../../../l10n/bundle.l10n.fr.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const french = translator(bundle);

// @segur ST.LNG.01
describe('a day', () => {
  it('is written as the language writes it, whatever the machine', () => {
    assert.equal(dayText(french, '2026-09-01'), '01/09/2026');
    assert.equal(dayText(english, '2026-09-01'), '2026-09-01');
  });

  it('stays as it is where it is none', () => {
    for (const text of ['', '2026-09', '2026-09-01T10:00:00Z', 'hier']) {
      assert.equal(dayText(french, text), text);
    }
    assert.equal(dayText(french, undefined), undefined);
  });

  it('is for readers in a message, and for machines the same in every language', () => {
    const told = message('Proof of {0}: its last day is {1}', 'SC.SSI/GEN.18', { day: '2026-09-01' });
    assert.match(render(french, told), /SC\.SSI\/GEN\.18.*01\/09\/2026/u);
    assert.match(render(english, told), /2026-09-01$/u);
    assert.deepEqual(plainArgs(told), ['SC.SSI/GEN.18', '2026-09-01']);
  });
});

describe('a count', () => {
  it('has the separators of the language from 1,000 on', () => {
    for (const [count, inEnglish, inFrench] of [
      [0, '0', '0'],
      [999, '999', '999'],
      [1000, '1,000', '1\u00A0000'],
      [66_012, '66,012', '66\u00A0012'],
      [1_234_567, '1,234,567', '1\u00A0234\u00A0567'],
      [-1204, '-1,204', '-1\u00A0204'],
    ] as const) {
      assert.equal(countText(english, count), inEnglish);
      assert.equal(countText(french, count), inFrench);
    }
  });

  it('is one only where it is said to be: a line, a row or a year stays as it is', () => {
    const told = message('{0}: {1}', 1204, { count: 1204 });
    assert.equal(render(english, told), '1204: 1,204');
    assert.match(render(french, told), /^1204.*1\u00A0204$/u);
    assert.deepEqual(plainArgs(told), [1204, 1204]);
  });
});
