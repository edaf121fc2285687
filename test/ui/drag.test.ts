import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';
const file = 'services/comptes/src/sessions.ts';

describe('requirements dragged out of the tree', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    await window.openContainer('Ségur Trace');
    await window.runCommand('Filter requirements by text');
    await window.quickInput().fill('IE.3');
    await window.accept();
    await window.expand(view, 'Identification électronique');
  });
  after(() => window.close());

  const line = (path: string, text: string) => window.editor(path).locator('.view-line', { hasText: text }).first();

  it('annotate the code that they are dropped on, and one undo takes it back', async () => {
    const before = await window.textOnDisk(file);
    await window.openFile(file, 'touch(id');
    await window.drag(window.row(view, 'SC.SSI/IE.35'), line(file, 'touch(id'));
    await line(file, '// @segur SC.SSI/IE.35').waitFor();
    await window.save();
    await eventually(async () =>
      assert.match(await window.textOnDisk(file), / {2}\/\/ @segur SC\.SSI\/IE\.35\n {2}touch\(id/u),
    );
    await window.undo();
    await window.save();
    await eventually(async () => assert.equal(await window.textOnDisk(file), before));
  });

  it('become one annotation when several are dragged', async () => {
    await window.openFile(file, 'touch(id');
    await window.row(view, 'SC.SSI/IE.35').click();
    // A click opens the row, and the rows below it move.
    await window.expand(view, 'SC.SSI/IE.35');
    await window.row(view, 'Gaps').waitFor();
    // A list that is drawn again meanwhile loses a click, or the selection.
    await eventually(async () => {
      for (const id of ['SC.SSI/IE.35', 'SC.SSI/IE.36']) {
        const row = window.row(view, id);
        if ((await row.getAttribute('aria-selected')) !== 'true') {
          await row.click({ modifiers: ['ControlOrMeta'], timeout: 3000 });
        }
      }
      for (const id of ['SC.SSI/IE.35', 'SC.SSI/IE.36']) {
        assert.equal(await window.row(view, id).getAttribute('aria-selected'), 'true');
      }
    });
    await window.drag(window.row(view, 'SC.SSI/IE.36'), line(file, 'touch(id'));
    await line(file, '// @segur SC.SSI/IE.35, SC.SSI/IE.36').waitFor();
    await window.undo();
  });

  it('are written as ids where they are dropped on segur.yaml', async () => {
    await window.openFile('segur.yaml', 'for: SC.SSI/GEN.20');
    await window.drag(window.row(view, 'SC.SSI/IE.33'), line('segur.yaml', '# Une preuve qui n'));
    await line('segur.yaml', 'SC.SSI/IE.33').waitFor();
    await window.undo();
    await line('segur.yaml', 'SC.SSI/IE.33').waitFor({ state: 'detached' });
  });
});
