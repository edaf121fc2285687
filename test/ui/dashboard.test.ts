import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { keptLook, webviewLook } from './webviewLook';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

// @segur ST.OUT.05
describe('the dashboard', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    await window.runCommand('Open dashboard');
  });
  after(() => window.close());

  const count = () => window.webview().locator('#count').innerText();

  it('looks as the tests of pages have it look', async () => {
    const [now, kept] = [await webviewLook(window.webview().locator('html')), await keptLook('dark')];
    const colors = Object.entries(kept.variables).filter(([name]) => !name.includes('font'));
    assert.ok(colors.length > 10);
    assert.deepEqual(
      colors.map(([name]) => [name, now.variables[name]]),
      colors,
      'npm run look -- scripts/webviewThemes.ts',
    );
    assert.deepEqual([now.bodyClass, now.styleSheet], [kept.bodyClass, kept.styleSheet]);
  });

  it('is worked by keys alone, from the palette to the code and back', async () => {
    const { keyboard } = window.page;
    const page = window.webview();
    const tabTo = async (stop: Locator): Promise<void> => {
      await eventually(async () => {
        await keyboard.press('Tab');
        assert.ok(await stop.evaluate((element) => element === document.activeElement));
      });
    };
    await tabTo(page.getByRole('link', { name: 'Go to the matrix' }));
    await keyboard.press('Enter');
    await tabTo(page.getByRole('searchbox'));
    await window.type('sessions.ts');
    await eventually(async () => assert.match(await count(), /^[1-5] of 43/u));
    await tabTo(
      page.locator('tbody[data-state]:visible a.place[data-file="services/comptes/src/sessions.ts"]').first(),
    );
    await keyboard.press('Enter');
    await window.editor(file).locator('.view-line', { hasText: '@segur' }).first().waitFor();
    await window.runCommand('Open dashboard');
    await eventually(async () => assert.match(await count(), /^[1-5] of 43/u));
  });

  it('leads from a number to its rows, and from a place to the code', async () => {
    await window.webview().getByRole('link', { name: 'Identification électronique — Satisfied: 3' }).click();
    await eventually(async () => assert.equal(await count(), '3 of 43 requirements'));
    await window.webview().locator('a.place[data-file="services/comptes/src/sessions.ts"]').first().click();
    await window.editor(file).locator('.view-line', { hasText: '@segur' }).first().waitFor();
  });

  it('keeps what was chosen while it is out of sight, and takes in what is typed', async () => {
    await window.openFile(file);
    await window.page.keyboard.press('ControlOrMeta+Home');
    await window.type('// @segur SC.SSI/IE.40 todo\n// @segur todo SC.SSI/IE.39\n');
    await window.runCommand('Open dashboard');
    await eventually(async () => assert.equal(await count(), '2 of 43 requirements'));
    const rows = window.webview().locator('tbody[data-state]:visible .id');
    assert.deepEqual((await rows.allInnerTexts()).includes('SC.SSI/IE.39'), false);
  });

  it('shows the trend once a trace is stored, and compares it with now', async () => {
    await window.runCommand('Store this trace');
    const question = window.page.locator('.quick-input-widget', { hasText: 'The file to write, in the folder' });
    await question.locator('input[type="text"]').press('Enter');
    await question.waitFor({ state: 'hidden' });
    await window.webview().getByRole('link', { name: 'Compare with now: 4.2.0' }).click();
    const shown = window.page.locator('.tab[aria-label*="Comparison"]');
    await shown.waitFor();
    // A preview that still loads takes no keys.
    await shown.locator('.tab-actions .action-label').click();
    await shown.waitFor({ state: 'detached' });
  });

  it('shows a requirement in the side bar', async () => {
    await window.webview().getByRole('button', { name: 'Show all' }).click();
    await window.webview().locator('a.id[data-requirement="SC.SSI/GEN.13"]').click();
    await window.tree('Requirements').locator('.monaco-list-row.selected[aria-label^="SC.SSI/GEN.13"]').waitFor();
  });
});
