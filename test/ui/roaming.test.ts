import assert from 'node:assert/strict';
import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/contacts.ts';

describe('moving between annotations, gaps and places', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
    await window.openFile(file);
    await window.page.locator('.statusbar-item', { hasText: 'Ségur' }).waitFor();
  });
  after(() => window.close());

  const status = async () => (await window.page.locator('.statusbar-item').allInnerTexts()).join('\n');
  const tellsOf = (pattern: RegExp) => eventually(async () => assert.match(await status(), pattern));

  it('goes from annotation to annotation by key', async () => {
    await window.page.keyboard.press('ControlOrMeta+F7');
    await tellsOf(/SC\.SSI\/IE\.31 \(1 of 3 annotations in this file\)/u);
    await window.page.keyboard.press('ControlOrMeta+Shift+F7');
    await tellsOf(/\(3 of 3 annotations in this file\)/u);
    await tellsOf(/^Ln 76, Col \d+/mu);
  });

  it('goes on to the next gap by key, in the next file, and tells why', async () => {
    await window.page.keyboard.press('ControlOrMeta+F8');
    await window.editor('services/comptes/src/passwordPolicy.ts').locator('.view-line').first().waitFor();
    await tellsOf(/SC\.SSI\/IAM\.92: implemented in part only.*\(gap \d+ of \d+\)/u);
    await window.page.keyboard.press('ControlOrMeta+Shift+F8');
    await window.editor(file).locator('.view-line').first().waitFor();
  });

  it('shows the places of a requirement one after the other, and leads back where one was', async () => {
    await window.openFile(file, 'SC.SSI/IE.31, SC.SSI/IE.32');
    await window.page.keyboard.press('ControlOrMeta+k');
    await window.page.keyboard.press('g');
    await window.quickInput().waitFor();
    const rows = await window.quickRows();
    assert.ok(
      rows.some((row) => /schema\.sql:\d+.*Implements \(\d+\)/u.test(row)),
      rows.join('\n'),
    );
    assert.ok(rows.some((row) => /Verifies \(\d+\)/u.test(row)) && rows.some((row) => row.includes('Proofs (1)')));
    const tabs = await window.tabs();
    await window.page.keyboard.press('ArrowUp');
    await window.editor(file).locator('.view-line', { hasText: 'SC.SSI/IE.31' }).first().waitFor();
    await window.page.keyboard.press('ArrowUp');
    await window.editor('base/schema.sql').locator('.view-line', { hasText: 'SC.SSI/IE.31' }).first().waitFor();
    assert.equal(await window.quickInput().evaluate((input) => input === document.activeElement), true);
    await window.page.keyboard.press('Escape');
    await window.editor(file).locator('.view-line').first().waitFor();
    await eventually(async () => assert.deepEqual(await window.tabs(), tabs));
    await tellsOf(/^Ln 45, Col 13$/mu);
    await window.type('x');
    await window.editor(file).locator('.view-line', { hasText: 'xSC.SSI/IE.31' }).first().waitFor();
    await window.undo();
  });

  it('leads from the code of a place to the other requirements that it answers, and back', async () => {
    await window.openFile(file, 'SC.SSI/IE.31, SC.SSI/IE.32');
    await window.runCommand('Go to the places of a requirement');
    const row = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'contacts.ts:45' });
    await row.hover();
    await row.locator('.action-label').first().click();
    const title = window.page.locator('.quick-input-title');
    await eventually(async () => assert.match(await title.innerText(), /^SC\.SSI\/IE\.32 /u));
    await window.page.locator('.quick-input-titlebar .action-label.codicon-quick-input-back').click();
    await eventually(async () => assert.match(await title.innerText(), /^SC\.SSI\/IE\.31 /u));
    await window.page.keyboard.press('Escape');
  });

  it('goes from requirement to requirement in the side bar, past those that are satisfied', async () => {
    await window.openContainer('Ségur Trace');
    await window.rows('Requirements');
    await window.expand('Requirements', 'Sécurité du système');
    const focused = window.tree('Requirements').locator('.monaco-list-row.focused');
    const isOn = (id: string) =>
      eventually(async () =>
        assert.ok((await focused.getAttribute('aria-label', { timeout: 2000 }))?.startsWith(`${id},`)),
      );
    await window.row('Requirements', 'SC.SSI/GEN.13').click();
    // What it opens would push the next ones out of sight.
    await window.row('Requirements', 'Gaps').waitFor();
    await window.page.keyboard.press('ArrowLeft');
    await isOn('SC.SSI/GEN.13');
    await window.page.keyboard.press('ControlOrMeta+F8');
    await isOn('SC.SSI/GEN.16');
    await window.page.keyboard.press('ControlOrMeta+Shift+F8');
    await isOn('SC.SSI/GEN.13');
  });

  it('opens the places of a row of the side bar', async () => {
    await window.rowMenu('Requirements', 'SC.SSI/GEN.13', 'Go to the places of a requirement');
    await window.quickInput().waitFor();
    await window.page.keyboard.press('Escape');
  });

  it('opens the answer that a catalogue’s id leads to', async () => {
    const catalog = `version: 1
catalog: { id: own, title: Own }
faq:
  - id: own-1
    subject: Notre réponse
    answer: Voici.
`;
    await mkdir(join(window.folder, 'requirements'), { recursive: true });
    await writeFile(join(window.folder, 'requirements', 'own.yaml'), catalog);
    const project = await window.textOnDisk('segur.yaml');
    await writeFile(
      join(window.folder, 'segur.yaml'),
      project.replace("['builtin:segur-v2']", "['builtin:segur-v2', 'requirements/*.yaml']"),
    );
    await window.openFile('requirements/own.yaml', 'own-1');
    await eventually(async () => {
      await window.runCommand('Open Link');
      await window.webview().getByText('Voici.').waitFor({ timeout: 3000 });
    });
  });
});
