/*
 * npm run mutation [lexer] [ids] [states] [src/FILE.ts...]: changes the code of a part in small ways, one at a time, and says which changes no test
 * noticed; where files are named, only their code. The report is out/mutation/PART.html. It takes a minute or two for states, twenty for ids, and more
 * than an hour for the lexer, whose files may be named one by one.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFor, nodeForTools } from './host/nodeForTools';
import { installInCache, npmInstall } from './host/npmInstall';
import { root } from './host/paths';
import { runHere } from './host/processes';
import { stryker } from './host/versions';

interface Part {
  readonly mutate: readonly string[];
  /** Without braces: mocha finds nothing by them, and would pass over those tests in silence. */
  readonly tests: readonly string[];
}

/** What everything else rests on. */
const parts: Readonly<Record<string, Part>> = {
  lexer: {
    mutate: ['src/annotations/commentLexer.ts', 'src/annotations/lexing/{lexer,strings,comments}.ts'],
    // Without the property tests, which try every language and notice what these do not, in hours.
    tests: [
      'test/unit/annotations/lexing/*.test.ts',
      'test/unit/annotations/languageForms.test.ts',
      'test/unit/annotations/commentLexer.test.ts',
      'test/unit/annotations/adversarialTexts.test.ts',
      'test/unit/annotations/parseAnnotations.test.ts',
    ],
  },
  ids: {
    mutate: ['src/catalog/{requirementId,resolveId,idRange,idIndex}.ts'],
    tests: [
      'test/unit/catalog/idIndex.test.ts',
      'test/unit/catalog/idRange.test.ts',
      'test/unit/catalog/requirementId.test.ts',
      'test/unit/catalog/resolveId.test.ts',
    ],
  },
  states: {
    mutate: ['src/trace/{requirementState,chapterTrace,totals,suspectLinks}.ts'],
    tests: ['test/unit/trace/**/*.test.ts', 'test/unit/evidence/*.test.ts'],
  },
};

/** @param only the files to change, of those of the part; all of them where none is named */
async function mutate(
  name: string,
  { mutate, tests }: Part,
  only: readonly string[],
  program: string,
): Promise<number> {
  const node = await nodeForTools();
  const folder = join(root, 'out', 'mutation');
  await mkdir(folder, { recursive: true });
  const config = join(folder, `${name}.conf.json`);
  const mocha = join(folder, `${name}.mocharc.json`);
  await writeFile(mocha, JSON.stringify({ require: ['tsx/cjs'], spec: tests, timeout: 60_000 }));
  const settings = {
    mutate: only.length > 0 ? only : mutate,
    plugins: [join(program, ...RUNNER, 'index.js')],
    testRunner: 'mocha',
    mochaOptions: { config: mocha },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['SEGUR_TRACE_MUTATION_JOBS'] ?? 2),
    tempDirName: join('out', 'mutation', 'work'),
    ignorePatterns: ['.vscode-test', 'out', 'dist/**/*.map'],
    reporters: ['clear-text', 'html', 'progress-append-only'],
    htmlReporter: { fileName: join(folder, `${name}.html`) },
    clearTextReporter: { allowColor: false, reportTests: false },
  };
  await writeFile(config, JSON.stringify(settings, undefined, 2));
  const command = join(program, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  return runHere(node, [command, 'run', config], { cwd: root, env: environmentFor(node) });
}

const RUNNER = ['node_modules', '@stryker-mutator', 'mocha-runner', 'dist', 'src'];

/** Its runner looks for files of mocha by names that they no longer have in version 12. */
async function withNewNames(folder: string): Promise<void> {
  await npmInstall(folder, [`@stryker-mutator/mocha-runner@${stryker}`]);
  const file = join(folder, ...RUNNER, 'lib-wrapper.js');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll(/\/lib\/cli\/(run-helpers|options|collect-files)`/gu, '/lib/cli/$1.cjs`'));
}

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const files = words.filter((word) => word.includes('/'));
  const named = words.filter((word) => !word.includes('/'));
  if (files.length > 0 && named.length !== 1) throw new Error('Name the one part that these files belong to.');
  const wanted = named.length > 0 ? named : Object.keys(parts);
  const program = await installInCache('@stryker-mutator/core', stryker, withNewNames);
  for (const name of wanted) {
    const part = parts[name];
    if (part === undefined) throw new Error(`No such part: ${name}. There are ${Object.keys(parts).join(', ')}.`);
    const status = await mutate(name, part, files, program);
    if (status !== 0) return status;
  }
  return 0;
}

void main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  },
);
