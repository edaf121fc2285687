import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWindow, type Workbench } from './workbench';

describe('the evidence pack on a window', () => {
  let window: Workbench;
  let pack: string;
  /** As it was built, for a second try too. */
  let sound: string | undefined;
  before(async () => {
    window = await openWindow();
    // The command is offered once the extension knows that there is a disk.
    await window.openContainer('Ségur Trace');
    await window.rows('Requirements');
    pack = join(window.folder, 'dossier.zip');
  });
  after(() => window.close());

  async function told(text: RegExp): Promise<string> {
    const message = window.page.locator('.notifications-toasts .notification-list-item-message', { hasText: text });
    await message.first().waitFor();
    return message.first().innerText();
  }

  async function chooseFile(file: string): Promise<void> {
    await eventually(async () => assert.ok((await window.quickInput().inputValue()).startsWith(window.folder)));
    await window.quickInput().fill(file);
    await eventually(async () => assert.equal(await window.quickInput().inputValue(), file));
    await window.accept();
  }

  it('is built into the file that was chosen, once one was told what it lacks', async () => {
    await window.runCommand('Build evidence pack');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'evidence pack' }).waitFor();
    assert.match((await window.quickRows())[0] ?? '', /^The whole dossier/u);
    await window.accept();
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.getByText(/Requirements that still lack something: \d+/u).waitFor();
    assert.match(await dialog.innerText(), /SC\.SSI\/\S+: [^]*Page one of the pack will list them/u);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await chooseFile(pack);
    assert.match(await told(/written/u), /dossier\.zip \(\d+ files, [\d.]+ MB\)\. SHA-256 .*: [0-9a-f]{64}/u);
  });

  it('is found whole by the button of that message', async () => {
    // Its toast moves down when that of the progress goes.
    await window.page.locator('.notification-list-item', { hasText: 'Building the' }).waitFor({ state: 'hidden' });
    await window.answer('Verify');
    assert.match(await told(/as it was packed/u), /^dossier\.zip: every file is as it was packed\./u);
  });

  it('is shown with what was altered, once a byte of it is another', async () => {
    sound ??= await readFile(pack, 'latin1');
    assert.ok(sound.includes('Sauvegarde'));
    await writeFile(pack, sound.replace('Sauvegarde', 'SAUVEGARDE'), 'latin1');
    await window.runCommand('Verify evidence pack');
    await chooseFile(pack);
    await told(/^dossier\.zip: This pack is not as it was made\./u);
    await window.page.locator('.view-line', { hasText: /altered:\s\S+GEN\.21/u }).waitFor();
    assert.ok((await window.tabs()).includes('dossier.zip.txt'));
  });
});
