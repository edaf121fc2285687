import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../workspace/temporaryFolder';
import { builtCommand } from './builtCommand';

const root = join(__dirname, '../../..');
const preload = join(root, 'test', 'support', 'noNetwork.cjs');

/** Runs a program of Node in which every way to a network fails; returns what it tried as well. */
function runWithout(args: readonly string[], cwd: string, input = '') {
  const log = join(temporaryFolder(), 'tried');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd,
    encoding: 'utf8',
    input,
    env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', NO_NETWORK_LOG: log },
  });
  return { status, stdout, stderr, tried: existsSync(log) ? readFileSync(log, 'utf8') : '' };
}

// @segur ST.TRU.04
describe('the command without a network', function () {
  this.timeout(180_000);

  function example(): string {
    const folder = join(temporaryFolder(), 'dossier');
    cpSync(join(root, 'examples', 'dossier-patient'), folder, { recursive: true });
    return folder;
  }

  it('would be seen to use one', () => {
    for (const use of [
      "fetch('http://127.0.0.1:9')",
      "require('http').get('http://127.0.0.1:9')",
      "require('net').connect(9)",
    ]) {
      const { status, tried } = runWithout(['-e', use], root);
      assert.notEqual(status, 0, use);
      assert.notEqual(tried, '', use);
    }
  });

  for (const args of [
    ['status'],
    ['matrix', '--format', 'html', '--out', 'matrix.html'],
    ['check'],
    ['lock'],
    ['pack', '--out', 'pack.zip'],
  ] as const) {
    it(`does its work: ${args.join(' ')}`, () => {
      const { status, stderr, tried } = runWithout([builtCommand(), ...args], example());
      assert.equal(tried, '');
      assert.ok(status === 0 || status === 1, stderr);
    });
  }

  it('answers agents on its standard input alone', () => {
    const ask = (id: number, method: string, params: object) =>
      `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
    const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const input = ask(1, 'initialize', hello) + ask(2, 'tools/list', {});
    const { status, stdout, stderr, tried } = runWithout([builtCommand(), 'mcp'], example(), input);
    assert.equal(tried, '');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /"inputSchema"/u);
  });
});
