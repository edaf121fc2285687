import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJunit } from '../../../../src/evidence/junit';
import type { TestCase } from '../../../../src/evidence/testCase';
import { readCases, type FoundCase } from '../../../../src/trace/results/caseNames';
import { matchResults, type TestTarget } from '../../../../src/trace/results/matchResults';
import { DIALECTS } from '../../evidence/dialects';

type Unit = readonly [kind: string, name: string];

function target(file: string, unit?: Unit): TestTarget {
  return unit === undefined ? { file } : { file, unit: { kind: unit[0], name: unit[1] } };
}

async function found(xml: string, results = 'build/r.xml'): Promise<FoundCase[]> {
  const { cases, problems } = await parseJunit(results, xml);
  assert.deepEqual(problems, []);
  return readCases([{ path: results, cases }]);
}

function caseOf(name: string, fields: Partial<TestCase> = {}, path = 'build/r.xml'): FoundCase {
  const test: TestCase = { name, suites: [], outcome: 'passed', ids: [], line: 0, ...fields };
  return readCases([{ path, cases: [test] }])[0]!;
}

/** Names of the cases that each target has, by the target in words. */
function namesOf(targets: readonly TestTarget[], cases: readonly FoundCase[]): Record<string, string[]> {
  const { cases: matched } = matchResults(targets, cases);
  return Object.fromEntries(
    targets.map((each) => [
      [each.file, each.unit?.name].filter(Boolean).join(' '),
      (matched.get(each) ?? []).map(({ test }) => test.name),
    ]),
  );
}

