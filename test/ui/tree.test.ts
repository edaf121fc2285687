import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';

// @segur ST.EDT.01
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

  it('says in words what the icons show', async () => {
    const labels = (await window.rows(view)).map(({ label }) => label);
    const said = (wanted: RegExp) =>
      assert.ok(
        labels.some((label) => wanted.test(label)),
        `${wanted} in ${labels.join('\n')}`,
      );
    said(/^Identification électronique, \d+ of \d+ satisfied or decided$/u);
    said(/^SC\.SSI\/IE\.31, \p{Lu}.+, (?:Partial|Missing|Satisfied|Suspect), .*code.*, gaps: \d+$/u);
    said(/^Gaps, \d+$/u);
    said(/^\p{L}+, services\/comptes\/src\/contacts\.ts, line \d+: \S/u);
    // What is left of a picture in the text of a row is read aloud.
    assert.deepEqual(
      labels.filter((label) => /\$\(|^$/u.test(label)),
      [],
    );
  });

  it('is walked by keys from the palette, and opens the menu of a row', async () => {
    const { keyboard } = window.page;
    await window.runCommand('Focus on Requirements View');
    const focused = window.tree(view).locator('.monaco-list-row.focused');
    await eventually(async () =>
      assert.ok(await window.tree(view).evaluate((tree) => tree.contains(document.activeElement))),
    );
    await keyboard.press('Home');
    await eventually(async () => assert.match((await focused.getAttribute('aria-label')) ?? '', /^Identification/u));
    await keyboard.press('ArrowDown');
    await eventually(async () => assert.match((await focused.getAttribute('aria-label')) ?? '', /^SC\.SSI\/IE\.31/u));
    await keyboard.press('Shift+F10');
    const menu = window.page.locator('.monaco-menu .action-label');
    await menu.first().waitFor();
    const lines = (await menu.allInnerTexts()).join('\n');
    for (const line of ['Annotate', 'Go to', 'proof', 'not applicable', 'Copy']) assert.ok(lines.includes(line), lines);
    await keyboard.press('Escape');
    await menu.first().waitFor({ state: 'hidden' });
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
