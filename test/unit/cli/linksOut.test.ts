import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCommand } from './builtCommand';

const PRECIOUS = 'precious\n';

// @segur ST.TRU.01
describe('a folder with links that lead out of it', function () {
  this.timeout(60_000);
  let parent: string;
  let folder: string;
  let outside: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'segur-links-'));
    folder = join(parent, 'folder');
    outside = join(parent, 'outside');
    mkdirSync(folder);
    mkdirSync(outside);
    writeFileSync(join(outside, 'precious'), PRECIOUS);
    writeFileSync(join(folder, 'a.ts'), '// @segur SC.SSI/GEN.18\nexport function f() {}\n');
    writeFileSync(join(folder, 'REM-FIC.csv'), 'ID Exigence;Énoncé\nSC.FIC/A.01;Le système DOIT tracer.\n');
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  function refused(...args: string[]): void {
    const { status, stderr } = spawnSync(process.execPath, [builtCommand(), ...args, '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /leads out of the folder/u);
    assert.equal(readFileSync(join(outside, 'precious'), 'utf8'), PRECIOUS);
    assert.deepEqual(readdirSync(outside), ['precious']);
  }

  for (const [what, target] of [
    ['to a file', 'precious'],
    ['to nothing yet', 'absent'],
  ] as const) {
    it(`has no lock written through one ${what}`, () => {
      symlinkSync(join(outside, target), join(folder, 'segur.lock.json'));
      refused('lock');
      assert.ok(lstatSync(join(folder, 'segur.lock.json')).isSymbolicLink());
    });

    it(`has no segur.yaml written through one ${what}`, () => {
      symlinkSync(join(outside, target), join(folder, 'segur.yaml'));
      refused('import', 'REM-FIC.csv', '--add');
      assert.ok(!existsSync(join(folder, 'requirements')), 'nothing is half done');
    });
  }

  it('has no catalogue written through a folder that is one', () => {
    symlinkSync(outside, join(folder, 'requirements'));
    refused('import', 'REM-FIC.csv');
  });

  it('is written to where its links stay in it', () => {
    mkdirSync(join(folder, 'kept'));
    symlinkSync(join(folder, 'kept', 'lock.json'), join(folder, 'segur.lock.json'));
    writeFileSync(join(folder, 'kept', 'lock.json'), '{ "version": 1, "requirements": [] }\n');
    const { status, stderr } = spawnSync(process.execPath, [builtCommand(), 'lock'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(readFileSync(join(folder, 'kept', 'lock.json'), 'utf8'), /GEN\.18/u);
  });
});
