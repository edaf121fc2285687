import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import type { FolderSession } from '../../src/vscode/folderSession';
import { FolderTree, leavesOfReview, reviewsOf } from '../../src/vscode/tree/folderTree';
import { inLayout, row2024 } from '../support/remFixtures';
import { buildWorkbook } from '../support/workbookBuilder';
import { saveAll, write } from './ownCatalog';
import { at, closeEditors, eventually, open, read } from './workspace';

const out = 'next-edition/rem.yaml';
const code = 'next-edition/work.ts';
const LOCK = 'segur.lock.json';

type Rows = Parameters<typeof row2024>[];
const earlier: Rows = [
  ['SC.FIC/N.01', { Fonction: 'Journaux', Exigence: 'Le système fictif DOIT tenir un premier journal' }],
  [
    'SC.FIC/N.02',
    { Fonction: 'Sauvegardes', Exigence: 'Le système fictif DOIT garder une sauvegarde chiffrée hors du site' },
  ],
  [
    'SC.FIC/N.03',
    { Fonction: 'Verrouillage', Exigence: 'Le système fictif DOIT verrouiller le poste au bout de dix minutes' },
  ],
];
const later: Rows = [
  ['SC.FIC/N.01', { Fonction: 'Journaux', Exigence: 'Le système fictif DOIT tenir un premier journal horodaté' }],
  [
    'SC.FIC/P.07',
    { Fonction: 'Sauvegardes', Exigence: 'Le système fictif DOIT garder une sauvegarde chiffrée hors du site' },
  ],
  [
    'SC.FIC/P.08',
    { Fonction: 'Verrouillage', Exigence: 'Le système fictif DOIT verrouiller le poste au bout de cinq minutes' },
  ],
];

// @segur ST.REV.04
describe('the next edition of a REM', function () {
  // Many steps, each of which waits for files to be noticed.
  this.timeout(240_000);
  let session: FolderSession;
  let project: string;

  before(async () => {
    const extension = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace');
    await extension?.activate();
    const [first] = extension?.exports.sessions.all ?? [];
    assert.ok(first);
    session = first;
    project = await read('segur.yaml');
  });
  after(async () => {
    await saveAll();
    await closeEditors();
    await write('segur.yaml', project);
    for (const path of [
      'next-edition',
      LOCK,
      'REM-FIC-SUITE-Va2_2025-11-07.xlsx',
      'REM-FIC-SUITE-Va2_2026-06-08.xlsx',
    ]) {
      await vscode.workspace.fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
    }
    await eventually(() => {
      assert.equal(session.catalog.requirement('SC.FIC/N.01'), undefined);
      assert.deepEqual(listed(), []);
    });
  });

  /** Imports rows as an edition. */
  async function edition(day: string, rows: Rows, more: object = {}): Promise<void> {
    const name = `REM-FIC-SUITE-Va2_${day}.xlsx`;
    const sheet = {
      name: 'Exigences',
      rows: inLayout(
        'rem-2024',
        rows.map((row) => row2024(...row)),
      ),
    };
    await write(name, buildWorkbook([sheet]));
    assert.ok(
      await vscode.commands.executeCommand('segur.importRem', { file: at(name), confirmed: true, out, ...more }),
    );
  }

  /** The list as the tree has it, without what other tests left there: each requirement with its lines. */
  function list() {
    const tree = new FolderTree(session);
    tree.update('chapter', { states: [] }, false);
    const [first] = tree.roots();
    const all = first?.kind === 'reviews' ? reviewsOf(first) : [];
    return all.filter(({ review: { id } }) => id.startsWith('SC.FIC/'));
  }
  const listed = () => list().map(({ review: { id, causes } }) => `${id} ${causes.join('+')}`);

  function linesOf(id: string) {
    const node = list().find(({ review }) => review.id === id);
    return node === undefined ? [] : leavesOfReview(node).map(({ leaf }) => leaf);
  }
  async function click(id: string, label: string): Promise<void> {
    const command = linesOf(id).find((leaf) => leaf.label === label)?.command;
    assert.ok(
      command,
      `${label}: ${linesOf(id)
        .map((leaf) => leaf.label)
        .join(' | ')}`,
    );
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  }

  it('lists what it concerns until that is accepted or named as it is named today', async () => {
    await edition('2025-11-07', earlier, { add: true });
    await write(
      code,
      earlier.map(([id]) => `// @segur ${id}\nexport const of${id.slice(-2)} = ${id.length};\n`).join('\n'),
    );
    await eventually(() => assert.equal(session.trace.requirement('SC.FIC/N.03')?.links.length, 1));
    await open(code);
    await vscode.commands.executeCommand('segur.acceptFile');
    await eventually(async () => assert.match(await read(LOCK), /SC\.FIC\/N\.01[^]*SC\.FIC\/N\.03/u));
    await eventually(() => assert.deepEqual(listed(), []));

    await edition('2026-06-08', later, { renumbered: [{ before: 'SC.FIC/N.02', after: 'SC.FIC/P.07' }] });
    const report = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /SC\.FIC\/N\.02 → SC\.FIC\/P\.07/u);
    assert.match(report, /premier journal\{\+ horodaté\+\}/u);
    await eventually(() =>
      assert.deepEqual(listed(), ['SC.FIC/N.01 reworded', 'SC.FIC/P.07 renumbered', 'SC.FIC/N.03 removed']),
    );

    await click('SC.FIC/N.01', 'Show what changed');
    await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff);
      assert.equal(input.original.scheme, 'segur-change');
    });
    await vscode.commands.executeCommand('segur.accept', list()[0]);
    await eventually(() => assert.deepEqual(listed(), ['SC.FIC/P.07 renumbered', 'SC.FIC/N.03 removed']));

    await click('SC.FIC/P.07', 'Write SC.FIC/P.07 for SC.FIC/N.02 everywhere');
    await saveAll();
    assert.match(await read(code), /@segur SC\.FIC\/P\.07/u);
    await eventually(() => assert.deepEqual(listed(), ['SC.FIC/N.03 removed']));
    assert.match(await read(LOCK), /"id":"SC\.FIC\/P\.07"/u, 'it stays accepted');

    await click('SC.FIC/N.03', 'Confirm that it is SC.FIC/P.08 now');
    await eventually(() => assert.deepEqual(listed(), ['SC.FIC/P.08 reworded+renumbered']));
    assert.match(await read(out), /aliases:\n {6}- SC\.FIC\/N\.03/u);
    await click('SC.FIC/P.08', 'Write SC.FIC/P.08 for SC.FIC/N.03 everywhere');
    await saveAll();
    await eventually(() => assert.deepEqual(listed(), ['SC.FIC/P.08 reworded']));
    await vscode.commands.executeCommand('segur.accept', list()[0]);
    await eventually(() => assert.deepEqual(listed(), []));
  });
});
