import assert from 'node:assert/strict';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { UnitReader } from '../../../src/workspace/unitReader';
import type { ReadUnits } from '../../../src/workspace/unitReading';
import { parsers } from '../units/parsers';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: GEN.18, title: Test, needs: [code] }
`;

interface Opened {
  readonly folder: FolderTrace;
  readonly fs: MemoryFileSystem;
  /** Files of which every unit was asked for, a list for each reading. */
  readonly asked: string[][];
  readonly outdated: () => number;
  /** `path kind name first-last units`, lines from 1. */
  readonly unclaimed: () => Promise<string[]>;
}

async function opened(
  files: Readonly<Record<string, string>>,
  scan = 'sensitive: auth/**',
  before?: () => void,
): Promise<Opened> {
  const project = `version: 1\ncatalogs: [c.yaml]\nscan: { ${scan} }\n`;
  const fs = new MemoryFileSystem({ 'segur.yaml': project, 'c.yaml': CATALOG, ...files });
  const reader = new UnitReader(fs, parsers);
  const asked: string[][] = [];
  let outdated = 0;
  const readUnits: ReadUnits = async (questions, marker, onAnswers) => {
    const whole = questions.filter(({ places }) => places === 'lines').map(({ file }) => file);
    if (whole.length > 0) {
      asked.push(whole);
    }
    const answers = await reader.answerAll(questions, marker);
    before?.();
    onAnswers(answers);
  };
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () => Promise.resolve(undefined),
    scan: new MemoryScan(fs).scan,
    readUnits,
    onError: (error) => {
      throw error;
    },
  });
  folder.sensitive?.onDidOutdate(() => outdated++);
  await folder.load();
  const unclaimed = async (): Promise<string[]> => {
    const { folders = [] } = (await folder.sensitive?.report()) ?? {};
    return folders.flatMap(({ files: own }) =>
      own.flatMap(({ file, unclaimed: units }) =>
        units.map(
          ({ kind, name, startLine, endLine, units: count }) =>
            `${file} ${kind} ${name} ${startLine + 1}-${endLine + 1} ${count}`,
        ),
      ),
    );
  };
  return { folder, fs, asked, outdated: () => outdated, unclaimed };
}

type Case = readonly [title: string, path: string, text: string, expected: readonly string[]];

const cases: readonly Case[] = [
  [
    'a function without an annotation',
    'auth/a.ts',
    '// @segur GEN.18\nfunction save() {}\nfunction load() {\n  go();\n}\n',
    ['function load 3-5 1'],
  ],
  [
    'the methods beside an annotated one, of a class that is claimed in part',
    'auth/a.ts',
    'export class Account {\n  readonly name = 1;\n  // @segur GEN.18\n  lock() {}\n  unlock() {\n  }\n}\n',
    ['method Account.unlock 5-6 1'],
  ],
  [
    'nothing of a class that is claimed as a whole',
    'auth/a.ts',
    '// @segur GEN.18\nexport class Account {\n  lock() {}\n  unlock() {}\n}\n',
    [],
  ],
  [
    'a class without claims as one, with how many units it holds',
    'auth/a.java',
    'package x;\nclass Account {\n  int tries;\n  void lock() {}\n  void unlock() {}\n}\n',
    ['class Account 2-6 2'],
  ],
  [
    'nothing of a file that is claimed above its imports',
    'auth/a.ts',
    '// @segur GEN.18\nimport { x } from "y";\nexport function save() {}\nexport function load() {}\n',
    [],
  ],
  [
    'nothing of a file whose package is claimed',
    'auth/a.go',
    '// @segur GEN.18\npackage auth\n\nfunc Save() {\n}\n\nfunc Load() {\n}\n',
    [],
  ],
  [
    'a function below a claimed statement of the file',
    'auth/a.ts',
    'import { app } from "y";\n// @segur GEN.18\napp.use(1);\nfunction load() {\n}\n',
    ['function load 4-5 1'],
  ],
  [
    'neither types, interfaces, data nor imports',
    'auth/a.ts',
    'import x from "y";\nexport type A = { a: string };\nexport interface B {\n  lock(): void;\n}\nexport enum C {\n  one,\n}\nexport class D {\n  a = 1;\n}\nexport * from "z";\n',
    [],
  ],
  [
    'values of several lines',
    'auth/a.ts',
    'export const POLICY = {\n  length: 12,\n};\nexport const LIMIT = 5;\n',
    ['constant POLICY 1-3 1'],
  ],
  ['a file without units as a whole', 'auth/a.sh', 'set -e\nrm -rf cache\n', ['file a.sh 1-2 1']],
  ['a file of single values as a whole', 'auth/a.ts', 'type A = 1;\nexport const LENGTH = 12;\n', ['file a.ts 1-2 1']],
  ['a configuration as a whole', 'auth/a.yaml', 'a: 1\nb:\n  c: 2\n', ['file a.yaml 1-3 1']],
  ['nothing of a configuration with a claim', 'auth/a.yaml', 'a: 1\n# @segur GEN.18\nb: 2\n', []],
  ['no re-exports', 'auth/index.ts', '// All.\nexport {\n  a,\n  b,\n} from "./a";\nexport * from "./b";\n', []],
  ['no empty file', 'auth/__init__.py', '"""Accounts."""\n', []],
  ['no prose, no JSON, nothing unknown', 'auth/a.md', '# Accounts\n', []],
  [
    'what the annotation of an unknown id stands at',
    'auth/a.py',
    '# @segur NO.1\ndef a():\n  pass\n',
    ['function a 2-3 1'],
  ],
  ['no code that is to be done', 'auth/a.py', '# @segur todo GEN.18\ndef a():\n  pass\n', []],
  [
    'a function around a claimed one not, its other ones',
    'auth/a.js',
    'function outer() {\n  // @segur GEN.18\n  function a() {\n  }\n  function b() {\n  }\n}\n',
    ['function outer.b 5-6 1'],
  ],
  [
    'tests inside the code not',
    'auth/a.rs',
    'fn a() {\n}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn holds() {\n    }\n}\n',
    ['function a 1-2 1'],
  ],
  [
    'tables and functions of a database',
    'auth/a.sql',
    'create schema x;\ncreate table t (\n  a int\n);\n',
    ['table t 2-4 1'],
  ],
];

describe('sensitive code', () => {
  for (const [title, path, text, expected] of cases) {
    it(`lists ${title}`, async () => {
      const { unclaimed } = await opened({ [path]: text });
      assert.deepEqual(
        await unclaimed(),
        expected.map((line) => `${path} ${line}`),
      );
    });
  }

  it('is that of the globs, without tests, ignored and left out files', async () => {
    const code = 'function a() {\n}\n';
    const { folder, unclaimed } = await opened(
      {
        '.gitignore': 'made.ts\n',
        'auth/a.ts': code,
        'auth/deep/b.ts': code,
        'auth/a.test.ts': code,
        'auth/made.ts': code,
        'auth/old/c.ts': code,
        'other/d.ts': code,
        'crypto/e.ts': code,
      },
      'sensitive: [auth/**, crypto/*.ts, auth/a.ts], exclude: auth/old/**',
    );
    assert.deepEqual(
      (await unclaimed()).map((line) => line.split(' ')[0]),
      ['auth/a.ts', 'auth/deep/b.ts', 'crypto/e.ts'],
    );
    const report = await folder.sensitive?.report();
    assert.deepEqual(
      report?.folders.map((one) => one.folder),
      ['auth', 'auth/deep', 'crypto'],
    );
    assert.deepEqual(report.figures, { units: 3, lines: 6, unclaimedUnits: 3, unclaimedLines: 6 });
  });

  it('is none where nothing is declared, and nothing is read then', async () => {
    const { folder, asked } = await opened({ 'auth/a.ts': 'function a() {}\n' }, 'mentions: false');
    assert.equal(await folder.sensitive?.report(), undefined);
    assert.deepEqual(asked, []);
  });

  it('is told of where a glob cannot be one', async () => {
    const { folder } = await opened({}, 'sensitive: [auth/**, ../secret/**]');
    assert.deepEqual(
      folder.trace.problems.map(({ file, range }) => `${file}:${(range?.start.line ?? -1) + 1}`),
      ['segur.yaml:3'],
    );
    assert.deepEqual(folder.project.scan.sensitive, ['auth/**']);
  });

  it('is read once, and again where it changed', async () => {
    const { folder, fs, asked, outdated, unclaimed } = await opened({
      'auth/a.ts': 'function a() {}\n',
      'auth/b.ts': 'function b() {}\n',
    });
    await unclaimed();
    await unclaimed();
    assert.deepEqual(asked, [['auth/a.ts', 'auth/b.ts']]);
    const before = outdated();
    fs.write('auth/b.ts', 'function c() {}\n');
    await folder.fileChanged('auth/b.ts');
    assert.equal(outdated(), before + 1);
    assert.deepEqual(await unclaimed(), ['auth/a.ts function a 1-1 1', 'auth/b.ts function c 1-1 1']);
    assert.deepEqual(asked.slice(1), [['auth/b.ts']]);
    fs.write('auth/d.ts', 'function d() {}\n');
    await folder.fileChanged('auth/d.ts');
    fs.delete('auth/a.ts');
    await folder.fileDeleted('auth/a.ts');
    assert.deepEqual(await unclaimed(), ['auth/b.ts function c 1-1 1', 'auth/d.ts function d 1-1 1']);
    assert.deepEqual(asked.slice(2), [['auth/d.ts']]);
    await folder.fileChanged('other/x.ts');
    assert.equal(outdated(), before + 3);
  });

  it('follows an annotation that is being written, without another look at other files', async () => {
    const { folder, asked, unclaimed } = await opened({
      'auth/a.ts': 'function a() {}\n',
      'auth/b.ts': 'function b() {}\n',
    });
    await unclaimed();
    folder.bufferChanged('auth/a.ts', '// @segur GEN.18\nfunction a() {}\nfunction z() {}\n', 'typescript');
    await folder.settled();
    assert.deepEqual(await unclaimed(), ['auth/a.ts function z 3-3 1', 'auth/b.ts function b 1-1 1']);
    assert.deepEqual(asked.slice(1), [['auth/a.ts']]);
  });

  it('is read again where it changed while it was read', async () => {
    let change: (() => void) | undefined;
    const { folder, fs, unclaimed } = await opened({ 'auth/a.ts': 'function a() {}\n' }, undefined, () => {
      change?.();
      change = undefined;
    });
    change = () => {
      fs.write('auth/a.ts', 'function b() {}\n');
      void folder.fileChanged('auth/a.ts');
    };
    await unclaimed();
    assert.deepEqual(await unclaimed(), ['auth/a.ts function b 1-1 1']);
  });
});
