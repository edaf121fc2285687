/* What VS Code starts to run the tests that live inside it; `scripts/test.ts` starts VS Code and reads the results. */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import CountingReporter, { grepVariable } from '../support/countingReporter';

/** Environment variable that names the file for the report: the console of an extension host is far from a terminal. */
const reportVariable = 'SEGUR_TRACE_TEST_REPORT';

/** Runs every bundled test file of this folder; rejects when one fails. */
export async function run(): Promise<void> {
  const report = process.env[reportVariable];
  if (report !== undefined) {
    writeFileSync(report, '');
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(report, `${format(...args)}\n`);
  }
  const grep = process.env[grepVariable];
  const mocha = new Mocha({
    ...(grep === undefined ? {} : { grep }),
    ui: 'bdd',
    timeout: 60_000,
    // As for the tests of windows: a second try tells a busy machine from a fault, and the report tells of it.
    retries: 1,
    slow: 5_000,
    forbidOnly: true,
    reporter: CountingReporter,
  });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
