import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/sessions.ts';

describe('mending an annotation', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
  });
  after(() => window.close());

  it('offers the ids that may be meant, with their titles, and changes to the chosen one', async () => {
    await window.openFile(file, 'touch(id');
    // The badge tells that the folder has been read.
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
    await window.type('\n');
    await window.page.keyboard.press('ArrowUp');
    await window.type('// @segur SC.SSI/GEN.199');
    // Suggestions may be open.
    await window.page.keyboard.press('Escape');
    await eventually(async () => {
      const offered = await window.quickFixes();
      if (!offered.some((title) => title.includes('Change to SC.SSI/GEN.19: '))) {
        await window.page.keyboard.press('Escape');
        assert.fail(offered.join(' | '));
      }
    });
    await window.quickFix('Change to SC.SSI/GEN.19: ');
    await window.save();
    await eventually(async () =>
      assert.match(await window.textOnDisk(file), / {2}\/\/ @segur SC\.SSI\/GEN\.19\n {2}touch\(id/),
    );
  });

  it('writes a decision with its reason to segur.yaml, comments kept', async () => {
    const before = await window.textOnDisk('segur.yaml');
    await window.openFile(file, 'SC.SSI/GEN.19');
    // A menu that goes at the moment of the click takes the click with it.
    await eventually(async () => {
      await window.quickFix('Declare SC.SSI/GEN.19 not applicable');
      await window.quickInput().waitFor({ timeout: 5000 });
    });
    await window.accept();
    await window.page.locator('.quick-input-widget', { hasText: 'A decision needs a reason.' }).waitFor();
    await window.quickInput().fill('Hébergement délégué : aucun stockage');
    await window.accept();
    await window.asked('Who decides');
    // Whoever decided last.
    assert.equal(await window.quickInput().inputValue(), 'Responsable produit (fictif)');
    await window.quickInput().fill('');
    await window.accept();
    await window.asked('Last day on which it counts');
    await window.quickInput().fill('2020-01-01');
    await window.accept();
    await window.page.locator('.quick-input-widget', { hasText: 'This day is past.' }).waitFor();
    await window.quickInput().fill('');
    await window.accept();
    await eventually(async () => {
      const text = await window.textOnDisk('segur.yaml');
      assert.ok(text.startsWith(before));
      assert.match(
        text.slice(before.length),
        /^ {2}- for: SC\.SSI\/GEN\.19\n {4}status: not-applicable\n {4}reason: ["']?Hébergement délégué : aucun stockage["']?\n {4}date: \d{4}-\d\d-\d\d\n$/u,
      );
    });
  });

  it('proposes the reasons that the ANS knows, and takes one with who decides and until when', async () => {
    const before = await window.textOnDisk('segur.yaml');
    await window.runCommand('Declare a requirement not applicable');
    await window.pick('SC.SSI/IE.36');
    await window.page.locator('.quick-input-widget:visible input[placeholder^="Cases that the ANS knows"]').waitFor();
    await window.pick('entièrement déléguée', 'déléguée');
    await window.asked('The reason, as a verifier will read it');
    assert.match(await window.quickInput().inputValue(), /^L’authentification est entièrement déléguée/u);
    await window.accept();
    await window.asked('Who decides');
    await window.accept();
    await window.asked('Last day on which it counts');
    await window.accept();
    await eventually(async () => {
      const added = (await window.textOnDisk('segur.yaml')).slice(before.length);
      assert.match(
        added,
        /^ {2}- for: SC\.SSI\/IE\.36\n {4}status: not-applicable\n {4}reason: .*entièrement déléguée.*\n {4}by: Responsable produit \(fictif\)\n {4}date: \d{4}-\d\d-\d\d\n {4}expires: \d{4}-\d\d-\d\d\n$/u,
      );
    });
  });
});
