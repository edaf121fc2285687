import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';

describe('choosing the profile', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await window.openContainer('Ségur Trace');
    await window.page.locator('.pane-header', { hasText: 'DPI · Général' }).waitFor();
  });
  after(() => window.close());

  const title = () => window.page.locator('.quick-input-widget:visible .quick-input-title').innerText();
  const step = (number: number) =>
    eventually(async () => assert.match(await title(), new RegExp(`Profile of the product.*\\(?${number}/3`, 'u')));
  const requirements = async () => {
    await window.rows(view);
    return window.page.locator('.statusbar-item', { hasText: /Ségur \d+\/\d+/ }).innerText();
  };

  it('changes nothing when it is given up', async () => {
    const before = await window.textOnDisk('segur.yaml');
    await window.runCommand('Choose the profile');
    await step(1);
    await window.accept();
    await step(2);
    await window.page.keyboard.press('Escape');
    await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.equal(await window.textOnDisk('segur.yaml'), before);
  });

  it('asks in three steps, starting from the present profile, and writes it into segur.yaml', async () => {
    const before = await window.textOnDisk('segur.yaml');
    const counted = await requirements();
    await window.runCommand('Choose the profile');
    await step(1);
    await eventually(async () => assert.ok((await window.quickRows()).some((row) => /Hôpital.*current/u.test(row))));
    await window.pick('Médecin de ville');
    await step(2);
    await eventually(async () => assert.ok((await window.quickRows()).some((row) => /DPI.*current/u.test(row))));
    await window.pick('LGC');
    await step(3);
    await window.accept();
    await eventually(async () => assert.match(await window.textOnDisk('segur.yaml'), /dispositif: LGC/u));
    const after = await window.textOnDisk('segur.yaml');
    assert.match(after, /couloir: Médecin de ville/u);
    const others = (text: string) => text.split('\n').filter((line) => !/couloir|dispositif/u.test(line));
    assert.deepEqual(others(after), others(before), 'the rest of the file stays, comments and all');
    await window.page.locator('.pane-header', { hasText: 'LGC · Général' }).waitFor();
    await eventually(async () => assert.notEqual(await requirements(), counted));
  });

  it('takes a value that no catalogue knows', async () => {
    await window.runCommand('Choose the profile');
    await step(1);
    await window.accept();
    await step(2);
    await window.quickInput().fill('Mon dispositif');
    await eventually(async () =>
      assert.ok((await window.quickRows()).some((row) => /Mon dispositif.*as typed/u.test(row))),
    );
    await window.accept();
    await step(3);
    await window.accept();
    await eventually(async () => assert.match(await window.textOnDisk('segur.yaml'), /dispositif: Mon dispositif/u));
  });
});
