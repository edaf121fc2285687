import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { chosenRenumberings } from '../../../src/import/chosenRenumberings';
import type { ImportedText } from '../../../src/import/importInto';
import { imported, requirementsIn } from './importing';

const head = ['ID', 'Exigence', 'Profil'];
const file = (day: string) => `REM-FIC-LGC-Va2_${day}.xlsx`;
const oldFile = { file: file('2025-11-07') };
const newFile = { file: file('2026-06-08') };

const backups = 'Le système fictif DOIT garder une sauvegarde chiffrée hors du site principal';
const locks = 'Le système fictif DOIT verrouiller le poste après dix minutes sans activité';
const old = [
  head,
  ['SC.FIC/A.01', 'Premier énoncé fictif', 'Général'],
  ['SC.FIC/A.02', backups, 'Général'],
  ['SC.FIC/A.03', 'Énoncé fictif qui disparaît', 'Général'],
  ['SC.FIC/A.04', 'Énoncé fictif qui reste', 'Général'],
];
const now = [
  head,
  ['SC.FIC/A.01', 'Premier énoncé fictif, précisé', 'Général'],
  ['SC.FIC/B.07', backups, 'Général'],
  ['SC.FIC/B.08', locks, 'Général'],
  ['SC.FIC/A.04', 'Énoncé fictif qui reste', 'Général'],
];

const noteIn = ({ text }: ImportedText) => loadCatalogFile(text, 'f').catalog?.info.succeeds;
const aliasesIn = (result: ImportedText) =>
  Object.fromEntries(
    requirementsIn(result).flatMap(({ id, aliases }) => (aliases === undefined ? [] : [[id, aliases]])),
  );

// @segur ST.IMP.04
describe('importing the next edition', () => {
  it('tells what became of the earlier one, and notes it in the file', async () => {
    const first = await imported(old, oldFile);
    assert.equal(first.change, undefined);
    const { change, ...next } = await imported(now, { ...newFile, former: first.text });
    assert.ok(change);
    assert.deepEqual(
      [change.diff.added, change.diff.removed, change.diff.changed].map((all) => all.map(({ id }) => id)),
      [['SC.FIC/B.08'], ['SC.FIC/A.03'], ['SC.FIC/A.01']],
    );
    assert.deepEqual(
      change.proposed.map(({ before, after, likeness }) => [before, after, likeness]),
      [['SC.FIC/A.02', 'SC.FIC/B.07', 1]],
    );
    assert.deepEqual(noteIn(next), {
      edition: '2025-11-07',
      reworded: ['SC.FIC/A.01'],
      removed: [
        { id: 'SC.FIC/A.03', title: 'Énoncé fictif qui disparaît' },
        { id: 'SC.FIC/A.02', title: noteIn(next)?.removed?.[1]?.title, now: 'SC.FIC/B.07' },
      ],
    });
    assert.deepEqual(aliasesIn(next), {}, 'no alias is written unasked');
  });
  it('writes a former id that was confirmed as an alias, with what the user added under it', async () => {
    const first = await imported(old, oldFile);
    const former = first.text.replace(
      '  - id: SC.FIC/A.02\n',
      '  - id: SC.FIC/A.02\n    theme: le mien\n    aliases: [FIC-2]\n',
    );
    const renumbered = [{ before: 'SC.FIC/A.02', after: 'SC.FIC/B.07' }];
    const next = await imported(now, { ...newFile, former, renumbered });
    assert.deepEqual(aliasesIn(next), { 'SC.FIC/B.07': ['FIC-2', 'SC.FIC/A.02'] });
    assert.equal(requirementsIn(next).find(({ id }) => id === 'SC.FIC/B.07')?.theme, 'le mien');
    assert.deepEqual(next.change?.proposed, []);
    assert.deepEqual(
      next.change.diff.renumbered.map(({ confirmed }) => confirmed),
      [true],
    );
    assert.deepEqual(
      noteIn(next)?.removed?.map(({ id }) => id),
      ['SC.FIC/A.03'],
    );
    assert.deepEqual(noteIn(next)?.reworded, ['SC.FIC/A.01'], 'another number alone is no other text');
  });
  it('keeps the note when the same edition is imported again, and lets a number be confirmed then', async () => {
    const first = await imported(old, oldFile);
    const next = await imported(now, { ...newFile, former: first.text });
    const same = await imported(now, { ...newFile, former: next.text });
    assert.deepEqual([same.text, same.earlier], [next.text, 'same']);
    assert.deepEqual(
      same.change?.proposed.map(({ before, after }) => [before, after]),
      [['SC.FIC/A.02', 'SC.FIC/B.07']],
    );
    const found = chosenRenumberings(['fic/a.02 = FIC/B.07'], false, same.change);
    assert.ok('chosen' in found);
    const confirmed = await imported(now, { ...newFile, former: next.text, renumbered: found.chosen });
    assert.deepEqual(aliasesIn(confirmed), { 'SC.FIC/B.07': ['SC.FIC/A.02'] });
    assert.deepEqual(
      noteIn(confirmed)?.removed?.map(({ id }) => id),
      ['SC.FIC/A.03'],
    );
  });
  it('keeps what an edition in between noted, and forgets what is there again', async () => {
    const first = await imported(old, oldFile);
    const second = await imported(now, { ...newFile, former: first.text });
    const back = [...now.slice(0, 4), ['SC.FIC/A.03', 'Énoncé fictif de retour', 'Général']];
    const third = await imported(back, { file: file('2026-11-01'), former: second.text });
    assert.deepEqual(noteIn(third), {
      edition: '2026-06-08',
      reworded: ['SC.FIC/A.01'],
      removed: [
        { id: 'SC.FIC/A.04', title: 'Énoncé fictif qui reste' },
        { id: 'SC.FIC/A.02', title: noteIn(second)?.removed?.[1]?.title, now: 'SC.FIC/B.07' },
      ],
    });
  });
  it('notes nothing when the same spreadsheet is only read with other columns', async () => {
    const both = [
      [...head, 'Texte court'],
      ['SC.FIC/A.01', 'Un énoncé fictif', 'Général', 'Court'],
    ];
    const first = await imported(both, oldFile);
    const again = await imported(both, { ...oldFile, former: first.text, mapping: { statement: 'Texte court' } });
    assert.equal(again.change?.diff.changed.length, 1);
    assert.equal(noteIn(again), undefined);
  });
  it('refuses pairs of ids that cannot be meant', async () => {
    const first = await imported(old, oldFile);
    const { change } = await imported(now, { ...newFile, former: first.text });
    const fault = (...written: string[]) => {
      const found = chosenRenumberings(written, false, change);
      return 'fault' in found ? render(english, found.fault) : '';
    };
    assert.match(fault('SC.FIC/A.02'), /is no pair of ids/u);
    assert.match(fault('SC.FIC/A.04=SC.FIC/B.07'), /still there/u);
    assert.match(fault('SC.FIC/A.02=SC.FIC/Z.01'), /not in the new edition/u);
    assert.equal(fault('SC.FIC/A.03=SC.FIC/B.07'), '');
    const all = chosenRenumberings(['SC.FIC/A.03=SC.FIC/B.07'], true, change);
    assert.deepEqual('chosen' in all && all.chosen.map(({ before, after }) => `${before} ${after}`), [
      'SC.FIC/A.03 SC.FIC/B.07',
      'SC.FIC/A.02 SC.FIC/B.07',
    ]);
  });
});
