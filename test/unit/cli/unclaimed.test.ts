import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtCommand } from './builtCommand';

const FILES = {
  'segur.yaml': 'version: 1\nscan:\n  sensitive: ["src/auth/**"]\n',
  'src/auth/account.ts':
    'import { a } from "b";\n\nexport class Account {\n  // @segur SC.SSI/IE.38\n  lock() {\n  }\n  unlock() {\n    a();\n  }\n}\n',
  'src/auth/token.py': 'def sign(key):\n    return key\n',
  'src/auth/done.ts': '// @segur IE.38\nexport function close() {}\n',
  'src/other.ts': 'export function other() {}\n',
};

// @segur ST.SCN.06
describe('segur-trace unclaimed', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-unclaimed-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: string[]) {
    const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
    return spawnSync(process.execPath, [builtCommand(), ...args], { cwd: folder, env, encoding: 'utf8' });
  }

  it('lists the code of the declared folders that no requirement claims, by folder', () => {
    const { status, stdout, stderr } = run('unclaimed');
    assert.equal(status, 0, stderr);
    assert.equal(
      stdout,
      [
        'src/auth  unclaimed: 2 of 4 units, 5 of 11 lines',
        '  src/auth/account.ts:7  method Account.unlock  3 line(s)',
        '  src/auth/token.py:1  function sign  2 line(s)',
        '',
      ].join('\n'),
    );
    assert.match(stderr, /3 files: unclaimed: 2 of 4 units, 5 of 11 lines/u);
    const french = run('unclaimed', '--lang', 'fr').stdout;
    assert.match(french, /^src\/auth {2}non revendiqué\s: 2 unités sur 4/u);
    assert.match(french, /^ {2}src\/auth\/token\.py:1 {2}fonction sign /mu);
  });

  it('counts by file, and tells programs', () => {
    assert.deepEqual(run('unclaimed', '--files').stdout.split('\n').slice(1, 3), [
      '  src/auth/account.ts  unclaimed: 1 of 2 units, 3 of 8 lines',
      '  src/auth/token.py  unclaimed: 1 of 1 units, 2 of 2 lines',
    ]);
    const report = JSON.parse(run('unclaimed', '.', '--format', 'json').stdout) as {
      version: number;
      globs: string[];
      unclaimedUnits: number;
      folders: { folder: string; units: number; files: { file: string; unclaimed: object[] }[] }[];
    };
    assert.equal(report.version, 1);
    assert.deepEqual(report.globs, ['src/auth/**']);
    assert.equal(report.unclaimedUnits, 2);
    assert.deepEqual(
      report.folders.flatMap(({ files }) => files.map(({ file, unclaimed }) => [file, unclaimed])),
      [
        ['src/auth/account.ts', [{ kind: 'method', name: 'Account.unlock', startLine: 7, endLine: 9, units: 1 }]],
        ['src/auth/done.ts', []],
        ['src/auth/token.py', [{ kind: 'function', name: 'sign', startLine: 1, endLine: 2, units: 1 }]],
      ],
    );
  });

  it('does not say that all is well where nothing is declared, or nothing is there', () => {
    const bare = join(folder, 'src');
    const { status, stdout, stderr } = run('unclaimed', bare);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /declares no sensitive code.*scan: \{ sensitive:/u);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    writeFileSync(join(empty, 'segur.yaml'), 'version: 1\nscan: { sensitive: nowhere/** }\n');
    const found = run('unclaimed', empty);
    assert.equal(found.stdout, '');
    assert.match(found.stderr, /No code was found in nowhere\/\*\*/u);
  });

  it('is held by the gate, in every format, and against a baseline only what is new', () => {
    const failed = run('check', '--fail-on', 'unclaimed');
    assert.equal(failed.status, 1, failed.stderr);
    assert.match(failed.stdout, /^src\/auth\/account\.ts:7: no requirement claims method Account\.unlock$/mu);
    assert.match(failed.stdout, /^src\/auth\/token\.py:1: no requirement claims function sign$/mu);
    const gate = JSON.parse(run('check', '--fail-on', 'unclaimed', '--format', 'json').stdout) as {
      failures: object[];
    };
    assert.deepEqual(gate.failures[1], {
      kind: 'unclaimed',
      unit: 'function',
      file: 'src/auth/token.py',
      name: 'sign',
      startLine: 1,
      endLine: 2,
    });
    for (const format of ['sarif', 'junit', 'markdown']) {
      assert.match(
        run('check', '--fail-on', 'unclaimed', '--format', format).stdout,
        /no requirement claims function sign/u,
      );
    }
    assert.doesNotMatch(run('check', '--fail-on', 'none', '--format', 'sarif').stdout, /no requirement claims/u);
    const base = join(folder, 'base.json');
    assert.equal(run('matrix', '--format', 'json', '--out', base).status, 0);
    const held = () => run('check', '--fail-on', 'unclaimed', '--baseline', base);
    assert.equal(held().status, 0);
    // A move, a claim beside, and lines above are no news; another function is.
    writeFileSync(join(folder, 'src/auth/moved.py'), '# x\n' + FILES['src/auth/token.py']);
    rmSync(join(folder, 'src/auth/token.py'));
    assert.equal(held().status, 0);
    writeFileSync(
      join(folder, 'src/auth/moved.py'),
      `${FILES['src/auth/token.py']}\n\ndef seal(key):\n    return key\n`,
    );
    const worse = held();
    assert.equal(worse.status, 1);
    assert.match(worse.stdout, /moved\.py:5: no requirement claims function seal/u);
    assert.doesNotMatch(worse.stdout, /function sign/u);
    const bare = run('check', join(folder, 'src'), '--fail-on', 'unclaimed');
    assert.equal(bare.status, 2);
    assert.match(bare.stderr, /declares no sensitive code/u);
  });

  it('has its counterpart: which requirements a file serves', () => {
    const { status, stdout } = run('links', '--file', 'src/auth/account.ts');
    assert.equal(status, 0);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^src\/auth\/account\.ts:4 {2}SC\.SSI\/IE\.38 {2}implements Account\.lock$/u);
    assert.match(lines[1] ?? '', /^SC\.SSI\/IE\.38 {2}\S Partial {2}\S/u);
    const { links, requirements } = JSON.parse(
      run('links', '--file', './src/auth/done.ts', '--file', 'src/other.ts', '--format', 'json').stdout,
    ) as { links: { file: string }[]; requirements: { id: string; state: string }[] };
    assert.deepEqual(
      links.map(({ file }) => file),
      ['src/auth/done.ts'],
    );
    assert.deepEqual(
      requirements.map(({ id }) => id),
      ['SC.SSI/IE.38'],
    );
    const above = spawnSync(process.execPath, [builtCommand(), 'links', folder, '--file', 'src/auth/done.ts'], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    assert.match(above.stdout, /^src\/auth\/done\.ts:1/u);
    for (const path of ['src/none.ts', '../x.ts', 'src']) {
      const missing = run('links', '--file', path);
      assert.equal(missing.status, 2);
      assert.match(missing.stderr, /There is no file/u);
    }
  });
});
