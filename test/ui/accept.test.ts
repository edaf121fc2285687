import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

describe('accepting code', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    const git = (...args: readonly string[]): void => {
      const own = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false'];
      execFileSync('git', [...own, '-C', window.folder, ...args]);
    };
    git('init', '--quiet');
    git('add', '--', file);
    git('commit', '--quiet', '-m', 'Sessions');
    // The badge tells that the folder has been read.
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
  });
  after(() => window.close());

  it('makes what changes later suspect, and shows both sides', async () => {
    await window.openFile(file, 'SC.SSI/IE.38');
    await window.runCommand('Accept as it is now');
    await eventually(async () => assert.match(await window.textOnDisk('segur.lock.json'), /"unit":"Sessions\.close"/u));
    await window.openFile(file, 'this.#open.delete(id)');
    await window.type('true && ');
    await window.openFile(file, 'SC.SSI/IE.38');
    await eventually(async () => {
      const offered = await window.quickFixes();
      if (!offered.some((title) => title.includes('Show what changed'))) {
        await window.page.keyboard.press('Escape');
        assert.fail(offered.join(' | '));
      }
    });
    await window.quickFix('Show what changed');
    const diff = window.page.locator('.monaco-diff-editor');
    const side = (name: string) => diff.locator(`.editor.${name} .view-line`, { hasText: 'this.#open.delete(id)' });
    await side('original').waitFor();
    assert.doesNotMatch(await side('original').innerText(), /true/u);
    assert.match(await side('modified').innerText(), /true/u);
  });
});
