import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eventually, openWindow, type Workbench } from './workbench';

const file = 'segur.yaml';

describe('writing a proof in an empty segur.yaml with suggestions', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await eventually(async () => assert.ok(await window.badge('Ségur Trace')));
    await writeFile(join(window.folder, file), '');
  });
  after(() => window.close());

  const suggested = (text: string) =>
    window.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });

  async function take(typed: string, wanted: string): Promise<void> {
    await window.type(typed);
    await suggested(wanted).waitFor();
    await window.page.keyboard.press('Enter');
  }

  it('goes from key to key and fills a whole entry in, from id to file', async () => {
    await window.openFile(file);
    await take('ver', 'version');
    await window.type('\n');
    await take('proo', 'proofs');
    await take('', 'Proof: a file');
    await take('procedure', 'SC.SSI/GEN.21');
    await window.page.keyboard.press('Tab');
    // VS Code goes on to the next place by itself once one of several words is chosen.
    await take('', 'documentation');
    await take('preu', 'preuves/');
    await take('GEN.21', 'preuves/GEN.21/');
    await take('', 'preuves/GEN.21/procedure-sauvegarde.md');
    await window.save();
    await eventually(async () => {
      const { version, proofs } = parse(await window.textOnDisk(file)) as {
        version: unknown;
        proofs: Record<string, unknown>[];
      };
      assert.equal(version, 1);
      assert.match(String(proofs[0]?.['date']), /^\d{4}-\d{2}-\d{2}$/u);
      assert.deepEqual(
        { ...proofs[0], date: undefined },
        {
          for: 'SC.SSI/GEN.21',
          kind: 'documentation',
          files: 'preuves/GEN.21/procedure-sauvegarde.md',
          date: undefined,
        },
      );
    });
  });
});
