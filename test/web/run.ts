/*
 * Runs the tests in the browser's extension host, those of test/vscode among them. There is no environment and no disk there: results go
 * through VS Code's file system, beside the workspace, where `scripts/test.ts` reads them.
 */
import 'mocha/mocha.js';
import type MochaClass from 'mocha';
import * as vscode from 'vscode';
import { trouble } from '../support/trouble';
import { eventually, folder } from '../vscode/workspace';
import { beside } from './beside';

interface BrowserGlobals {
  readonly Mocha: typeof MochaClass;
  readonly mocha: MochaClass & { setup(options: MochaClass.MochaOptions): void };
}

/**
 * @param loadSuites loads the files that define the tests, once mocha's words are there
 * @throws when a test fails
 */
export async function runSuites(loadSuites: () => void): Promise<void> {
  const { Mocha, mocha } = globalThis as unknown as BrowserGlobals;
  await workspaceOpened();
  const lines: string[] = [];
  mocha.setup({ ui: 'bdd', timeout: 60_000, retries: 1, slow: 5_000, reporter: 'spec', forbidOnly: true });
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => lines.push(format(args));
  loadSuites();
  const counts = { passed: 0, failed: 0, skipped: 0, troubles: [] as string[] };
  await new Promise<void>((resolve) => {
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_TEST_RETRY } = Mocha.Runner.constants;
    // Its own `run` wants the address of a page.
    const runner = Mocha.prototype.run.call(mocha, () => resolve());
    runner.on(EVENT_TEST_PASS, () => counts.passed++);
    runner.on(EVENT_TEST_FAIL, (test: MochaClass.Test, error: unknown) => {
      counts.failed++;
      counts.troubles.push(trouble('failed', test, error));
    });
    runner.on(EVENT_TEST_RETRY, (test: MochaClass.Test, error: unknown) => {
      counts.troubles.push(trouble('tried once more', test, error));
    });
    runner.on(EVENT_TEST_PENDING, () => counts.skipped++);
  });
  await write('report.txt', `${lines.join('\n')}\n`);
  await write('counts.json', JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}

/** The browser's host may start before the server has told it of the workspace. */
async function workspaceOpened(): Promise<void> {
  await eventually(() => {
    folder();
  });
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(beside(name), new TextEncoder().encode(text));
}

/** The few directives that mocha's reporters use. */
function format([pattern, ...rest]: readonly unknown[]): string {
  const filled = (typeof pattern === 'string' ? pattern : '').replace(/%([sdif%])/gu, (_, directive: string) =>
    directive === '%' ? '%' : String(rest.shift()),
  );
  return [filled, ...rest.map(String)].join(' ');
}
