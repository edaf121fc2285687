import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

describe('writing an annotation with suggestions', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
  });
  after(() => window.close());

  const suggested = (text: string) =>
    window.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });

  it('goes from the marker to the verb and to ids found by title and by short form', async () => {
    await window.openFile(file, 'touch(id');
    // The badge tells that the folder has been read.
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
    await window.type('\n');
    await window.page.keyboard.press('ArrowUp');
    for (const [typed, wanted] of [
      ['// @', '@segur'],
      ['veri', 'verifies'],
      ['procedure', 'SC.SSI/GEN.21'],
      [', GEN.18', 'SC.SSI/GEN.18'],
    ] as const) {
      await window.type(typed);
      await suggested(wanted).waitFor();
      await window.page.keyboard.press('Enter');
    }
    await window.save();
    await eventually(async () =>
      assert.match(await window.textOnDisk(file), /\/\/ @segur verifies SC\.SSI\/GEN\.21, SC\.SSI\/GEN\.18\n/),
    );
  });
});
