import assert from 'node:assert/strict';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'services/comptes/src/contacts.ts';
const settings = { 'typescript.validate.enable': false };

describe('what stands above and in an annotation', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ settings });
    await window.openFile(file, 'SC.SSI/IE.31, SC.SSI/IE.32');
  });
  after(() => window.close());

  it('is a line with the state, the other places and the proofs', async () => {
    await eventually(async () => {
      const lenses = await window.lenses(file);
      assert.ok(
        lenses.some((lens) => /^Partial \(2\) \| \d+ other places \| 0\/2 proofs$/u.test(lens)),
        lenses.join('\n'),
      );
    });
  });

  it('underlines an id that still asks for work, and not by colour alone', async () => {
    // VS Code draws borders apart from the text.
    const underlines = window.editor(file).locator('.view-overlays .cdr[class*="ced-"]');
    await eventually(async () => {
      const styles = await underlines.evaluateAll((elements) =>
        elements.map((element) => getComputedStyle(element).borderBottomStyle),
      );
      assert.ok(styles.includes('dotted'), styles.join());
    });
  });

  it('leads to the other places, in a peek over the code', async () => {
    await eventually(async () => {
      await window.clickLens(file, 'other places');
      await window.page.locator('.peekview-widget .monaco-list-row').first().waitFor({ timeout: 5000 });
    });
    await window.page.keyboard.press('Escape');
    await window.page.locator('.peekview-widget').waitFor({ state: 'detached' });
  });

  it('leads to the requirement in the side bar', async () => {
    const selected = window.tree('Requirements').locator('.monaco-list-row.selected');
    await eventually(async () => {
      await window.clickLens(file, 'Partial (2)');
      assert.match((await selected.getAttribute('aria-label', { timeout: 5000 })) ?? '', /^SC\.SSI\/IE\.31,/u);
    });
  });

  it('leads to the declared proof', async () => {
    const line = window.editor('segur.yaml').locator('.view-line', { hasText: 'for: [SC.SSI/IE.31' });
    // A lens that is drawn again at that moment loses the click.
    await eventually(async () => {
      if (await window.editor(file).isVisible()) await window.clickLens(file, '0/2 proofs');
      await line.first().waitFor({ timeout: 5000 });
    });
  });

  it('follows what is typed', async () => {
    await window.openFile(file);
    await window.page.keyboard.press('ControlOrMeta+Home');
    const isSatisfied = (lens: string) => lens.startsWith('Satisfied |');
    assert.ok(!(await window.lenses(file)).some(isSatisfied));
    await window.type('// @segur SC.SSI/IE.38\n');
    await eventually(async () => assert.ok((await window.lenses(file)).some(isSatisfied)));
    await window.undo();
    await window.undo();
  });
});

describe('titles behind ids, in French', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ language: 'fr', settings: { ...settings, 'segur.inlayHints.enabled': true } });
  });
  after(() => window.close());

  it('stand in the line, the lenses above it', async () => {
    await window.openFile(file, 'SC.SSI/IE.31, SC.SSI/IE.32');
    const line = window.editor(file).locator('.view-line', { hasText: 'SC.SSI/IE.32' }).first();
    await eventually(async () =>
      assert.match((await line.innerText()).replaceAll('\u00a0', ' '), /IE\.31 ?Vérification/u),
    );
    await eventually(async () => {
      const lenses = await window.lenses(file);
      assert.ok(
        lenses.some((lens) => /^Partielle \(2\) \| \d+ autres endroits \| 0\/2 preuves$/u.test(lens)),
        lenses.join('\n'),
      );
    });
  });
});
