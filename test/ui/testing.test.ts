import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

describe('the requirements in the Testing view', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await window.openContainer('Ségur Trace');
    await window.runCommand('View: Show Testing');
  });
  after(() => window.close());

  it('stand by chapter with the last result of their tests, the failed one up to its chapter', async () => {
    const rows = window.page.locator('.test-explorer .monaco-list-row');
    await eventually(async () => {
      const spoken = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
      assert.equal(spoken.length, 3, spoken.join(' | '));
      assert.match(spoken.find((label) => label.startsWith('Identification électronique')) ?? '', /failed/iu);
      assert.match(spoken.find((label) => label.startsWith('Sécurité du système')) ?? '', /passed/iu);
    });
  });
});
