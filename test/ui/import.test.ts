import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFolder } from '../../scripts/host/paths';
import { buildWorkbook } from '../support/workbookBuilder';
import { eventually, openWindow, type Workbench } from './workbench';

const out = 'requirements/exigences-fictives.yaml';
const rows = [
  ['Nos exigences'],
  ['Clé maison', 'Ce qui est demandé', 'Qui', 'Profil'],
  ['SC.SSI/GEN.21', 'Énoncé fictif des sauvegardes', 'RSSI', 'Général'],
  ['SC.FIC/A.01', 'Le système fictif DOIT verrouiller le poste au bout de dix minutes', 'Produit', 'Général'],
];
const renumbered = (cells: readonly string[]) => cells.map((cell) => cell.replace('SC.FIC/A.01', 'SC.FIC/B.07'));

describe('importing a REM', () => {
  let window: Workbench;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'segur-import-'));
    await cp(exampleFolder, folder, { recursive: true });
    await writeFile(join(folder, 'exigences-fictives.xlsx'), buildWorkbook([{ name: 'Feuil1', rows }]));
    window = await openWindow({ folder });
    await window.openContainer('Ségur Trace');
    await window.rows('Requirements');
  });
  after(async () => {
    await window.close();
    await rm(folder, { recursive: true, force: true });
  });

  const title = (wanted: RegExp) =>
    eventually(async () =>
      assert.match(await window.page.locator('.quick-input-widget:visible .quick-input-title').innerText(), wanted),
    );
  const row = (wanted: RegExp) =>
    eventually(async () =>
      assert.ok(
        (await window.quickRows()).some((text) => wanted.test(text)),
        String(wanted),
      ),
    );

  it('asks by keyboard for columns that nobody knows, and shows their texts; the result is in the tree with the FAQ', async () => {
    await window.openContainer('Explorer');
    const file = window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'exigences-fictives.xlsx' });
    const asked = window.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: 'Import a REM' });
    // A menu takes no click in its first moment.
    await eventually(async () => {
      if (!(await asked.isVisible())) {
        await file.click({ button: 'right' });
        await window.page.locator('.monaco-menu .action-label', { hasText: 'Import a REM' }).first().hover();
        await window.page.keyboard.press('Enter');
        await asked.waitFor({ timeout: 3000 });
      }
    });
    await title(/Import a REM: exigences-fictives\.xlsx/u);
    assert.ok(!(await window.quickRows()).some((text) => text.includes('rows with an id')), 'nothing to import yet');
    await row(/Id of the requirement.*no column/u);
    await window.pick('Id of the requirement');
    await title(/which column holds “Id of the requirement”/u);
    await row(/A — Clé maison.*SC\.SSI\/GEN\.21 · SC\.FIC\/A\.01/u);
    await window.pick('Clé maison');
    await title(/exigences-fictives/u);
    await window.pick('Statement');
    await title(/“Statement”/u);
    await row(/Clé maison.*Id of the requirement/u);
    await window.pick('Ce qui est demandé');
    await row(/Edition.*not known/u);
    await window.pick('Edition');
    await title(/which edition is it/u);
    await window.type('2026-06');
    await window.accept();
    await row(/Edition.*2026-06/u);
    await row(/Import.*2 rows with an id/u);
    await window.pick('rows with an id');
    await title(/where to write/u);
    await window.accept();
    await title(/use it in this folder/u);
    await window.pick('Name it in segur.yaml');
    await eventually(async () => assert.match(await window.textOnDisk('segur.yaml'), new RegExp(out, 'u')));
    const catalog = await window.textOnDisk(out);
    assert.match(catalog, /edition: 2026-06\n/u);
    assert.match(catalog, /columns:\n {6}id: Clé maison\n {6}statement: Ce qui est demandé/u);
    await window.page.locator('.tab', { hasText: 'exigences-fictives.xlsx.txt' }).waitFor();
    await window.page.locator('.statusbar-item', { hasText: /Ségur \d+\/44/u }).waitFor();
  });

  it('asks, of the next edition, which requirements have another number: none is ticked, and a former id still counts', async () => {
    const file = join(window.folder, 'exigences-fictives.xlsx');
    await writeFile(file, buildWorkbook([{ name: 'Feuil1', rows: rows.map(renumbered) }]));
    await window.runCommand('Import a REM');
    await title(/Which spreadsheet/u);
    const listed = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'exigences-fictives.xlsx' });
    await listed.click();
    await row(/Statement.*Ce qui est demandé/u);
    await window.pick('rows with an id');
    await title(/where to write/u);
    await window.accept();
    await title(/which requirements have another number/u);
    await row(/SC\.FIC\/A\.01 → SC\.FIC\/B\.07.*% alike/u);
    const box = window.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row .monaco-checkbox');
    assert.equal(await box.first().getAttribute('aria-checked'), 'false');
    await window.screenshot('import-renumbered');
    await box.first().click();
    await eventually(async () => assert.equal(await box.first().getAttribute('aria-checked'), 'true'));
    await window.page.locator('.quick-input-widget:visible .monaco-button', { hasText: 'OK' }).first().click();
    await eventually(async () =>
      assert.match(await window.textOnDisk(out), /id: SC\.FIC\/B\.07\n[^]*aliases:\s*(?:- |\[ ?)SC\.FIC\/A\.01/u),
    );
    assert.match(await window.textOnDisk(`${out}.bak`), /id: SC\.FIC\/A\.01\n/u);
  });
});