// @segur ST.TST.02
describe('test results are those', () => {
  it('of Java tests, by class and method, with their values', async () => {
    const file = 'acces/src/test/java/fr/x/LoginTest.java';
    const targets = [
      target(file, ['test', 'LoginTest › accepts']),
      target(file, ['test', 'LoginTest › refuses']),
      target(file, ['test', 'LoginTest › Nested › inner']),
      target(file, ['class', 'LoginTest']),
      target('acces/src/test/java/fr/x/OtherTest.java', ['test', 'OtherTest › accepts']),
      target('autre/src/test/java/fr/y/LoginTest.java', ['test', 'LoginTest › flaky']),
    ];
    const names = namesOf(targets, await found(DIALECTS.surefire));
    assert.deepEqual(names, {
      [`${file} LoginTest › accepts`]: ['accepts'],
      [`${file} LoginTest › refuses`]: ['refuses(String)[1]', 'refuses(String)[2]'],
      [`${file} LoginTest › Nested › inner`]: ['inner'],
      [`${file} LoginTest`]: ['accepts', 'refuses(String)[1]', 'refuses(String)[2]', 'later', 'inner', 'flaky'],
      'acces/src/test/java/fr/x/OtherTest.java OtherTest › accepts': [],
      'autre/src/test/java/fr/y/LoginTest.java LoginTest › flaky': [],
    });
    const gradle = namesOf(targets.slice(0, 2), await found(DIALECTS.gradle));
    assert.deepEqual(Object.values(gradle), [['accepts()'], ['refuses(String)[1]']]);
  });

  it('of Python tests, by module, class and function', async () => {
    const targets = [
      target('tests/test_a.py', ['test', 'TestA › test_p']),
      target('tests/test_a.py', ['function', 'test_err']),
      target('tests/test_a.py', ['class', 'TestA']),
      target('tests/test_a.py'),
      target('tests/test_b.py', ['class', 'TestA']),
      target('tests/test_b.py', ['function', 'test_prop']),
    ];
    const all = ['test_p[1]', 'test_p[2]', 'test_skip', 'test_prop', 'test_err'];
    assert.deepEqual(Object.values(namesOf(targets, await found(DIALECTS.pytest))), [
      all.slice(0, 2),
      ['test_err'],
      all.slice(0, 3),
      all,
      [],
      [],
    ]);
  });

  it('of tests in JavaScript, whichever runner wrote them', async () => {
    const targets = (file: string) => [
      target(file, ['test', 'login › by password › locks the account']),
      target(file, ['test', 'login › later']),
      target(file, ['test', 'login › by password']),
      target(file, ['test', 'login']),
      target(file),
      target(`other/${file}`, ['test', 'login › later']),
    ];
    const count = async (file: string, xml: string) =>
      Object.values(namesOf(targets(file), await found(xml))).map((names) => names.length);
    assert.deepEqual(await count('web/test/login.test.ts', DIALECTS.jest), [1, 1, 2, 3, 3, 0]);
    assert.deepEqual(await count('test/login.test.ts', DIALECTS.vitest), [1, 1, 1, 2, 2, 0]);
    assert.deepEqual(await count('test/login.test.js', DIALECTS.mocha), [1, 1, 2, 3, 3, 0]);
    assert.deepEqual(await count('web/test/login.test.ts', DIALECTS.xunit), [1, 1, 2, 3, 3, 0]);
    // Without the file: groups and titles tell, and a whole file is none of them.
    const noFile = DIALECTS.jest.replaceAll(/ file="[^"]*"/gu, '');
    const own = targets('a/login.test.ts').slice(0, 5);
    assert.deepEqual(
      Object.values(namesOf(own, await found(noFile))).map((names) => names.length),
      [1, 1, 2, 3, 0],
    );
    assert.deepEqual(
      Object.values(namesOf(own, await found(DIALECTS.node))).map((names) => names.length),
      [1, 0, 2, 2, 0],
    );
  });

  it('of tests in C#, PHP, Go and C++', async () => {
    const counts = async (targets: readonly TestTarget[], xml: string) =>
      Object.values(namesOf(targets, await found(xml))).map((names) => names.length);
    const cs = 'tests/LoginTests.cs';
    assert.deepEqual(
      await counts(
        [
          target(cs, ['test', 'Acces.Tests › LoginTests › Accepts']),
          target(cs, ['test', 'LoginTests › Refuses']),
          target(cs, ['class', 'Acces.Tests.LoginTests']),
          target('tests/Elsewhere.cs', ['test', 'LoginTests › Nested › Inner']),
        ],
        DIALECTS.dotnet,
      ),
      [1, 1, 3, 0],
    );
    const php = 'app/tests/LoginTest.php';
    assert.deepEqual(
      await counts(
        [
          target('tests/LoginTest.php', ['test', 'LoginTest › testRefuses']),
          target('tests/LoginTest.php', ['class', 'LoginTest']),
          target(php, ['test', 'LoginTest › testAccepts']),
        ],
        DIALECTS.phpunit,
      ),
      [2, 3, 0],
    );
    assert.deepEqual(
      await counts(
        [
          target('internal/login/login_test.go', ['test', 'TestRefuses']),
          target('internal/login/login_test.go', ['test', 'TestRefuses › empty name']),
          target('internal/other/other_test.go', ['test', 'TestAccepts']),
          target('internal/login/login_test.go', ['test', 'TestAccepts']),
        ],
        DIALECTS.gotestsum,
      ),
      [2, 1, 0, 1],
    );
    assert.deepEqual(
      await counts(
        [
          target('test/login_test.cc', ['test', 'Login › Accepts']),
          target('test/login_test.cc', ['test', 'Login › DISABLED_Later']),
          target('test/login_test.cc'),
        ],
        DIALECTS.gtest,
      ),
      [1, 1, 1],
    );
  });

  it('of a whole file when its annotation speaks of no code', () => {
    const names = namesOf(
      [target('base/test/schema_test.sql')],
      [caseOf('schema', { file: 'base/test/schema_test.sql' }), caseOf('autre', { file: 'base/test/other.sql' })],
    );
    assert.deepEqual(names, { 'base/test/schema_test.sql': ['schema'] });
  });

  it('of the file whose path ends alike, on another machine or in a container', () => {
    const targets = [
      target('services/comptes/test/a.test.ts', ['test', 'works']),
      target('services/autres/test/a.test.ts', ['test', 'works']),
    ];
    const matched = (file: string) => Object.values(namesOf(targets, [caseOf('works', { file })])).flat().length;
    const first = (file: string) => namesOf(targets, [caseOf('works', { file })]);
    assert.equal(
      first('/home/ci/x/services/comptes/test/a.test.ts')['services/comptes/test/a.test.ts works']?.length,
      1,
    );
    assert.equal(first('D:\\x\\services\\autres\\test\\a.test.ts')['services/autres/test/a.test.ts works']?.length, 1);
    assert.equal(first('file:///x/services/autres/test/a.test.ts')['services/autres/test/a.test.ts works']?.length, 1);
    // A path that both may have, one that none has, and a name alone in a foreign folder.
    assert.equal(matched('/app/test/a.test.ts'), 0);
    assert.equal(matched('services/troisieme/test/a.test.ts'), 0);
    assert.equal(matched('/app/a.test.ts'), 0);
    assert.equal(
      Object.values(namesOf(targets.slice(0, 1), [caseOf('works', { file: '/app/test/a.test.ts' })])).flat().length,
      1,
    );
  });

  it('of the source that a test was compiled from, unless the file itself is there', () => {
    const written = target('web/src/test/login.test.ts', ['test', 'login']);
    const ran = (file: string) => [caseOf('locks', { className: 'login', file })];
    const count = (targets: readonly TestTarget[], file: string): number[] =>
      Object.values(namesOf(targets, ran(file))).map((names) => names.length);
    assert.deepEqual(count([written], 'web/out/test/login.test.js'), [1]);
    assert.deepEqual(count([written], '/ci/web/out/test/login.test.mjs'), [1]);
    assert.deepEqual(count([written], 'web/out/other/login.test.js'), [0]);
    assert.deepEqual(count([written], 'web/out/test/login.test.py'), [0]);
    const itself = target('web/out/test/login.test.js', ['test', 'login']);
    assert.deepEqual(count([written, itself], 'web/out/test/login.test.js'), [0, 1]);
  });

  it('of the module in which they lie, where several have the same class', () => {
    const targets = [
      target('a/src/test/java/fr/x/LoginTest.java', ['method', 'LoginTest.accepts']),
      target('b/src/test/java/fr/x/LoginTest.java', ['method', 'LoginTest.accepts']),
    ];
    const one = caseOf('accepts', { className: 'fr.x.LoginTest' }, 'b/build/test-results/test/TEST-fr.x.LoginTest.xml');
    assert.deepEqual(Object.values(namesOf(targets, [one])), [[], ['accepts']]);
    const nowhere = caseOf('accepts', { className: 'fr.x.LoginTest' }, 'all.xml');
    const { cases, ambiguous } = matchResults(targets, [nowhere]);
    assert.equal(cases.size, 0);
    assert.deepEqual(
      ambiguous.map(({ files }) => files),
      [['a/src/test/java/fr/x/LoginTest.java', 'b/src/test/java/fr/x/LoginTest.java']],
    );
  });

  it('of nobody where only a word is the same', () => {
    const targets = [
      target('test/a.test.ts', ['test', 'login']),
      target('test/b.test.ts', ['test', '${value}']),
      target('test/c.test.ts', ['test', 'test']),
      target('test/Tests.cs', ['class', 'Tests']),
      target('test/d.test.ts', ['test', 'groupe › ouvre']),
    ];
    const cases = [
      caseOf('login by password locks'),
      caseOf('anything', { className: 'test' }),
      caseOf('Accepts', { className: 'Acces.Tests.LoginTests' }),
      caseOf('ouvre', { suites: ['autre groupe'] }),
    ];
    assert.deepEqual(Object.values(namesOf(targets, cases)).flat(), []);
  });

  const names = fc.constantFrom(
    'login',
    'works',
    'accepts(1)',
    'accepts',
    'a › b',
    'refuse %s',
    'é',
    '',
    'x.y',
    'A::b',
  );
  const files = fc.constantFrom('test/a.test.ts', 'b/test/a.test.ts', 'fr/x/LoginTest.java', 'x_test.go', 'Tests.cs');
  const anyTarget = fc.record(
    { file: files, unit: fc.record({ kind: fc.constantFrom('test', 'class', 'method'), name: names }) },
    { requiredKeys: ['file'] },
  );
  const anyCase = fc
    .record(
      {
        name: fc.oneof(names, fc.string({ unit: 'binary' })),
        suites: fc.array(fc.oneof(names, files), { maxLength: 2 }),
        className: fc.oneof(names, fc.constant('fr.x.LoginTest')),
        file: fc.oneof(files, fc.string({ unit: 'binary' })),
      },
      { requiredKeys: ['name', 'suites'] },
    )
    .map((fields) => caseOf(fields.name, fields));

  it('of the same tests in whatever order they come, and reading them never fails', () => {
    fc.assert(
      fc.property(fc.array(anyTarget, { maxLength: 6 }), fc.array(anyCase, { maxLength: 6 }), (targets, cases) => {
        const inWords = (order: readonly TestTarget[], found: readonly FoundCase[]) => {
          const { cases: matched, ambiguous } = matchResults(order, found);
          return targets
            .map((each) => (matched.get(each) ?? []).map((one) => cases.indexOf(one)).sort((a, b) => a - b))
            .concat([ambiguous.map(({ found: one }) => cases.indexOf(one)).sort((a, b) => a - b)]);
        };
        assert.deepEqual(inWords([...targets].reverse(), [...cases].reverse()), inWords(targets, cases));
      }),
      { numRuns: 300 },
    );
  });
});
