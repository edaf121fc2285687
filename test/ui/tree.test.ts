import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';

describe('the requirements in the side bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await window.openContainer('Ségur Trace');
  });
  after(() => window.close());

  async function filter(words: string): Promise<void> {
    await window.runCommand('Filter requirements by text');
    await window.quickInput().fill(words);
    await window.accept();
  }

  it('shows groups, and how many gaps there are on the icon', async () => {
    await eventually(async () => {
      const rows = await window.rows(view);
      assert.ok(rows.length > 1);
      assert.ok(rows.every(({ level }) => level === 1));
    });
    await eventually(async () => assert.match((await window.badge('Ségur Trace')) ?? '', /^\d+/));
  });

  it('shows, under a requirement, what is missing, the code, the proofs and the FAQ', async () => {
    await filter('IE.31');
    await eventually(async () => assert.ok((await window.rows(view)).length <= 3));
    await window.expand(view, 'Identification électronique');
    await window.expand(view, 'SC.SSI/IE.31');
    await eventually(async () => {
      const labels = (await window.rows(view)).map(({ label }) => label).join('\n');
      assert.match(labels, /Code/);
      assert.match(labels, /FAQ/);
      assert.match(labels, /services\/comptes\/src\/contacts\.ts/);
    });
  });

  it('opens the code at the annotation', async () => {
    await window.row(view, 'services/comptes/src/contacts.ts').click();
    await eventually(async () => assert.ok((await window.tabs()).includes('contacts.ts')));
    await window.page.locator('.statusbar-item', { hasText: /Ln \d+/ }).waitFor();
  });

  it('takes in what is typed before it is saved', async () => {
    const rowsOfCode = async () => (await window.rows(view)).filter(({ label }) => label.includes('oneTimeCode.ts'));
    assert.deepEqual(await rowsOfCode(), []);
    await window.openFile('services/comptes/src/oneTimeCode.ts');
    await window.type('// @segur SC.SSI/IE.31\n');
    await eventually(async () => assert.equal((await rowsOfCode()).length, 1));
    await window.undo();
    await eventually(async () => assert.deepEqual(await rowsOfCode(), []));
  });

  it('groups by state', async () => {
    await filter('');
    await window.runCommand('Group requirements by');
    await window.pick('State');
    await eventually(async () => {
      const labels = (await window.rows(view)).filter(({ level }) => level === 1).map(({ label }) => label);
      assert.ok(labels.some((label) => /missing/i.test(label)));
    });
  });
});
