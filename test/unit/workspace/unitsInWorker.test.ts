import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GRAMMARS } from '../../../src/units/grammars';
import type { UnitAnswer, UnitQuestion } from '../../../src/workspace/unitReading';
import { UnitWorker, unitsWithHelper, type UnitsInit } from '../../../src/workspace/unitsInWorker.node';
import { temporaryFolder } from './temporaryFolder';

const require = createRequire(__filename);
const grammars = dirname(require.resolve('@vscode/tree-sitter-wasm'));
const COUNT = 80;

describe('units by a worker', () => {
  let folder = '';
  let root = '';

  before(() => {
    const worker = join(__dirname, '../../../src/workspace/unitWorker.node.ts');
    folder = temporaryFolder({
      'worker.cjs': `require(${JSON.stringify(require.resolve('tsx/cjs'))}); module.exports = require(${JSON.stringify(worker)});`,
      'crash.cjs': 'throw new Error("boom");',
      'leave.cjs': 'process.exit(3);',
    });
    const files = Array.from({ length: COUNT }, (_, i) => [`d${i % 3}/f${i}.ts`, code(i)] as const);
    root = temporaryFolder(Object.fromEntries(files));
  });

  const code = (i: number): string => `// @segur A-1\nexport const save${i} = (a: string): void => {\n};\n`;
  const questions: UnitQuestion[] = Array.from({ length: COUNT }, (_, i) => ({
    file: `d${i % 3}/f${i}.ts`,
    places: [{ line: 0, character: 3 }],
  }));
  const expected = questions.map((_, i) => `function save${i}`).sort();

  function init(file: string, more: Partial<UnitsInit> = {}): UnitsInit {
    const onError = (error: unknown): void => assert.fail(String(error));
    return { root, workerFile: join(folder, file), grammars, onError, ...more };
  }

  function shown(answers: readonly UnitAnswer[]): string[] {
    return answers
      .flatMap(({ units }) => units ?? [])
      .map((unit) => (unit === null ? '-' : `${unit.kind} ${unit.name}`))
      .sort();
  }

  it('are those that this thread finds, alone and with a helper', async () => {
    const worker = new UnitWorker(init('worker.cjs'));
    const all = [worker.read, unitsWithHelper(init('worker.cjs')), unitsWithHelper(init('worker.cjs'), 1)];
    for (const read of all) {
      const answers: UnitAnswer[] = [];
      await read(questions, '@segur', (batch) => answers.push(...batch));
      assert.deepEqual(shown(answers), expected);
    }
    worker.dispose();
  });

  it('come from one thread, for several readings, and from another one after it was idle', async () => {
    const worker = new UnitWorker(init('worker.cjs', { idle: 1 }));
    for (let i = 0; i < 3; i++) {
      const answers: UnitAnswer[] = [];
      await Promise.all([
        worker.read(questions.slice(0, 3), '@segur', (batch) => answers.push(...batch)),
        worker.read(questions.slice(3), '@segur', (batch) => answers.push(...batch)),
      ]);
      assert.deepEqual(shown(answers), expected);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    worker.dispose();
  });

  it('come from the text in an editor', async () => {
    const worker = new UnitWorker(init('worker.cjs'));
    const answers: UnitAnswer[] = [];
    const buffer = { text: '# @segur A-1\ndef save():\n  pass\n', languageId: 'python' };
    const places = [{ line: 0, character: 2 }];
    await worker.read([{ file: 'Untitled-1', buffer, places }], '@segur', (batch) => answers.push(...batch));
    assert.deepEqual(shown(answers), ['function save']);
    worker.dispose();
  });

  it('are told by the look of the lines where the grammars are missing, which is told once', async () => {
    const faults: string[] = [];
    const onError = (error: unknown): void => void faults.push(String(error));
    const worker = new UnitWorker(init('worker.cjs', { grammars: folder, onError }));
    const answers: UnitAnswer[] = [];
    await worker.read(questions, '@segur', (batch) => answers.push(...batch));
    assert.deepEqual(shown(answers), expected);
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /ENOENT/u);
    worker.dispose();
  });

  it('stop when they are told to, and go on for others', async () => {
    const worker = new UnitWorker(init('worker.cjs'));
    const controller = new AbortController();
    const run = worker.read(questions, '@segur', () => undefined, controller.signal);
    controller.abort(new Error('enough'));
    await assert.rejects(run, /enough/u);
    await assert.rejects(
      worker.read(questions, '@segur', () => undefined, controller.signal),
      /enough/u,
    );
    const answers: UnitAnswer[] = [];
    await worker.read(questions, '@segur', (batch) => answers.push(...batch));
    assert.deepEqual(shown(answers), expected);
    worker.dispose();
  });

  it('reject when the worker crashes, leaves or is ended', async () => {
    for (const [file, message] of [
      ['crash.cjs', /boom/u],
      ['leave.cjs', /ended early/u],
    ] as const) {
      const worker = new UnitWorker(init(file));
      await assert.rejects(
        worker.read(questions, '@segur', () => undefined),
        message,
      );
      worker.dispose();
    }
    const worker = new UnitWorker(init('worker.cjs'));
    const run = worker.read(questions, '@segur', () => undefined);
    worker.dispose();
    await assert.rejects(run, /was ended/u);
  });

  it('have every grammar that they ask for in the package', () => {
    const { grammarFiles } = require('../../../scripts/grammars.js') as { readonly grammarFiles: readonly string[] };
    assert.deepEqual(
      [...grammarFiles].sort(),
      ['tree-sitter', ...GRAMMARS.map(({ name }) => `tree-sitter-${name}`)].sort(),
    );
  });
});
