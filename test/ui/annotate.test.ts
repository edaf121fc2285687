import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

// @segur ST.EDT.03
describe('annotating code by hand', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
  });
  after(() => window.close());

  it('finds the requirement by words, writes the comment, and one undo removes it', async () => {
    const before = await window.textOnDisk(file);
    await window.openFile(file, 'touch(id');
    await window.runCommand('Annotate code with a requirement');
    await window.pick('SC.SSI/IE.38', 'IE.38');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'IE.38' }).waitFor();
    await window.accept();
    await window.editor(file).locator('.view-line', { hasText: 'touch(id' }).waitFor();
    await window.save();
    await eventually(async () =>
      assert.match(await window.textOnDisk(file), / {2}\/\/ @segur SC\.SSI\/IE\.38\n {2}touch\(id/),
    );
    await window.undo();
    await window.save();
    await eventually(async () => assert.equal(await window.textOnDisk(file), before));
  });

  it('finds a requirement by words of the FAQ', async () => {
    await window.runCommand('Annotate code with a requirement');
    await window.quickInput().fill('coordonnée');
    await eventually(async () => assert.ok((await window.quickRows()).some((row) => row.includes('SC.SSI/IE.31'))));
    await window.page.keyboard.press('Escape');
  });
});
