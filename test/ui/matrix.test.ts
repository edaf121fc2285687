import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

describe('exporting the traceability matrix', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
  });
  after(() => window.close());

  it('writes the file that was chosen and shows it', async () => {
    await window.runCommand('Export traceability matrix');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'matrix' }).waitFor();
    await window.accept();
    await eventually(async () => assert.match(await window.quickInput().inputValue(), /traceability-matrix\.html$/));
    await window.accept();
    const html = await eventually(() => window.textOnDisk('traceability-matrix.html'));
    assert.match(html, /SC\.SSI\/IE\.31/);
    await window.webview().getByText('SC.SSI/IE.31').first().waitFor();
    assert.ok((await window.notifications()).some((text) => text.includes('traceability-matrix.html')));
  });
});
