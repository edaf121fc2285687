import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';
import { trouble } from './trouble';

/** Environment variable that names the file for the counts. */
export const countsVariable = 'SEGUR_TRACE_TEST_COUNTS';

/** Environment variable that names the file for the result of each test, as XML. */
export const resultsVariable = 'SEGUR_TRACE_TEST_RESULTS';

/** Environment variable that narrows the tests inside VS Code to those whose names hold it. */
export const grepVariable = 'SEGUR_TRACE_TEST_GREP';

/** What a run of tests comes to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed and what was tried once more, each with the first line of the reason. */
  readonly troubles?: readonly string[];
}

/**
 * Mocha's usual report, with the counts written as JSON to the file that {@link countsVariable} names, and the result of each test to that of
 * {@link resultsVariable}, for our own trace.
 */
export default class CountingReporter extends Mocha.reporters.Spec {
  readonly #results: Mocha.reporters.XUnit | undefined;

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const output = process.env[resultsVariable];
    if (output !== undefined) this.#results = new Mocha.reporters.XUnit(runner, { reporterOptions: { output } });
    const troubles: string[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => {
      Mocha.reporters.Base.consoleLog(`      once more: ${test.title} (${error.message.split('\n')[0] ?? ''})`);
      troubles.push(trouble('tried once more', test, error));
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => {
      troubles.push(trouble('failed', test, error));
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env[countsVariable];
      if (file === undefined) return;
      const { passes, failures, pending } = this.stats;
      const counts: Counts = { passed: passes, failed: failures, skipped: pending, troubles };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    });
  }
  /** Results are on the disk before mocha ends the process. */
  override done(failures: number, finished: (failures: number) => void): void {
    if (this.#results === undefined) finished(failures);
    else this.#results.done(failures, finished);
  }
}
