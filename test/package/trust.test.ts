/* The packaged extension, in the newest VS Code, on a folder that nobody has trusted yet: `README.md`, _Trust_. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfWorkspace, scratchFolder } from '../../scripts/host/scratch';
import { exampleFolder } from '../../scripts/host/paths';
import { extensionPackage } from '../../scripts/packaging/packages';
import { closeHost, eventually, openWindow, startHost, type Workbench } from '../ui/workbench';

const view = 'Requirements';

/** The demonstration as a repository whose settings are a trap, with settings of VS Code that hide its problems. */
async function untrustedFolder(trap: string): Promise<string> {
  const folder = await copyOfWorkspace(exampleFolder);
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'segur.problems.severity': { 'annotation.unknown-id': 'off' }, 'segur.marker': '@segur' }),
  );
  const own = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false'];
  const git = (...args: string[]) => execFileSync('git', [...own, '-C', folder, ...args], { stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'everything');
  git('config', 'core.fsmonitor', trap);
  return folder;
}

/** Has git write down how it is called by what is started from now on; VS Code makes a PATH of its own, so a program in its place would not do. */
function watchedGit(): { readonly calls: () => string[]; readonly stop: () => void } {
  const log = join(scratchFolder(), 'calls');
  process.env['GIT_TRACE2'] = log;
  return {
    calls: () =>
      existsSync(log) ? [...readFileSync(log, 'utf8').matchAll(/ start (.*)$/gmu)].map(([, call = '']) => call) : [],
    stop: () => {
      delete process.env['GIT_TRACE2'];
    },
  };
}

// @segur ST.TRU.05
describe('the package in a folder that is not trusted', function () {
  if (process.platform === 'win32') return;

  const traps = scratchFolder();
  const trap = join(traps, 'trap.sh');
  const sprung = join(traps, 'sprung');
  let git: ReturnType<typeof watchedGit>;
  let window: Workbench;

  before(async () => {
    writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\n`);
    chmodSync(trap, 0o755);
    const folder = await untrustedFolder(trap);
    git = watchedGit();
    await startHost({ extension: { vsix: extensionPackage }, workspaceTrust: true });
    window = await openWindow({
      folder,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    });
  });
  after(async () => {
    await closeHost();
    git.stop();
  });

  it('reads it, shows it and writes reports, and starts no program', async () => {
    await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await window.openContainer('Ségur Trace');
    await window.row(view, 'Identification électronique').waitFor();
    await eventually(async () => assert.match((await window.badge('Ségur Trace')) ?? '', /^\d+/u));
    // The folder's own settings would hide this problem.
    await window.row(view, 'Unknown ids').waitFor();
    await window.openFile('services/comptes/src/contacts.ts', 'SC.SSI/IE.31');
    assert.match(await window.hover(), /SC\.SSI\/IE\.31/u);
    await window.runCommand('Export traceability matrix');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'matrix' }).waitFor();
    await window.accept();
    await eventually(async () => assert.match(await window.quickInput().inputValue(), /traceability-matrix\.html$/u));
    await window.accept();
    await eventually(() => window.textOnDisk('traceability-matrix.html'));
    assert.deepEqual(git.calls(), []);
  });

  it('asks git, carefully, once it is trusted', async () => {
    const trust = window.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/u }).first();
    // The page of the matrix that was written may come only now, and take the editor's place.
    await eventually(async () => {
      await window.runCommand('Manage Workspace Trust');
      await trust.click({ timeout: 5000 });
    });
    await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
    await window.page.keyboard.press('Escape');
    await window.runCommand('Store this trace');
    await window.accept();
    const calls = await eventually(() => {
      assert.notDeepEqual(git.calls(), []);
      return git.calls();
    });
    for (const call of calls) assert.match(call, /^\S*git(?:\.exe)? -c core\.fsmonitor=false -c core\.hooksPath=/u);
    assert.equal(existsSync(sprung), false);
  });
});
