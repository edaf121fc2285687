import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';
const file = 'services/comptes/src/sessions.ts';

describe('the requirements in the side bar and the cursor', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    await window.openContainer('Ségur Trace');
    await window.rows(view);
  });
  after(() => window.close());

  const selected = () =>
    window
      .tree(view)
      .locator('.monaco-list-row.selected')
      .evaluateAll((rows) => rows.map((row) => (row.getAttribute('aria-label') ?? '').split(',')[0]));

  it('select the requirement whose annotation the cursor is on, and leave the keyboard to the code', async () => {
    await window.openFile(file, '@segur SC.SSI/IE.39');
    await eventually(async () => assert.deepEqual(await selected(), ['SC.SSI/IE.39']));
    await window.type('x');
    await window.editor(file).locator('.view-line', { hasText: 'x@segur' }).first().waitFor();
    await window.undo();
  });

  it('copy several ids for an annotation, and references for a message', async () => {
    const first = window.row(view, 'SC.SSI/IE.38');
    const second = window.row(view, 'SC.SSI/IE.39');
    // Until the view has followed the cursor for the last time, it selects what the cursor is on.
    await eventually(async () => {
      await first.click({ timeout: 3000 });
      // What it opened would push the next ones out of sight.
      if ((await first.getAttribute('aria-expanded')) === 'true') await window.page.keyboard.press('ArrowLeft');
      await second.click({ modifiers: ['ControlOrMeta'], timeout: 3000 });
      assert.deepEqual((await selected()).sort(), ['SC.SSI/IE.38', 'SC.SSI/IE.39']);
      await window.rowMenu(view, 'SC.SSI/IE.39', 'Copy the requirement’s id');
      await eventually(async () => assert.equal(await window.clipboard(), 'SC.SSI/IE.38, SC.SSI/IE.39'), 2000);
    });
    await window.rowMenu(view, 'SC.SSI/IE.39', 'Copy a reference');
    await eventually(async () =>
      assert.match(await window.clipboard(), /^SC\.SSI\/IE\.38 — .+\nSC\.SSI\/IE\.39 — .+$/u),
    );
  });

  it('show the requirement at the cursor on command, whatever the view shows', async () => {
    await window.runCommand('Filter requirements by text');
    await window.quickInput().fill('sauvegarde');
    await window.accept();
    await window.openFile(file, '@segur SC.SSI/IE.39');
    await eventually(() => window.runCommand('Reveal in the Requirements view'));
    await eventually(async () => assert.deepEqual(await selected(), ['SC.SSI/IE.39']));
  });
});
