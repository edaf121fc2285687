import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJunit } from '../../../src/evidence/junit';
import type { TestCase } from '../../../src/evidence/testCase';
import { DIALECTS } from './dialects';

async function casesOf(xml: string): Promise<readonly TestCase[]> {
  const { cases, problems } = await parseJunit('r.xml', xml);
  assert.deepEqual(problems, []);
  return cases;
}

async function outcomes(xml: string): Promise<string[]> {
  return (await casesOf(xml)).map(({ name, outcome, message }) => [name, outcome, message].filter(Boolean).join(' | '));
}

async function problemOf(xml: string) {
  const { cases, problems } = await parseJunit('r.xml', xml);
  assert.deepEqual(cases, []);
  assert.equal(problems.length, 1);
  return problems[0]!;
}

function suite(inside: string): string {
  return `<testsuite name="s">${inside}</testsuite>`;
}

// @segur ST.TST.01
describe('test results in JUnit XML', () => {
  it('are read as Surefire writes them: a run again that passed has passed, output is no result', async () => {
    assert.deepEqual(await outcomes(DIALECTS.surefire), [
      'accepts | passed',
      'refuses(String)[1] | failed | expected: <true> but was: <false>',
      'refuses(String)[2] | passed',
      'later | skipped | pas encore',
      'inner | failed | java.lang.NullPointerException',
      'flaky | passed',
    ]);
    assert.equal((await casesOf(DIALECTS.surefire))[4]?.className, 'fr.x.LoginTest$Nested');
  });

  it('are read as Gradle writes them, with the day of the run', async () => {
    assert.deepEqual(await outcomes(DIALECTS.gradle), [
      'accepts() | passed',
      'refuses(String)[1] | passed',
      'later() | skipped',
    ]);
    assert.equal((await casesOf(DIALECTS.gradle))[0]?.date, '2026-09-01');
  });

  it('are read as pytest writes them, with the first line of a message', async () => {
    assert.deepEqual(await outcomes(DIALECTS.pytest), [
      'test_p[1] | passed',
      'test_p[2] | failed | AssertionError: boum',
      'test_skip | skipped | pas encore',
      'test_prop | passed',
      'test_err | failed | failed on setup with "ValueError: é#x1B[31m"',
    ]);
    assert.deepEqual((await casesOf(DIALECTS.pytest))[3]?.ids, ['SC.SSI/GEN.18', 'GEN.21']);
  });

  it('are read as Jest writes them, with the file of each case', async () => {
    assert.deepEqual(
      (await casesOf(DIALECTS.jest)).map(({ file, outcome, suites }) => [file, outcome, suites]),
      [
        ['/ci/build/web/test/login.test.ts', 'passed', ['login']],
        ['/ci/build/web/test/login.test.ts', 'failed', ['login']],
        ['/ci/build/web/test/login.test.ts', 'skipped', ['login']],
      ],
    );
  });

  it('are read as Vitest, the .NET logger, gotestsum and googletest write them', async () => {
    assert.deepEqual(await outcomes(DIALECTS.vitest), [
      'login > by password > locks the account | passed',
      'login > later | failed | expected 1 to be 2',
    ]);
    assert.deepEqual(await outcomes(DIALECTS.dotnet), [
      'Accepts | passed',
      'Refuses(name: "a.b", count: 1) | failed | Assert.True() Failure',
      'Inner | skipped',
    ]);
    assert.deepEqual(await outcomes(DIALECTS.gotestsum), [
      'TestAccepts | passed',
      'TestRefuses | failed | Failed',
      'TestRefuses/empty_name | failed | Failed',
    ]);
    assert.deepEqual(await outcomes(DIALECTS.gtest), [
      'Accepts | failed | login_test.cc:5',
      'DISABLED_Later | skipped',
    ]);
  });

  it('have the file of the suite where the case has none, as mocha writes it', async () => {
    const [first] = await casesOf(DIALECTS.mocha);
    assert.equal(first?.file, 'C:\\build\\test\\login.test.js');
    assert.deepEqual(await outcomes(DIALECTS.mocha), [
      'login by password locks the account | passed',
      'login by password says so | failed | no',
      'login later | skipped',
    ]);
  });

  it('have the names of all suites that they are nested in, as PHPUnit and node:test write them', async () => {
    assert.deepEqual((await casesOf(DIALECTS.phpunit))[2]?.suites, [
      '/ci/build/phpunit.xml',
      'unit',
      'App\\Tests\\LoginTest',
      'App\\Tests\\LoginTest::testRefuses',
    ]);
    assert.deepEqual(
      (await casesOf(DIALECTS.node)).map(({ suites, name, outcome }) => [...suites, name, outcome].join(' > ')),
      ['login > by password > locks the account > failed', 'login > by password > later > skipped', 'alone > passed'],
    );
  });

  it('take the graver of several outcomes of one case, with its message', async () => {
    assert.deepEqual(
      await outcomes(
        suite(
          '<testcase name="a"><skipped message="s"/><error message="e"/><failure message="f"/></testcase><testcase name="b"/>',
        ),
      ),
      ['a | failed | e', 'b | passed'],
    );
  });

  it('take the text where there is no message, and bound both', async () => {
    assert.deepEqual(await outcomes(suite('<testcase name="a"><failure>\n\n  Boum  \nla suite</failure></testcase>')), [
      'a | failed | Boum',
    ]);
    const [long] = await casesOf(
      suite(`<testcase name="${'n'.repeat(5000)}"><failure message="${'m'.repeat(5000)}"/></testcase>`),
    );
    assert.equal(long?.name.length, 1000);
    assert.equal(long.message?.length, 300);
  });

  it('hand the ids in the properties of a suite to its cases, wherever the properties stand', async () => {
    const cases = await casesOf(`<testsuites>
      <testsuite name="s"><properties><property name="Requirements" value="A.1; B 2"/></properties>
        <testcase name="a"/>
        <testcase name="b"><properties><property name="exigence">C.3
D.4</property><property name="owner" value="X.9"/></properties></testcase>
      </testsuite>
      <testsuite name="t"><testcase name="c"/><properties><property name="segur" value="E.5"/></properties></testsuite>
    </testsuites>`);
    assert.deepEqual(
      cases.map(({ ids }) => ids),
      [['A.1', 'B 2'], ['C.3', 'D.4', 'A.1', 'B 2'], ['E.5']],
    );
  });

  it('keep the line of each case', async () => {
    assert.deepEqual(
      (await casesOf('<testsuite>\n<testcase name="a"/>\n\n<testcase\n name="b"/></testsuite>')).map(
        ({ line }) => line,
      ),
      [1, 4],
    );
  });

  it('are read although messages hold characters that XML does not know', async () => {
    assert.deepEqual(
      await outcomes(suite('<testcase name="a"><failure message="&#27;[31mrouge\u001b[0m"/></testcase>')),
      // What would command a terminal is left out.
      ['a | failed | &#27;[31mrouge'],
    );
  });

  it('take names that every object has for what they are', async () => {
    assert.deepEqual(
      await outcomes(suite('<testcase name="__proto__" status="constructor"><constructor/><toString/></testcase>')),
      ['__proto__ | passed'],
    );
  });

  it('of a half-written file do not count, and the problem says where it ends', async () => {
    const problem = await problemOf('<testsuite>\n<testcase name="a"/>\n<testcase na');
    assert.equal(problem.code, 'results.malformed');
    assert.equal(problem.severity, 'error');
    assert.equal(problem.range?.start.line, 2);
    assert.match(problem.message.template, /ends too early/u);
    assert.equal(problem.remedy?.template, 'Run the tests again');
    assert.match((await problemOf(' ')).message.template, /ends too early/u);
  });

  it('of a broken file do not count, and the problem says where it breaks', async () => {
    const problem = await problemOf('<testsuite>\n<testcase name="a"/>\n<testcase name="b"></oops></testsuite>');
    assert.equal(problem.code, 'results.malformed');
    assert.equal(problem.range?.start.line, 2);
    assert.match(problem.message.template, /no well-formed XML/u);
    for (const broken of ['<a/><b/>', '<testsuite a=b/>', 'results', '<testsuite a="1" a="2"/>', '<testsuite/>tail']) {
      assert.match((await problemOf(broken)).code, /^results\./u, broken);
    }
  });

  it('that declare entities are refused, and none is ever expanded', async () => {
    const bomb = `<!DOCTYPE testsuite [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
${suite('<testcase name="&b;"/>')}`;
    assert.match((await problemOf(bomb)).message.template, /declare entities/u);
    const outside = '<!DOCTYPE testsuite [<!ENTITY a SYSTEM "file:///etc/passwd">]><testsuite>&a;</testsuite>';
    assert.match((await problemOf(outside)).message.template, /declare entities/u);
    assert.match((await problemOf(suite('<testcase name="&a;"/>'))).message.template, /names an entity/u);
    assert.deepEqual(await outcomes(`<!DOCTYPE testsuite>${suite('<testcase name="a &amp; b"/>')}`), [
      'a & b | passed',
    ]);
  });

  it('in another format than JUnit’s are told apart', async () => {
    const problem = await problemOf('<?xml version="1.0"?><test-run id="2"><test-suite/></test-run>');
    assert.equal(problem.code, 'results.not-junit');
    assert.deepEqual(problem.message.args, ['test-run']);
  });

  it('let others have their turn while a long file is read', async () => {
    let breaths = 0;
    const xml = suite('<testcase name="a" classname="b"/>'.repeat(100_000));
    const { cases } = await parseJunit('r.xml', xml, () => {
      breaths++;
      return Promise.resolve();
    });
    assert.equal(cases.length, 100_000);
    assert.ok(breaths >= 3);
  });

  it('never make the reader throw, and give cases or a problem', async () => {
    const tokens = [
      '<testsuite>',
      '</testsuite>',
      '<testcase name="a">',
      '</testcase>',
      '<failure>',
      '</failure>',
      'x',
    ];
    const more = [
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<property name="segur" value="A.1"/>',
      '&lt;',
      '&',
      '<',
      '\u0000',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...tokens, ...more), { maxLength: 25 }), async (parts) => {
        const { cases, problems } = await parseJunit('r.xml', parts.join(''));
        assert.ok(problems.length === 0 || (problems.length === 1 && cases.length === 0));
      }),
    );
  });
});
