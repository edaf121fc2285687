import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import ignore from 'ignore';
import { NameHints } from '../../../src/workspace/nameHints';

const pattern = fc.string({
  unit: fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[0-9]', '-'),
  minLength: 1,
  maxLength: 6,
});
const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '1', '-'), minLength: 1, maxLength: 6 });

describe('NameHints', () => {
  it('never denies a name that a glob matches', () => {
    fc.assert(
      fc.property(pattern, name, (glob, file) => {
        if (new Minimatch(glob, { dot: true, nonegate: true, nocomment: true }).match(file)) {
          assert.ok(new NameHints([glob]).mayMatch(file));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never denies a name that an ignore rule matches', () => {
    fc.assert(
      fc.property(pattern, name, (rule, file) => {
        if (file !== '.' && file !== '..' && ignore({ ignorecase: false }).add(rule).ignores(file)) {
          assert.ok(new NameHints([rule]).mayMatch(file));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('denies names that no usual pattern matches', () => {
    const usual = [
      'node_modules',
      '*.log',
      'npm-debug.log*',
      '*.py[cod]',
      'report.[0-9]*.json',
      '*~',
      '*.spec.*',
      '[Bb]in',
    ];
    const hints = new NameHints(usual);
    for (const file of ['index.ts', 'README', 'Bon', 'python.py', 'spec.ts']) {
      assert.equal(hints.mayMatch(file), false, file);
    }
    for (const file of [
      'node_modules',
      'x.log',
      'npm-debug.log.1',
      'a.pyc',
      'report.1.json',
      'a~',
      'a.spec.ts',
      'Bin',
      'bin',
    ]) {
      assert.equal(hints.mayMatch(file), true, file);
    }
  });
});
