import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

describe('mending an annotation', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
  });
  after(() => window.close());

  it('offers the ids that may be meant, with their titles, and changes to the chosen one', async () => {
    await window.openFile(file, 'touch(id');
    // The badge tells that the folder has been read.
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
    await window.type('\n');
    await window.page.keyboard.press('ArrowUp');
    await window.type('// @segur SC.SSI/GEN.199');
    // Suggestions may be open.
    await window.page.keyboard.press('Escape');
    await eventually(async () => {
      const offered = await window.quickFixes();
      if (!offered.some((title) => title.includes('Change to SC.SSI/GEN.19: '))) {
        await window.page.keyboard.press('Escape');
        assert.fail(offered.join(' | '));
      }
    });
    await window.quickFix('Change to SC.SSI/GEN.19: ');
    await window.save();
    await eventually(async () =>
      assert.match(await window.textOnDisk(file), / {2}\/\/ @segur SC\.SSI\/GEN\.19\n {2}touch\(id/),
    );
  });

  it('writes a decision with its reason to segur.yaml, comments kept', async () => {
    const before = await window.textOnDisk('segur.yaml');
    await window.openFile(file, 'SC.SSI/GEN.19');
    await window.quickFix('Declare SC.SSI/GEN.19 not applicable');
    await window.quickInput().waitFor();
    await window.accept();
    await window.page.locator('.quick-input-widget', { hasText: 'A decision needs a reason.' }).waitFor();
    await window.quickInput().fill('Hébergement délégué : aucun stockage');
    await window.accept();
    await eventually(async () => {
      const text = await window.textOnDisk('segur.yaml');
      assert.ok(text.startsWith(before));
      assert.match(
        text.slice(before.length),
        /^ {2}- for: SC\.SSI\/GEN\.19\n {4}status: not-applicable\n {4}reason: ["']?Hébergement délégué : aucun stockage["']?\n {4}date: \d{4}-\d\d-\d\d\n$/u,
      );
    });
  });
});
