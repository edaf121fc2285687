import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { nextEditionFolder } from '../support/nextEditionFolder';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';

describe('what a next edition concerns, in the side bar', () => {
  let window: Workbench;
  let folder: string;
  before(async () => {
    folder = await nextEditionFolder();
    window = await openWindow({ folder });
    await window.openContainer('Ségur Trace');
  });
  after(async () => {
    await window.close();
    await rm(folder, { recursive: true, force: true });
  });

  const labels = async () => (await window.rows(view)).map(({ label }) => label);
  const listed = async () => (await labels()).filter((label) => label.includes('to review: '));

  it('stands first, shows what changed, and each leaves it once it is accepted and named as it is today', async () => {
    await eventually(async () => assert.equal((await labels())[0], 'To review, requirements: 4'));
    await eventually(async () =>
      assert.deepEqual(await listed(), [
        'SC.FIC/A.01, Journaux, to review: reworded',
        'SC.FIC/B.07, Sauvegardes, to review: named by a former id',
        'SC.FIC/A.04, Documentation, to review: proof of another edition',
        'SC.FIC/A.03, Verrouillage, to review: removed · likely SC.FIC/B.08 now',
      ]),
    );
    await window.expand(view, 'SC.FIC/A.01, Journaux, to review');
    await window.row(view, 'Show what changed').click();
    const side = (name: string) =>
      window.page.locator(`.monaco-diff-editor .editor.${name} .view-line`, { hasText: 'tenir un journal' });
    await side('modified').waitFor();
    assert.doesNotMatch(await side('original').innerText(), /horodaté/u);
    assert.match(await side('modified').innerText(), /horodaté/u);

    await window.rowAction(view, 'SC.FIC/A.01, Journaux, to review', 'Accept as it is now');
    await eventually(async () => assert.equal((await labels())[0], 'To review, requirements: 3'));
    assert.match(await window.textOnDisk('segur.lock.json'), /"id":"SC\.FIC\/A\.01","edition":"2026-06-08"/u);

    await window.expand(view, 'SC.FIC/A.03, Verrouillage, to review');
    await window.row(view, 'Confirm that it is SC.FIC/B.08 now').click();
    await eventually(async () =>
      assert.ok((await listed()).includes('SC.FIC/B.08, Verrouillage, to review: reworded · named by a former id')),
    );
    assert.match(await window.textOnDisk('requirements/rem.yaml'), /aliases:\s+- SC\.FIC\/A\.03/u);
    await window.expand(view, 'SC.FIC/B.08, Verrouillage, to review');
    await window.row(view, 'Write SC.FIC/B.08 for SC.FIC/A.03 everywhere').click();
    await eventually(async () =>
      assert.ok((await listed()).includes('SC.FIC/B.08, Verrouillage, to review: reworded')),
    );
  });
});
