import assert from 'node:assert/strict';
import { openWindow, type Workbench } from './workbench';

for (const [language, words] of [
  ['en', /FAQ/],
  ['fr', /exigence|FAQ/i],
] as const) {
  describe(`hover on an annotation, ${language}`, () => {
    let window: Workbench;
    before(async () => {
      window = await openWindow({ language, theme: 'light' });
    });
    after(() => window.close());

    it('shows the requirement with its guidance', async () => {
      await window.openFile('services/comptes/src/contacts.ts', 'SC.SSI/IE.31');
      const text = await window.hover();
      assert.match(text, /SC\.SSI\/IE\.31/);
      assert.match(text, words);
    });
  });
}
