import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../src/base/yaml';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import type { CatalogDocument } from '../../../src/catalog/catalogSchema';
import { catalogText } from '../../../src/import/writeCatalog';
import { tidyText } from '../../../src/import/cellText';
import { foldHeader } from '../../../src/import/headerWords';
import { proofKindIn } from '../../../src/import/proofKindIn';
import { rowRanges } from '../../../src/import/reportText';
import { readCsv } from '../../../src/import/csvSheet';
import { SpreadsheetRefusal } from '../../../src/xlsx/refusal';
import { imported, noticesIn, requirementsIn } from './importing';

const head = ['ID', 'Exigence', 'Profil'];

// @segur ST.IMP.03
describe('writing what was imported', () => {
  it('writes the same text for the same file, and none for a file that is up to date', async () => {
    const rows = [head, ['FIC/A.01', 'E', 'Général']];
    const first = await imported(rows);
    assert.equal(first.earlier, 'none');
    const again = await imported(rows, { former: first.text });
    assert.deepEqual([again.text, again.earlier], [first.text, 'same']);
  });
  it('keeps what the user added to the earlier file, and tells what is gone', async () => {
    const first = await imported([head, ['FIC/A.01', 'E', 'Général'], ['FIC/A.02', 'E2', 'Général']]);
    const edited = first.text
      .replace(
        '  - id: FIC/A.01\n',
        '  - id: FIC/A.01\n    title: Mon titre\n    theme: thème\n    needs: [test]\n    aliases: [OLD.1]\n',
      )
      .concat('  - id: REQ-1\n    title: À la main\nfaq:\n  - id: f1\n    answer: Oui\n');
    const again = await imported([head, ['FIC/A.01', 'Autre énoncé', 'IAM']], { former: edited });
    assert.equal(again.earlier, 'differs');
    const [kept, own, ...others] = requirementsIn(again);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [kept!.statement, kept!.title, kept!.theme, kept!.needs, kept!.aliases, kept!.profiles?.[0]?.profil],
      ['Autre énoncé', 'Mon titre', 'thème', ['test'], ['OLD.1'], 'IAM'],
    );
    assert.deepEqual([own!.id, own!.title], ['REQ-1', 'À la main']);
    assert.equal(loadCatalogFile(again.text, 'f').catalog?.faq[0]?.fields.answer, 'Oui');
    assert.ok(noticesIn(again).includes('information  Kept from the earlier file: FIC/A.01, REQ-1'));
    assert.ok(noticesIn(again).includes('warning  In the earlier file and no longer in this one: FIC/A.02'));
  });
  it('writes any text so that it is read back the same', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map(tidyText)
      .filter((one) => one !== '');
    const lines = fc.array(text, { minLength: 1, maxLength: 4 }).map((all) => tidyText(all.join('\n')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ statement: lines, chapter: text, comment: lines, scenario: lines }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (all) => {
          const document: CatalogDocument = {
            version: 1,
            catalog: { id: 'a', title: 'A' },
            requirements: all.map(({ statement, chapter, comment, scenario }, i) => ({
              id: `FIC/A.${i}`,
              statement,
              chapter,
              comment,
              rows: [i + 2, `Feuille!${i}`],
              scenarios: [{ id: `FIC/A.${i}.01`, text: scenario, proofs: [{ kind: 'autre', text: statement }] }],
            })),
          };
          const { value, problems } = parseYaml(await catalogText(document), 'f');
          assert.deepEqual(problems, []);
          assert.deepEqual(value, document);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('texts of cells', () => {
  it('folds headers', () => {
    const one = 'n exigence';
    for (const written of [
      'N° exigence',
      'n°  d’exigence',
      'No. Exigence',
      'NUMÉRO\nDE L’EXIGENCE',
      'Nº\u00a0exigence :',
      'Num. exigence',
    ]) {
      assert.equal(foldHeader(written), one, written);
    }
  });
  it('guesses what kind of proof a text asks for', () => {
    const texts = [
      'Attestation sur l’honneur',
      'Formulaire du test',
      'Copie d’écran ou vidéo',
      'Vidéo de la séquence',
      'Extrait du code qui permet',
      'Extrait de configuration TLS',
      'Identifiant de l’exécution',
      'Matrice des flux',
      'Quelque chose',
    ];
    assert.deepEqual(texts.map(proofKindIn), [
      'attestation',
      'formulaire',
      'capture',
      'video',
      'code',
      'configuration',
      'rapport',
      'documentation',
      'autre',
    ]);
  });
  it('writes row numbers as ranges', () => {
    assert.equal(rowRanges([3, 4, 4, 5, 9, 11, 12]), '3–5, 9, 11–12');
  });
  it('reads any bytes as CSV, or says why not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          const { sheet } = readCsv(bytes, 'a.csv');
          assert.ok(sheet.rows.every(({ texts }) => texts.length > 0));
        } catch (error) {
          assert.ok(error instanceof SpreadsheetRefusal, String(error));
        }
      }),
      { numRuns: 500 },
    );
  });
});
