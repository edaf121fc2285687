/*
 * npm test [unit] [vscode] [web] [ui] [package] [trace] [--grep WORDS]: all kinds of tests, or those named, and the sum of their results as the last line.
 * unit: plain mocha. vscode: inside the extension host of a real VS Code. web: inside the browser's extension host, which
 * has no Node. ui: on a real window, by a driven browser. package: what `npm run package` makes. trace: our own gate holds our own
 * requirements against what these said.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsVariable, grepVariable, resultsVariable, type Counts } from '../test/support/countingReporter';
import { buildVscodeTests, buildWebTests } from './host/buildTests';
import { downloadedDesktop, runDesktopTests } from './host/desktop';
import { exampleFolder, root, severalFolders } from './host/paths';
import { run, runHere } from './host/processes';
import { copyOfWorkspace, scratchFolder } from './host/scratch';
import { hostLog, runServerTests, type HostedTests } from './host/serverTests';

const results = join(root, 'out', 'results');
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');

/** `segur.yaml` names it. */
const junit = join(results, 'junit');

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' } },
});

/** Results of a part of the tests would say of the others that they did not run. */
const isWhole = named.length === 0 && options.grep === undefined;

interface Outcome extends Counts {
  readonly kind: string;
}

const kinds: Readonly<Record<string, () => Promise<Outcome>>> = { unit, vscode, web, ui, package: packages, trace };

async function unit(): Promise<Outcome> {
  return mochaRun('unit', []);
}

async function ui(): Promise<Outcome> {
  return windowTests('ui');
}

/** The packages: those of `npm run package`, made now unless they are given. */
async function packages(): Promise<Outcome> {
  if (process.env['SEGUR_TRACE_VSIX'] === undefined) {
    const status = await runHere(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'package.ts')], {
      cwd: root,
    });
    if (status !== 0) throw new Error('There is no package to test.');
  }
  return windowTests('package');
}

async function windowTests(kind: string): Promise<Outcome> {
  const settings = ['--no-config', '--require', 'tsx/cjs', '--require', 'test/ui/hooks.ts', '--extension', 'ts'];
  return mochaRun(kind, [
    ...settings,
    '--timeout',
    '120000',
    // A busy machine draws late, or moves the focus in between: a second try tells that from a fault, and the report tells of it.
    '--retries',
    '1',
    '--slow',
    '20000',
    '--forbid-only',
    `test/${kind}/**/*.test.ts`,
  ]);
}

async function mochaRun(kind: string, args: readonly string[]): Promise<Outcome> {
  const counts = await freshCounts(kind);
  const reporter = ['--reporter', 'test/support/countingReporter.ts'];
  const grep = options.grep === undefined ? [] : ['--grep', options.grep];
  const command = [mocha, ...args, ...reporter, ...grep];
  const env = { ...process.env, [countsVariable]: counts, ...resultsOf(kind) };
  if (!isWhole || kind === 'unit')
    return outcome(kind, counts, await runHere(process.execPath, command, { cwd: root, env }));
  // Others run beside it: what it says comes in one piece.
  const { status, output } = await run(process.execPath, command, { cwd: root, env });
  console.log(`\n── ${kind} tests\n${output}`);
  return outcome(kind, counts, status);
}

async function vscode(): Promise<Outcome> {
  const one = await insideVscode('vscode', await buildVscodeTests(), await copyOfWorkspace(exampleFolder));
  const several = await insideVscode(
    'several',
    await buildVscodeTests('several'),
    join(await copyOfWorkspace(severalFolders), 'several.code-workspace'),
    'windows',
  );
  return added('vscode', one, several);
}

async function insideVscode(
  name: string,
  tests: string,
  workspace: string,
  platform?: HostedTests['platform'],
): Promise<Outcome> {
  const counts = await freshCounts(name);
  const report = join(results, `${name}.txt`);
  await rm(report, { force: true });
  const environment = {
    [countsVariable]: counts,
    ...resultsOf(name),
    SEGUR_TRACE_TEST_REPORT: report,
    ...(options.grep === undefined ? {} : { [grepVariable]: options.grep }),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
  };
  const desktop = await downloadedDesktop();
  let missing = 'missing' in desktop ? desktop.missing : undefined;
  let status = 1;
  if ('program' in desktop) {
    console.log('Host of the tests: the desktop VS Code of @vscode/test-electron.');
    status = await runDesktopTests(desktop.program, tests, workspace, scratchFolder(), environment);
    if (!existsSync(counts)) missing = `the desktop VS Code ended with status ${status} before any test`;
  }
  if (missing !== undefined) {
    console.log(`Host of the tests: the VS Code server from npm (${missing}).`);
    status = await runServerTests({ tests, workspace, environment, host: 'server', ...(platform && { platform }) });
  }
  if (existsSync(report)) console.log(readFileSync(report, 'utf8'));
  if (!existsSync(counts)) console.error(`No test ran inside VS Code; its console is in ${hostLog}.`);
  return outcome(name, counts, status);
}

