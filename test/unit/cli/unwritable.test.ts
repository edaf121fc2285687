import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLayout, row2024 } from '../../support/remFixtures';
import { buildWorkbook } from '../../support/workbookBuilder';
import { builtCommand } from './builtCommand';

// @segur ST.CLI.01
describe('a place that cannot be written to', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-unwritable-'));
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), 'mine\n');
    writeFileSync(join(folder, 'a.ts'), '// @segur SC.SSI/GEN.18\nexport function f() {}\n');
    const rows = inLayout('rem-2024', [row2024('SC.FIC/A.01')]);
    writeFileSync(join(folder, 'REM-FIC.xlsx'), buildWorkbook([{ name: 'Exigences', rows }]));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: string[]): { status: number | null; stderr: string } {
    const command = [builtCommand(), ...args, '--lang', 'en'];
    return spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  }

  const IS_FOLDER = /^folder cannot be written: it is a folder\. Name a file in it\.$/mu;
  const FILE_ON_THE_WAY = /file.{0,20} cannot be written: a part of that path is a file and no folder\./u;

  for (const [what, args, told] of [
    ['a matrix in the place of a folder', ['matrix', '--format', 'md', '--out', 'folder'], IS_FOLDER],
    ['a matrix below a file', ['matrix', '--format', 'md', '--out', 'file/matrix.md'], FILE_ON_THE_WAY],
    ['several formats in the place of a file', ['matrix', '--format', 'md,csv', '--out', 'file'], FILE_ON_THE_WAY],
    ['a report below a file', ['check', '--report', 'file/gate.md'], FILE_ON_THE_WAY],
    ['a pack in the place of a folder', ['pack', '--out', 'folder'], IS_FOLDER],
    ['a pack below a file', ['pack', '--out', 'file/pack.zip'], FILE_ON_THE_WAY],
    ['a proof document below a file', ['scaffold', 'GEN.18', '--out', 'file/a.md'], FILE_ON_THE_WAY],
    ['a catalogue below a file', ['import', 'REM-FIC.xlsx', '--out', 'file/a.yaml'], FILE_ON_THE_WAY],
  ] as const) {
    it(`is no fault of ours: ${what}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, told);
      assert.doesNotMatch(stderr, /fault of ours/u);
      assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'mine\n');
      assert.deepEqual(readdirSync(folder).sort(), ['REM-FIC.xlsx', 'a.ts', 'file', 'folder']);
    });
  }

  it('is told on a full disk behind standard output too', function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', '"$0" "$1" status --lang en > /dev/full', process.execPath, builtCommand()],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    assert.equal(status, 2, stderr);
    assert.equal(stderr, 'The answer could not be written to standard output (ENOSPC).\n');
  });

  for (const [what, content] of [
    ['broken', 'version: 1\nproofs: [\n'],
    ['no text', '\0\u0001\u0002 version: 1'],
  ] as const) {
    it(`has import name a catalogue before anything is written: a segur.yaml that is ${what}`, () => {
      writeFileSync(join(folder, 'segur.yaml'), content);
      const { status, stderr } = run('import', 'REM-FIC.xlsx', '--add');
      assert.equal(status, 2, stderr);
      assert.match(stderr, /segur\.yaml cannot be changed, so it is left alone/u);
      assert.equal(readFileSync(join(folder, 'segur.yaml'), 'utf8'), content);
      assert.ok(!readdirSync(folder).includes('requirements'));
    });
  }

  it('has import refuse to name a catalogue outside of the folder before anything is written', () => {
    const { status, stderr } = run('import', 'REM-FIC.xlsx', '--dir', 'folder', '--out', 'out.yaml', '--add');
    assert.equal(status, 2, stderr);
    assert.match(stderr, /is not in the folder of segur\.yaml/u);
    assert.ok(!readdirSync(folder).includes('out.yaml'));
  });

  it('has import name a catalogue in a folder whose name begins with two dots, in a segur.yaml that explains itself', () => {
    const { status, stderr } = run('import', 'REM-FIC.xlsx', '--out', '..x/fic.yaml', '--add');
    assert.equal(status, 0, stderr);
    const project = readFileSync(join(folder, 'segur.yaml'), 'utf8');
    assert.match(project, /^ {2}- \.\.x\/fic\.yaml$/mu);
    assert.match(project, /^#profile:/mu);
  });
});
