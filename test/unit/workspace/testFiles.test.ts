import assert from 'node:assert/strict';
import { defaultProject } from '../../../src/workspace/projectFile';
import { TestFiles } from '../../../src/workspace/testFiles';

describe('TestFiles', () => {
  it('knows the conventions of the common test runners without being told', () => {
    const tests = new TestFiles(defaultProject().scan.tests);
    const yes = [
      'test/a.ts',
      'src/__tests__/a.js',
      'a/b/tests/deep/er/c.py',
      'src/a.spec.ts',
      'src/a.test.jsx',
      'src/main/AccountTest.java',
      'src/AccountTests.cs',
      'src/AccountIT.java',
      'test_account.py',
      'pkg/account_test.go',
      'spec/a_spec.rb',
      'Acme.Tests/X.cs',
      'src/test/java/X.java',
    ];
    const no = [
      'src/a.ts',
      'src/latest/a.ts',
      'src/contest.py',
      'attestation.java',
      'src/testimony.go',
      'src/main/java/Tester.java',
      'protest/a.c',
    ];
    assert.deepEqual(
      yes.filter((path) => !tests.includes(path)),
      [],
    );
    assert.deepEqual(
      no.filter((path) => tests.includes(path)),
      [],
    );
  });

  it('goes by the globs it is given', () => {
    const tests = new TestFiles(['verif/**', '**/*.check.ts']);
    assert.deepEqual(
      ['verif/a', 'verif/d/b', 'x/a.check.ts', 'x/verif/a', 'test/a'].map((path) => tests.includes(path)),
      [true, true, true, false, false],
    );
  });
});