async function web(): Promise<Outcome> {
  const example = await copyOfWorkspace(exampleFolder);
  await writeWhatTheCommandSays(example);
  const one = await inBrowser('web', await buildWebTests('web', 'vscode'), example, dirname(example), 'mac');
  const several = await copyOfWorkspace(severalFolders);
  const workspace = join(several, 'several.code-workspace');
  const both = await inBrowser('web-several', await buildWebTests('several'), workspace, several, 'windows');
  return added('web', one, both);
}

/** What the command says of the folder, put beside it: the browser must say the same. */
async function writeWhatTheCommandSays(workspace: string): Promise<void> {
  const command = join(root, 'dist', 'segur-trace.js');
  for (const [name, args] of [
    ['expected.json', ['matrix', '--format', 'json']],
    ['expected-links.json', ['links', '--format', 'json']],
  ] as const) {
    const { status, output } = await run(process.execPath, [command, ...args, workspace]);
    if (status !== 0) throw new Error(`segur-trace ${args.join(' ')} ended with status ${status}:\n${output}`);
    await writeFile(join(dirname(workspace), name), output);
  }
}

/** @param beside folder where the tests leave their report: that of the first workspace folder */
async function inBrowser(
  name: string,
  tests: string,
  workspace: string,
  beside: string,
  platform?: HostedTests['platform'],
): Promise<Outcome> {
  const counts = await freshCounts(name);
  const status = await runServerTests({ tests, workspace, host: 'browser', ...(platform && { platform }) });
  const report = join(beside, 'report.txt');
  if (existsSync(report)) console.log(readFileSync(report, 'utf8'));
  if (existsSync(join(beside, 'counts.json'))) await cp(join(beside, 'counts.json'), counts);
  else console.error(`No test ran in the browser; its console is in ${hostLog}.`);
  return outcome(name, counts, status);
}

function added(kind: string, ...outcomes: readonly Outcome[]): Outcome {
  const sum = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, each) => total + each[key], 0);
  const troubles = outcomes.flatMap((each) => each.troubles ?? []);
  return { kind, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), troubles };
}

function resultsOf(name: string): Record<string, string> {
  return isWhole ? { [resultsVariable]: join(junit, `${name}.xml`) } : {};
}

/** Our own requirements, held against our code, our tests and what the tests before it said. */
async function trace(): Promise<Outcome> {
  const command = join(root, 'dist', 'segur-trace.js');
  const args = ['check', '--fail-on', 'error,gaps,failed,unknown', root];
  const status = await runHere(process.execPath, [command, ...args], { cwd: root });
  return { kind: 'trace', passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

async function freshCounts(kind: string): Promise<string> {
  const file = join(results, `${kind}.json`);
  await rm(file, { force: true });
  return file;
}

/** A run that left no counts, found no test, or failed with no failed test to show for it counts as one failure. */
function outcome(kind: string, file: string, status: number): Outcome {
  const none: Counts = { passed: 0, failed: 0, skipped: 0 };
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : none;
  const nothingRan = counts.passed === 0 && options.grep === undefined;
  const broken = counts.failed === 0 && (status !== 0 || nothingRan);
  return { kind, ...counts, failed: broken ? 1 : counts.failed };
}

async function attempt(kind: string): Promise<Outcome> {
  console.log(`\n── ${kind} tests${isWhole && kind === 'ui' ? ': begun' : ''}`);
  try {
    return await (kinds[kind] as () => Promise<Outcome>)();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { kind, passed: 0, failed: 1, skipped: 0 };
  }
}

/** Windows wait half of their time: those of the tests on a window and those that hold tests inside them are open side by side. */
async function wholeRun(): Promise<readonly Outcome[]> {
  const units = await attempt('unit');
  const windows = attempt('ui');
  const inside = [await attempt('vscode'), await attempt('web'), await attempt('package')];
  return [units, ...inside, await windows, await attempt('trace')];
}

async function main(): Promise<number> {
  const wanted = named.length > 0 ? named : Object.keys(kinds);
  const unknown = wanted.find((kind) => !(kind in kinds));
  if (unknown !== undefined) {
    console.error(`No such kind of tests: ${unknown}. There are ${Object.keys(kinds).join(', ')}.`);
    return 2;
  }
  if (wanted.some((kind) => kind !== 'unit')) {
    const built = await runHere(process.execPath, [join(root, 'esbuild.js')], { cwd: root });
    if (built !== 0) {
      console.error('The build failed: no test was run.');
      return 1;
    }
  }
  await rm(junit, { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  if (isWhole) outcomes.push(...(await wholeRun()));
  else for (const kind of wanted) outcomes.push(await attempt(kind));

  console.log();
  for (const each of outcomes) for (const line of each.troubles ?? []) console.log(`${each.kind}: ${line}`);
  for (const each of outcomes)
    console.log(`${each.kind}: ${each.passed} passed, ${each.failed} failed, ${each.skipped} skipped`);
  const { passed, failed, skipped } = added('all', ...outcomes);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

void main().then((status) => process.exit(status));
