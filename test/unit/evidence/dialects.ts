/** Results as each runner writes them, cut to what tells the dialects apart. */
export const DIALECTS = {
  surefire: `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="fr.x.LoginTest" time="0.1" tests="5" errors="1" skipped="1" failures="1">
  <properties><property name="java.version" value="21"/></properties>
  <testcase name="accepts" classname="fr.x.LoginTest" time="0.01"/>
  <testcase name="refuses(String)[1]" classname="fr.x.LoginTest" time="0.01">
    <failure message="expected: &lt;true&gt; but was: &lt;false&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: expected
	at fr.x.LoginTest.refuses(LoginTest.java:20)]]></failure>
    <system-out><![CDATA[<failure>not one</failure>]]></system-out>
  </testcase>
  <testcase name="refuses(String)[2]" classname="fr.x.LoginTest" time="0.01"/>
  <testcase name="later" classname="fr.x.LoginTest" time="0"><skipped message="pas encore"/></testcase>
  <testcase name="inner" classname="fr.x.LoginTest$Nested" time="0"><error type="java.lang.NullPointerException">java.lang.NullPointerException
	at fr.x.LoginTest</error></testcase>
  <testcase name="flaky" classname="fr.x.LoginTest" time="0"><flakyFailure message="once" type="x"/></testcase>
</testsuite>`,
  gradle: `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="fr.x.LoginTest" tests="3" skipped="1" failures="0" errors="0" timestamp="2026-09-01T22:30:00.000Z" hostname="ci" time="0.1">
  <properties/>
  <testcase name="accepts()" classname="fr.x.LoginTest" time="0.01"/>
  <testcase name="refuses(String)[1]" classname="fr.x.LoginTest" time="0.01"/>
  <testcase name="later()" classname="fr.x.LoginTest" time="0.0"><skipped/></testcase>
  <system-out><![CDATA[]]></system-out>
</testsuite>`,
  pytest: `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="2" tests="5" time="0.094" timestamp="2026-11-24T02:49:50.921058+00:00" hostname="vm"><testcase classname="tests.test_a.TestA" name="test_p[1]" time="0.001" /><testcase classname="tests.test_a.TestA" name="test_p[2]" time="0.001"><failure message="AssertionError: boum&#10;  la suite&#10;assert 2 &lt; 2">self = &lt;test_a.TestA&gt;</failure></testcase><testcase classname="tests.test_a.TestA" name="test_skip" time="0.000"><skipped type="pytest.skip" message="pas encore">tests/test_a.py:5: pas encore</skipped></testcase><testcase classname="tests.test_a" name="test_prop" time="0.000"><properties><property name="segur" value="SC.SSI/GEN.18, GEN.21" /></properties></testcase><testcase classname="tests.test_a" name="test_err" time="0.000"><error message="failed on setup with &quot;ValueError: é#x1B[31m&quot;">@pytest.fixture</error></testcase></testsuite></testsuites>`,
  jest: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="jest tests" tests="3" failures="1" errors="0" time="1.2">
  <testsuite name="login" errors="0" failures="1" skipped="1" timestamp="2026-09-01T10:00:00" time="0.7" tests="3">
    <testcase classname="login by password locks the account" name="login by password locks the account" time="0.006" file="/ci/build/web/test/login.test.ts">
    </testcase>
    <testcase classname="login by password says so" name="login by password says so" time="0.002" file="/ci/build/web/test/login.test.ts">
      <failure>Error: expect(received).toBe(expected)
    at Object.&lt;anonymous&gt; (/ci/build/web/test/login.test.ts:12:20)</failure>
    </testcase>
    <testcase classname="login later" name="login later" time="0" file="/ci/build/web/test/login.test.ts">
      <skipped/>
    </testcase>
  </testsuite>
</testsuites>`,
  vitest: `<?xml version="1.0" encoding="UTF-8" ?>
<testsuites name="vitest tests" tests="2" failures="1" errors="0" time="0.5">
    <testsuite name="test/login.test.ts" timestamp="2026-09-01T10:00:00.000Z" hostname="ci" tests="2" failures="1" errors="0" skipped="0" time="0.01">
        <testcase classname="test/login.test.ts" name="login &gt; by password &gt; locks the account" time="0.001">
        </testcase>
        <testcase classname="test/login.test.ts" name="login &gt; later" time="0.004">
            <failure message="expected 1 to be 2" type="AssertionError">
AssertionError: expected 1 to be 2
            </failure>
        </testcase>
    </testsuite>
</testsuites>`,
  mocha: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Mocha Tests" time="0.0060" tests="2" failures="1">
  <testsuite name="Root Suite" timestamp="2026-09-01T10:00:00" tests="0" time="0.0000" failures="0">
  </testsuite>
  <testsuite name="by password" timestamp="2026-09-01T10:00:00" tests="2" file="C:\\build\\test\\login.test.js" time="0.0060" failures="1">
    <testcase name="login by password locks the account" time="0.0010" classname="locks the account">
    </testcase>
    <testcase name="login by password says so" time="0.0020" classname="says so">
      <failure message="no" type="AssertionError"><![CDATA[AssertionError: no]]></failure>
    </testcase>
    <testcase name="login later" time="0.0000" classname="later">
      <skipped/>
    </testcase>
  </testsuite>
</testsuites>`,
  xunit: `<testsuite name="Mocha Tests" tests="3" failures="0" errors="1" skipped="1" timestamp="Tue, 01 Sep 2026 10:00:00 GMT" time="0.006">
<testcase classname="login by password" name="locks the account" file="/build/web/test/login.test.ts" time="0.001"/>
<testcase classname="login by password" name="says so" file="/build/web/test/login.test.ts" time="0.002"><failure>no</failure></testcase>
<testcase classname="login" name="later" file="/build/web/test/login.test.ts" time="0"><skipped/></testcase>
</testsuite>`,
  dotnet: `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
  <testsuite name="Acces.Tests.dll" tests="2" skipped="0" failures="1" errors="0" time="0.1" timestamp="2026-09-01T10:00:00" hostname="ci" id="0" package="Acces.Tests.dll">
    <properties />
    <testcase classname="Acces.Tests.LoginTests" name="Accepts" time="0.01" />
    <testcase classname="Acces.Tests.LoginTests" name="Refuses(name: &quot;a.b&quot;, count: 1)" time="0.01">
      <failure type="failure" message="Assert.True() Failure">   at Acces.Tests.LoginTests.Refuses()</failure>
    </testcase>
    <testcase classname="Acces.Tests.LoginTests+Nested" name="Inner" time="0.01"><skipped /></testcase>
    <system-out>Junit Logger does not log standard output</system-out>
  </testsuite>
</testsuites>`,
  phpunit: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="/ci/build/phpunit.xml" tests="3" assertions="3" errors="0" failures="1" skipped="0" time="0.1">
    <testsuite name="unit" tests="3" assertions="3" errors="0" failures="1" skipped="0" time="0.1">
      <testsuite name="App\\Tests\\LoginTest" file="/ci/build/tests/LoginTest.php" tests="3" failures="1">
        <testcase name="testAccepts" class="App\\Tests\\LoginTest" classname="App.Tests.LoginTest" file="/ci/build/tests/LoginTest.php" line="12" assertions="1" time="0.1"/>
        <testsuite name="App\\Tests\\LoginTest::testRefuses" tests="2" failures="1">
          <testcase name="testRefuses with data set #0" class="App\\Tests\\LoginTest" classname="App.Tests.LoginTest" file="/ci/build/tests/LoginTest.php" line="20" assertions="1" time="0.1"/>
          <testcase name="testRefuses with data set &quot;vide&quot;" class="App\\Tests\\LoginTest" classname="App.Tests.LoginTest" file="/ci/build/tests/LoginTest.php" line="20" assertions="1" time="0.1">
            <failure type="PHPUnit\\Framework\\ExpectationFailedException">App\\Tests\\LoginTest::testRefuses with data set "vide"
Failed asserting that false is true.</failure>
          </testcase>
        </testsuite>
      </testsuite>
    </testsuite>
  </testsuite>
</testsuites>`,
  gotestsum: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="0" time="0.1">
	<testsuite tests="3" failures="1" time="0.100000" name="example.com/acces/internal/login" timestamp="2026-09-01T10:00:00Z">
		<properties><property name="go.version" value="go1.24 linux/amd64"></property></properties>
		<testcase classname="example.com/acces/internal/login" name="TestAccepts" time="0.000000"></testcase>
		<testcase classname="example.com/acces/internal/login" name="TestRefuses" time="0.000000">
			<failure message="Failed" type="">=== RUN   TestRefuses&#xA;    login_test.go:9: no&#xA;</failure>
		</testcase>
		<testcase classname="example.com/acces/internal/login" name="TestRefuses/empty_name" time="0.000000">
			<failure message="Failed" type="">x</failure>
		</testcase>
	</testsuite>
</testsuites>`,
  node: `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
	<testsuite name="login" time="0.002884" disabled="0" errors="0" tests="1" failures="1" skipped="1" hostname="vm">
		<testsuite name="by password" time="0.002215" disabled="0" errors="0" tests="3" failures="1" skipped="1" hostname="vm">
			<testcase name="locks the account" time="0.001191" classname="test" failure="non">
				<failure type="testCodeFailure" message="non">
Error [ERR_TEST_FAILURE]: non
				</failure>
			</testcase>
			<testcase name="later" time="0.000244" classname="test">
				<skipped type="todo" message="plus tard"/>
			</testcase>
		</testsuite>
	</testsuite>
	<testcase name="alone" time="0.000112" classname="test"/>
	<!-- tests 4 -->
</testsuites>`,
  gtest: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1" disabled="1" errors="0" timestamp="2026-09-01T10:00:00.123" time="0.1" name="AllTests">
  <testsuite name="Login" tests="2" failures="1" disabled="1" errors="0" time="0.1">
    <testcase name="Accepts" file="/ci/build/test/login_test.cc" line="4" status="run" result="completed" time="0.1" classname="Login">
      <failure message="login_test.cc:5&#x0A;Expected: true" type=""><![CDATA[login_test.cc:5]]></failure>
    </testcase>
    <testcase name="DISABLED_Later" status="notrun" result="suppressed" time="0" classname="Login" />
  </testsuite>
</testsuites>`,
} as const;
