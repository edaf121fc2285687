import assert from 'node:assert/strict';
import { closeHost, eventually, openWindow, startHost, type Workbench } from './workbench';

const file = 'services/comptes/src/contacts.ts';

describe('requirements among the symbols', () => {
  let window: Workbench;
  before(async () => {
    // With the symbols of TypeScript.
    await closeHost();
    await startHost({ builtIns: 'whole' });
    window = await openWindow({ settings: { 'typescript.validate.enable': false } });
  });
  after(closeHost);

  const results = async (query: string): Promise<string[]> => {
    await window.page.keyboard.press('ControlOrMeta+t');
    await window.quickInput().fill(`#${query}`);
    return eventually(async () => {
      const rows = await window.quickRows();
      assert.ok(
        rows.some((row) => row.startsWith('SC.SSI/')),
        rows.join('\n'),
      );
      return rows;
    });
  };

  it('stand in the outline of a file, beside those of its language', async () => {
    await window.openFile(file);
    await window.runCommand('Explorer: Focus on Outline View');
    const rows = window.page.locator('.outline-pane .monaco-list-row');
    const labels = async () => (await rows.allInnerTexts()).map((label) => label.replaceAll(/\s+/gu, ' '));
    await eventually(async () => assert.equal((await labels())[0], 'TypeScript'));
    await rows.first().click();
    await eventually(async () => {
      // Behind the symbols of the language, in a group that may be closed; rows that are out of sight are not drawn.
      await window.page.keyboard.press('End');
      await window.page.keyboard.press('ArrowRight');
      await window.page.keyboard.press('End');
      const shown = await labels();
      // The row that sticks to the top stands last in the page.
      assert.ok(
        shown.some((label) => /SC\.SSI\/IE\.31 Vérification .*implements · partial · Contacts\.usable/u.test(label)),
        shown.join('\n'),
      );
    });
  });

  it('are found in the workspace by id, by title without its accents, and in another order', async () => {
    for (const query of ['gen21', 'GEN-21', 'procedure sauv', 'restauration sauvegarde']) {
      const rows = await results(query);
      assert.ok(
        rows.some(
          (row) =>
            row.includes('Procédure de sauvegarde'.normalize('NFC')) ||
            row.includes('Procédure de sauvegarde'.normalize('NFD')),
        ),
        rows.join('\n'),
      );
      await window.page.keyboard.press('Escape');
    }
  });

  it('open at the place that was chosen', async () => {
    await results('iam.92');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'passwordPolicy' }).first().click();
    await window.editor('services/comptes/src/passwordPolicy.ts').locator('.view-line').first().waitFor();
  });
});
