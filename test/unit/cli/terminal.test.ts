import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** What a program that writes one red word sends down a pipe, under an environment of these variables alone. */
function redThroughPipe(env: Readonly<Record<string, string>>): string {
  const program = `const { createTerminal } = require(${JSON.stringify(join(root, 'src/cli/terminal.ts'))});
    process.stdout.write(createTerminal((text) => text, 'en').colors.red('word'));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('the terminal', function () {
  this.timeout(30_000);

  it('colours nothing that goes down a pipe, in a CI either', () => {
    assert.equal(redThroughPipe({}), 'word');
    assert.equal(redThroughPipe({ CI: 'true' }), 'word');
    assert.equal(redThroughPipe({ CI: 'true', NO_COLOR: '1' }), 'word');
  });

  it('colours a pipe where FORCE_COLOR asks for it', () => {
    assert.equal(redThroughPipe({ FORCE_COLOR: '1' }), '\u001B[31mword\u001B[39m');
    assert.equal(redThroughPipe({ FORCE_COLOR: '0' }), 'word');
  });
});
