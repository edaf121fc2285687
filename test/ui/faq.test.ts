import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

// @segur ST.EDT.09
describe('the FAQ in the side bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ language: 'fr' });
    await window.openContainer('Ségur Trace');
  });
  after(() => window.close());

  it('lists the answers and opens one as a page', async () => {
    const rows = await eventually(async () => {
      const all = await window.rows('FAQ');
      assert.ok(all.length > 3);
      return all;
    });
    assert.ok(rows.some(({ level }) => level === 2));
    assert.match(rows[0]?.label ?? '', /, réponses\s: \d+$/u, 'the number of answers is read aloud');
    await window.tree('FAQ').locator('.monaco-list-row[aria-level="2"]').first().click();
    await window.webview().locator('h1').first().waitFor();
  });

  it('asks whether the answer was useful and remembers what is said', async () => {
    const yes = window.webview().getByRole('button', { name: 'Oui' });
    await yes.click();
    await eventually(async () => assert.equal(await yes.getAttribute('aria-pressed'), 'true'));
  });
});
