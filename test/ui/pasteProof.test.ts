import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWindow, type Workbench } from './workbench';

// @segur ST.PRF.06
describe('screenshots as proofs', () => {
  let window: Workbench;
  let picture: Buffer;
  before(async () => {
    window = await openWindow();
    picture = await readFile(join(window.folder, 'preuves/IE.38/session-ouverte.png'));
    await window.copyPicture(picture);
    // The badge tells that the folder has been read.
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
  });
  after(() => window.close());

  const captureOf = async (folder: string): Promise<string> => {
    const files = await readdir(join(window.folder, folder)).catch(() => []);
    const [name] = files.filter((file) => /_capture_\d{4}-\d\d-\d\d\.png$/u.test(file));
    assert.ok(name, files.join(' '));
    // A browser writes pictures anew into the clipboard: signature and size are the same.
    assert.deepEqual((await readFile(join(window.folder, folder, name))).subarray(0, 24), picture.subarray(0, 24));
    return `${folder}/${name}`;
  };

  it('are pasted into a page, which keeps them as a new file and declares them', async () => {
    await window.runCommand('Paste a screenshot as a proof');
    await window.pick('SC.SSI/GEN.19');
    const page = window.webview();
    const save = page.getByRole('button', { name: 'Save as a proof' });
    assert.ok(await save.isDisabled());
    await page.locator('#place').click();
    await window.page.keyboard.press('ControlOrMeta+v');
    await page.getByRole('img', { name: 'The screenshot that is going to be saved' }).waitFor();
    await save.click();
    await window.asked('Who established it');
    await window.accept();
    await page.getByText('Saved: ').waitFor();
    const path = await eventually(() => captureOf('preuves/GEN.19'));
    await eventually(async () => {
      const text = await window.textOnDisk('segur.yaml');
      assert.ok(text.includes(`- for: SC.SSI/GEN.19\n    kind: capture\n    files: ${path}\n    date: `), text);
    });
  });

  it('are pasted into a proof of segur.yaml', async () => {
    await window.openFile('segur.yaml', 'Camille Fictive');
    await window.page.keyboard.press('ControlOrMeta+v');
    const path = await eventually(() => captureOf('preuves/GEN.14'));
    await window.save();
    await eventually(async () => {
      const text = await window.textOnDisk('segur.yaml');
      assert.ok(text.includes(`- for: SC.SSI/GEN.14\n    kind: capture\n    files: ${path}\n    date: `), text);
      assert.ok(text.includes('author: Camille Fictive, RSSI\n'));
    });
  });
});
