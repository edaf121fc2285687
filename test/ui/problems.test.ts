import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

describe('problems on the window', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false, 'files.autoSave': 'off' } });
  });
  after(() => window.close());

  const listed = (text: string) => window.page.locator('.markers-panel .monaco-list-row', { hasText: text });

  it('are listed of the whole project, and lead to a page that explains them', async () => {
    // Nobody opened this file.
    await window.page.keyboard.press('ControlOrMeta+Shift+m');
    const unknown = listed('annotation.unknown-id').first();
    await unknown.waitFor();
    assert.match(await unknown.innerText(), /No catalogue knows the requirement/u);
    await unknown.locator('a', { hasText: 'annotation.unknown-id' }).click({ modifiers: ['ControlOrMeta'] });
    await eventually(async () => assert.ok((await window.tabs()).some((tab) => tab.includes('annotation.unknown-id'))));
    await window.webview().getByRole('heading', { name: 'annotation.unknown-id' }).waitFor();
  });

  it('come under the text while it is typed, and go when it is mended', async () => {
    await window.openFile(file, 'touch(id');
    await window.type('\n');
    await window.page.keyboard.press('ArrowUp');
    await window.type('// @segur SC.SSI/GEN.199 ');
    await listed('SC.SSI/GEN.199').first().waitFor();
    await window.editor(file).locator('.squiggly-error').first().waitFor();
    await window.page.keyboard.press('Backspace');
    await window.page.keyboard.press('Backspace');
    await window.type(' ');
    await listed('SC.SSI/GEN.199').first().waitFor({ state: 'detached' });
    await window.editor(file).locator('.squiggly-error').first().waitFor({ state: 'detached' });
    assert.doesNotMatch(await window.textOnDisk(file), /GEN\.19/u);
  });
});

describe('the coverage in the status bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'files.autoSave': 'off' } });
  });
  after(() => window.close());

  const item = () => window.page.locator('.statusbar-item', { hasText: 'Ségur ' });

  it('counts what the profile asks for, follows what is typed, and leads to the requirements', async () => {
    await item().filter({ hasText: 'Ségur 9/43' }).waitFor();
    assert.match((await item().getAttribute('aria-label')) ?? '', /9.*43/u);
    // A decision on one requirement is made one on two.
    await window.openFile('segur.yaml', 'SC.SSI/IE.37');
    await window.type('[SC.SSI/GEN.01,');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('End');
    await window.type(']');
    await item().filter({ hasText: 'Ségur 10/43' }).waitFor();
    await item().click();
    await window.row('Requirements', 'Identification électronique').waitFor();
  });
});
