import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/host/paths';
import { eventually, openWindow, type Workbench } from './workbench';

const page = 'page.ts';

describe('an id and its places', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({
      folder: join(root, 'test', 'fixtures', 'several', 'front'),
      settings: { 'typescript.validate.enable': false },
    });
    await window.openFile(page, 'X.2');
    await eventually(async () => assert.match(await window.hover(), /Deuxième/u));
    await window.page.keyboard.press('Escape');
  });
  after(() => window.close());

  it('are shown in a peek', async () => {
    const rows = window.page.locator('.peekview-widget .monaco-list-row');
    await window.runCommand('Peek References');
    await rows.first().waitFor();
    await eventually(async () => {
      const labels = await rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
      assert.ok(
        labels.some((label) => label.includes('own.yaml')),
        labels.join('\n'),
      );
      assert.ok(
        labels.some((label) => label.includes('page.ts')),
        labels.join('\n'),
      );
    });
    await window.page.keyboard.press('Escape');
    await window.page.locator('.peekview-widget').waitFor({ state: 'detached' });
  });

  it('change together, after a preview that offers to keep the former id', async () => {
    await window.openFile(page, 'X.2');
    const input = window.page.locator('.rename-box input');
    await eventually(async () => {
      await window.page.keyboard.press('F2');
      await input.waitFor({ timeout: 3000 });
    });
    assert.equal(await input.inputValue(), 'X.2');
    await input.fill('X.20');
    await window.page.keyboard.press('Enter');
    const rows = window.page.locator('.bulk-edit-panel .monaco-list-row');
    await rows.first().waitFor();
    const ticked = (): Promise<string[]> =>
      rows.evaluateAll((elements) =>
        elements.map(
          (row) =>
            `${row.getAttribute('aria-label') ?? ''}: ${row.querySelector('[role=checkbox]')?.getAttribute('aria-checked') ?? ''}`,
        ),
      );
    await eventually(async () =>
      assert.deepEqual(await ticked(), [
        'own.yaml, making text edits: true',
        'line 4, replacing X.2 with X.20: true',
        'line 4, inserting : false',
        'page.ts, making text edits: true',
        'line 1, replacing X.2 with X.20: true',
      ]),
    );
    await window.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await eventually(async () => {
      assert.match(await window.editor(page).locator('.view-lines').innerText(), /X\.20/u);
      assert.match(await window.textOnDisk('own.yaml'), /id: X\.20, title: Deuxième, needs: \[code\] \}/u);
    });
  });

  it('lead from the code to the catalogue', async () => {
    await window.openFile(page, 'X.2');
    const entry = window
      .editor('own.yaml')
      .locator('.view-line', { hasText: /id:\sX\.2/u })
      .first();
    await eventually(async () => {
      await window.page.keyboard.press('F12');
      await entry.waitFor({ timeout: 5000 });
    });
  });
});
