import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

describe('requirements in the Testing view', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await window.openContainer('Testing');
  });
  after(() => window.close());

  const row = (text: string) => window.page.locator('.test-explorer .monaco-list-row', { hasText: text }).first();
  const said = async (text: string) => (await row(text).getAttribute('aria-label')) ?? '';
  const open = async (text: string) => {
    await row(text).click();
    await eventually(async () => {
      if ((await row(text).getAttribute('aria-expanded')) === 'true') return;
      await window.page.keyboard.press('ArrowRight');
      throw new Error(`${text} does not open.`);
    });
  };

  it('stand by chapter, and a failed test shows up to its chapter', async () => {
    await eventually(async () => {
      assert.match(await said('Sécurité du système d’information'), /\(Passed\)/u);
      assert.match(await said('Identification électronique'), /\(Failed\)/u);
    });
    await open('Identification électronique');
    await eventually(async () => {
      assert.match(await said('SC.SSI/IE.38'), /\(Passed\)/u);
      assert.match(await said('SC.SSI/IE.40'), /\(Failed\)/u);
    });
  });

  it('lead to the test that verifies a requirement', async () => {
    await open('Sécurité du système d’information');
    await open('SC.SSI/GEN.14');
    await row('BackupTest › test_refuses_a_key').dblclick();
    await window
      .editor('sauvegarde/test/test_sauvegarde.py')
      .locator('.view-line', { hasText: 'def test_refuses_a_key' })
      .first()
      .waitFor();
  });
});
