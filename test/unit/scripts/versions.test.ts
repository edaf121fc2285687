import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths';
import { codeServer, desktopVscode, oldestCodeServer } from '../../../scripts/host/versions';

interface Manifest {
  readonly engines: { readonly vscode: string };
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown;
/** code-server 4.110.0 is VS Code 1.110.0. */
const vscodeOf = (server: string) => server.replace(/^4\./u, '1.');

describe('the versions of VS Code', () => {
  it('that tests run in are the oldest one supported and the newest', () => {
    assert.equal((read('package.json') as Manifest).engines.vscode, `^${vscodeOf(oldestCodeServer)}`);
    assert.equal(vscodeOf(codeServer), desktopVscode);
  });

  it('have the API that the code is checked with: that of the oldest', () => {
    const { version } = read('node_modules/@types/vscode/package.json') as { readonly version: string };
    assert.equal(version.split('.').slice(0, 2).join('.'), vscodeOf(oldestCodeServer).split('.').slice(0, 2).join('.'));
  });
});
