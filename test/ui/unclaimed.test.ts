import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWindow, type Workbench } from './workbench';

describe('the code that no requirement claims', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    const path = join(window.folder, 'segur.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('\nscan:\n', "\nscan:\n  sensitive: ['services/*/src/sessions.ts']\n"));
  });
  after(() => window.close());

  const labels = async () => (await window.rows('Requirements')).map(({ label }) => label);

  it('stands in the tree by file and unit, leads to the code, and goes once it is claimed', async () => {
    await window.openContainer('Ségur Trace');
    await eventually(async () => assert.ok((await labels()).some((label) => label.startsWith('Unclaimed code'))));
    await window.runCommand('Show unclaimed code');
    await eventually(async () =>
      assert.ok((await labels()).includes('Unclaimed code, unclaimed: 3 of 6 units, 16 of 58 lines')),
    );
    await window.expand('Requirements', 'sessions.ts');
    await window.row('Requirements', 'Sessions.start').click();
    await window.page.locator('.statusbar-item', { hasText: /^Ln 21, Col 1$/u }).waitFor();
    await window.rowAction('Requirements', 'Sessions.start', 'Annotate code with a requirement');
    await window.quickInput().waitFor();
    await window.type('IE.38');
    await window.pick('SC.SSI/IE.38');
    await window.pick('Implements');
    await window
      .editor('services/comptes/src/sessions.ts')
      .locator('.view-line', { hasText: '@segur SC.SSI/IE.38' })
      .first()
      .waitFor();
    await eventually(async () => {
      const now = await labels();
      assert.ok(now.includes('Unclaimed code, unclaimed: 2 of 6 units, 11 of 59 lines'), now.join('\n'));
      assert.ok(!now.some((label) => label.startsWith('Sessions.start')));
    });
  });

  it('has its counterpart in the requirements of a file, which lead to its places', async () => {
    await window.openFile('services/comptes/src/contacts.ts');
    await window.runCommand('Show the requirements of this file');
    await window.quickInput().waitFor();
    const rows = await window.quickRows();
    assert.ok(
      rows.some((one) => /SC\.SSI\/IE\.31.*line 45/u.test(one)),
      rows.join('\n'),
    );
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.statusbar-item', { hasText: /^Ln 45, Col \d+/u }).waitFor();
  });
});
