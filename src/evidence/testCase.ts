/** What a test runner says of one test. */
export type TestOutcome = 'passed' | 'failed' | 'skipped';

/** One `testcase` of a results file, in the words of whoever wrote it. Strings are bounded, and have memory of their own. */
export interface TestCase {
  readonly name: string;
  /** `classname`, or `class` where only that is there. */
  readonly className?: string;
  /** Names of the suites that it stands in, the outermost first. */
  readonly suites: readonly string[];
  /** The file of its source as the runner wrote it: absolute on another machine, maybe. */
  readonly file?: string;
  readonly outcome: TestOutcome;
  /** First line of why it failed or was skipped. */
  readonly message?: string;
  /** Ids of requirements in its properties or those of its suites, as written. */
  readonly ids: readonly string[];
  /** When its suite ran, `YYYY-MM-DD`, where the file says so. */
  readonly date?: string;
  /** Zero-based line of the `testcase` in the results file. */
  readonly line: number;
}

/** The test cases of one results file. */
export interface TestResultFile {
  /** Path of the results file. */
  readonly path: string;
  readonly cases: readonly TestCase[];
}
