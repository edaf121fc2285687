import assert from 'node:assert/strict';
import type { CodeUnit } from '../../../../src/annotations/model';
import type { Link } from '../../../../src/trace/model';
import { fileClaims } from '../../../../src/trace/unclaimed/fileClaims';
import type { FileOutline } from '../../../../src/trace/unclaimed/model';

const unit = (kind: string, name: string, first: number, last: number): CodeUnit => ({
  kind,
  name,
  startLine: first - 1,
  endLine: last - 1,
});

const link = (line: number, of?: CodeUnit): Link => ({
  file: 'a.ts',
  range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 3 } },
  verb: 'implements',
  id: 'A-1',
  raw: 'A-1',
  state: 'ok',
  snippet: 'go();',
  ...(of === undefined ? {} : { unit: of }),
});

const outline = (...units: CodeUnit[]): FileOutline => ({ file: 'a.ts', units, lines: 40, sort: 'code' });

// @segur ST.SCN.06
describe('what claims the units of a file', () => {
  const lock = unit('method', 'Account.lock', 3, 8);
  const unlock = unit('method', 'Account.unlock', 10, 12);
  const account = unit('class', 'Account', 1, 20);
  const help = unit('function', 'help', 30, 35);

  it('counts units that do something, and each line once', () => {
    assert.deepEqual(fileClaims(outline(account, lock, unlock, help), [])?.figures, {
      units: 3,
      lines: 26,
      unclaimedUnits: 3,
      unclaimedLines: 26,
    });
    assert.deepEqual(fileClaims(outline(account, lock, unlock, help), [link(2, lock)])?.figures, {
      units: 3,
      lines: 26,
      unclaimedUnits: 2,
      unclaimedLines: 9,
    });
  });

  it('knows the units in whatever order they come', () => {
    const names = (units: CodeUnit[]) =>
      fileClaims(outline(...units), [link(9, unlock)])?.unclaimed.map(({ name }) => name);
    assert.deepEqual(names([help, unlock, lock, account]), ['Account.lock', 'help']);
    assert.deepEqual(names([account, lock, unlock, help]), ['Account.lock', 'help']);
  });

  it('tells them one by one too, so that a class claimed in part makes no news of its other methods', () => {
    const each = (...links: Link[]) =>
      fileClaims(outline(account, lock, unlock, help), links)?.each.map(({ name }) => name);
    assert.deepEqual(each(), ['Account.lock', 'Account.unlock', 'help']);
    assert.deepEqual(each(link(9, unlock)), ['Account.lock', 'help']);
    assert.deepEqual(each(link(1, account), link(30, help)), []);
  });

  it('takes a field’s claim as one of its class in part', () => {
    const field = unit('property', 'Account.tries', 2, 2);
    assert.deepEqual(
      fileClaims(outline(account, field, lock, unlock), [link(2, field)])?.unclaimed.map(({ name }) => name),
      ['Account.lock', 'Account.unlock'],
    );
  });

  it('answers for a hostile number of units and links', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => unit('function', `f${i}`, i + 1, 100_000 - i));
    const links = many.slice(25_000).map((one) => link(one.startLine + 1, one));
    assert.deepEqual(fileClaims(outline(...many), links)?.unclaimed, []);
    assert.equal(fileClaims(outline(...many), [])?.unclaimed[0]?.units, 50_000);
  });
});
