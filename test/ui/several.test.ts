import assert from 'node:assert/strict';
import { severalFolders } from '../../scripts/host/paths';
import { eventually, openWindow, type Workbench } from './workbench';

const view = 'Requirements';

describe('a workspace of several folders in the side bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow({ folder: severalFolders, workspace: 'several.code-workspace' });
    await window.openContainer('Ségur Trace');
  });
  after(() => window.close());

  const labels = async (level: number) =>
    (await window.rows(view)).filter((row) => row.level === level).map(({ label }) => label);

  it('has the totals of all folders on top, then each folder with its own', async () => {
    await eventually(async () =>
      assert.deepEqual(await labels(1), [
        'All folders, 3 of 9 satisfied or decided',
        'back, 1 of 4 satisfied or decided',
        'front, 1 of 2 satisfied or decided',
        'core, 1 of 3 satisfied or decided',
        'notes, not traced yet',
      ]),
    );
    assert.equal(await window.badge('Ségur Trace'), '6');
    await window.page.locator('.pane-header', { hasText: '3/9 · 3 folders' }).waitFor();
    await window.page.locator('.statusbar-item', { hasText: 'Ségur 3/9' }).waitFor();
  });

  it('tells of a requirement that folders share how each of them answers it, and shows it there', async () => {
    await window.expand(view, 'All folders');
    const shared = 'X.2, Deuxième, back: Missing, front: Satisfied, core: Missing';
    await eventually(async () => assert.ok((await labels(2)).includes(shared), (await labels(2)).join('\n')));
    await window.expand(view, shared);
    const front = window.tree(view).locator('.monaco-list-row[aria-level="3"]', { hasText: 'front' }).first();
    assert.match((await front.getAttribute('aria-label')) ?? '', /front, Satisfied/);
    await front.click();
    const selected = window.tree(view).locator('.monaco-list-row.selected');
    await eventually(async () => {
      assert.equal(await selected.getAttribute('aria-level'), '3');
      assert.match((await selected.getAttribute('aria-label')) ?? '', /^X\.2, Deuxième, Satisfied/);
    });
  });

  it('follows what is typed, up to the totals', async () => {
    await window.openFile('front/page.ts');
    await window.type('// @segur X.3\nexport const other = 2;\n');
    await eventually(async () => {
      assert.ok((await labels(1)).includes('front, 2 of 2 satisfied or decided'));
      assert.equal((await labels(1))[0], 'All folders, 4 of 9 satisfied or decided');
    });
    await window.page.locator('.pane-header', { hasText: '4/9 · 3 folders' }).waitFor();
    // The status bar tells of the folder of the editor alone.
    await window.page.locator('.statusbar-item', { hasText: 'Ségur 2/2' }).waitFor();
  });
});
