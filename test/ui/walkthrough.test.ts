import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

describe('the walkthrough', () => {
  let window: Workbench;
  beforeEach(async () => {
    window = await openWindow();
    await window.openContainer('Ségur Trace');
    await window.row('Requirements', 'Identification électronique').waitFor();
  });
  afterEach(() => window.close());

  /** The steps by what of their titles tells them apart, and whether they are ticked. */
  const steps = () =>
    window.page
      .locator('.getting-started-step')
      .evaluateAll((all) =>
        all.map((step) => [step.querySelector('.step-title')?.textContent, step.querySelector('.complete') !== null]),
      );

  const openIt = () =>
    eventually(async () => {
      await window.runCommand('Welcome: Open Walkthrough...');
      await window.quickInput().waitFor({ timeout: 5000 });
      await window.pick('Trace a product', 'Ségur', 5000);
    });

  it('has ticked off what the folder holds already, and ticks the rest off when it is done', async () => {
    await openIt();
    const done = (exported: boolean) => [
      ['Say which product this is', true],
      ['Import your REM', false],
      ['Link the code to the requirements', true],
      ['Add a proof', true],
      ['Export the matrix', exported],
    ];
    await eventually(async () => assert.deepEqual(await steps(), done(false)));
    await window.runCommand('Export traceability matrix');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'matrix' }).waitFor();
    await window.accept();
    await eventually(async () => assert.match(await window.quickInput().inputValue(), /\.html$/u));
    await window.accept();
    await eventually(() => window.textOnDisk('traceability-matrix.html'));
    // The page of the matrix took its place.
    await openIt();
    await eventually(async () => assert.deepEqual(await steps(), done(true)));
  });
});
