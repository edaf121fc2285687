import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runNpm } from '../../scripts/host/npmInstall';
import { exampleFolder, root } from '../../scripts/host/paths';
import { scratchFolder } from '../../scripts/host/scratch';
import { commandPackage } from '../../scripts/packaging/packages';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

// @segur ST.PKG.01
describe('segur-trace, installed by npm for the whole machine', function () {
  this.timeout(120_000);
  const prefix = scratchFolder();
  const work = scratchFolder();
  const bin = process.platform === 'win32' ? prefix : join(prefix, 'bin');

  before(async () => {
    const args = ['install', '--global', '--prefix', prefix, '--offline', '--no-audit', '--no-fund', commandPackage];
    const { status, output } = await runNpm(args, work);
    assert.equal(status, 0, output);
  });

  function run(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync('segur-trace', args, {
      cwd: work,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  it('brings no dependency along', () => {
    const packages = join(prefix, ...(process.platform === 'win32' ? [] : ['lib']), 'node_modules');
    assert.deepEqual(
      readdirSync(packages).filter((name) => !name.startsWith('.')),
      ['segur-trace'],
    );
    assert.ok(!existsSync(join(packages, 'segur-trace', 'node_modules')));
  });

  it('tells its version', () => {
    assert.equal(run('--version'), `${version}\n`);
  });

  it('tells the state of the demonstration, and writes its matrix', () => {
    assert.match(run('status', exampleFolder), /SC\.SSI|%/u);
    const json = JSON.parse(run('matrix', exampleFolder, '--format', 'json')) as { requirements: unknown[] };
    assert.ok(json.requirements.length > 40);
    run('matrix', exampleFolder, '--format', 'html', '--out', 'matrix.html');
    assert.match(readFileSync(join(work, 'matrix.html'), 'utf8'), /SC\.SSI\/IE\.31/u);
  });

  it('says the same as the command of the sources', () => {
    const own = execFileSync(process.execPath, [join(root, 'dist', 'segur-trace.js'), 'links', exampleFolder], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
    });
    assert.equal(run('links', exampleFolder), own);
  });
});
