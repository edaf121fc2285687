import assert from 'node:assert/strict';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import { openSpreadsheet } from '../../../src/import/openSpreadsheet';
import { createScope } from '../../../src/trace/scope';
import { inLayout, manyRows, row2024 } from '../../support/remFixtures';
import { buildWorkbook } from '../../support/workbookBuilder';
import { imported, noticesIn, refusalOf, requirementsIn, shippedFiles, skippedIn } from './importing';

const short = ['ID', 'Exigence', 'N° scénario', 'Scénario de conformité', 'N° preuve 1', 'Preuve 1'];

// @segur ST.IMP.01
describe('importing a REM', () => {
  it('keeps all that the layout of 2024 says of a requirement', async () => {
    const rows = [
      row2024('SC.FIC/A.01', {
        Commentaire: 'Remarque',
        'N° scénario': 'FIC/A.01.01',
        'Scénario de conformité': 'Étape 1\nÉtape 2',
        'N° preuve 1': 'FIC/A.01.01.01',
        'Preuve 1': 'Attestation fictive',
        'N° preuve 10': 'FIC/A.01.01.10',
        'Preuve 10': 'Vidéo fictive',
        'VA N-1': 'FIC/va1.01',
        Ordre: '1',
      }),
      row2024('SC.FIC/A.01', { 'N° scénario': 'FIC/A.01.02', Profil: 'IAM' }),
      row2024('SC.FIC/A.02', { "Nature de l'exigence": 'PRÉCONISATION' }),
    ];
    const result = await imported(inLayout('rem-2024', rows), { file: 'dossier/REM-FIC-LGC-Va2_20260608.xlsx' });
    assert.equal(result.report.sheets[0]!.layout, 'rem-2024');
    const rem = 'REM-FIC-LGC-Va2';
    assert.deepEqual([result.report.rem, result.report.edition], [rem, '2026-06-08']);
    assert.deepEqual(requirementsIn(result), [
      {
        id: 'SC.FIC/A.01',
        statement: 'Le système fictif DOIT faire ce que dit SC.FIC/A.01.',
        origin: 'imported',
        chapter: 'Chapitre fictif',
        function: 'Fonction fictive de SC.FIC/A.01',
        nature: 'exigence',
        criticality: 'Majeure',
        status: 'Inchangée',
        perimeter: 'Vague 2',
        previous: 'FIC/va1.01',
        comment: 'Remarque',
        rows: [2, 3],
        needs: ['code', 'proof'],
        profiles: [
          { rem, profil: 'Général' },
          { rem, profil: 'IAM' },
        ],
        scenarios: [
          {
            id: 'FIC/A.01.01',
            text: 'Étape 1\nÉtape 2',
            proofs: [
              { id: 'FIC/A.01.01.01', kind: 'attestation', text: 'Attestation fictive' },
              { id: 'FIC/A.01.01.10', kind: 'video', text: 'Vidéo fictive' },
            ],
          },
          { id: 'FIC/A.01.02' },
        ],
      },
      {
        id: 'SC.FIC/A.02',
        statement: 'Le système fictif DOIT faire ce que dit SC.FIC/A.02.',
        origin: 'imported',
        chapter: 'Chapitre fictif',
        function: 'Fonction fictive de SC.FIC/A.02',
        nature: 'préconisation',
        criticality: 'Majeure',
        status: 'Inchangée',
        perimeter: 'Vague 2',
        rows: [4],
        profiles: [{ rem, profil: 'Général' }],
      },
    ]);
    assert.ok(noticesIn(result).some((text) => text.endsWith('Columns of no use here were left out: Ordre')));
  });
  it('reads the layouts of 2022 and of Convergence', async () => {
    const older = await imported(
      inLayout('rem-2022', [
        {
          Section: 'Section fictive',
          Fonction: 'F',
          "Nature de l'exigence": 'Préconisation',
          'N° exigence': 'FIC/A.01',
          "Énoncé de l'exigence (DOIT) ou de la préconisation (PEUT)": 'Le système PEUT',
          'N° scénario': 'FIC/A.01.01',
          'Scénario de conformité': 'S',
          'N° preuve 1': 'FIC/A.01.01.01',
          'Preuve 1': 'P',
        },
      ]),
    );
    assert.equal(older.report.sheets[0]!.layout, 'rem-2022');
    const [requirement] = requirementsIn(older);
    assert.deepEqual(
      [requirement!.id, requirement!.chapter, requirement!.nature, requirement!.statement],
      ['FIC/A.01', 'Section fictive', 'préconisation', 'Le système PEUT'],
    );
    const row = { ID: 'FIC/A.01', Exigence: 'E', 'N° scénario': 'FIC/A.01.01', 'Scénario de conformité': 'S' };
    const convergence = await imported(
      inLayout('convergence', [
        { ...row, 'N° preuve': 'FIC/A.01.01.01', Preuve: 'Capture' },
        { ...row, 'N° preuve': 'FIC/A.01.01.02', Preuve: 'Rapport' },
      ]),
    );
    assert.equal(convergence.report.sheets[0]!.layout, 'convergence');
    assert.deepEqual(
      requirementsIn(convergence)[0]!.scenarios?.map(({ proofs }) => proofs?.map(({ id, kind }) => [id, kind])),
      [
        [
          ['FIC/A.01.01.01', 'capture'],
          ['FIC/A.01.01.02', 'rapport'],
        ],
      ],
    );
    assert.deepEqual(
      noticesIn(convergence).filter((text) => text.startsWith('warning')),
      [],
    );
  });
  it('finds the columns by their headers, in row 7, on two rows, in other words and in any order', async () => {
    const above = [['Référentiel fictif'], [], ['Version du 1er avril'], [], []];
    const rows = [
      ...above,
      ['EXIGENCE', undefined, 'Scénario\u00a0de conformité', undefined],
      ['Libellé', ' N°  ', 'Numéro', 'Texte'],
      ['Le système DOIT', 'FIC/A.01', 'FIC/A.01.01', 'Étape'],
    ];
    const result = await imported(buildWorkbook([{ name: 'E', rows, merges: ['A6:B6', 'C6:D6'] }]));
    assert.deepEqual(result.report.sheets[0]!.headerRows, [6, 7]);
    const [only] = requirementsIn(result);
    assert.deepEqual(
      [only!.id, only!.statement, only!.scenarios],
      ['FIC/A.01', 'Le système DOIT', [{ id: 'FIC/A.01.01', text: 'Étape' }]],
    );
    const seventh = await imported([
      ...above,
      [],
      ['ÉNONCÉ', 'Référence exigence', 'PROFILS '],
      ['Le système DOIT', 'FIC/A.01', 'IAM'],
    ]);
    assert.deepEqual(seventh.report.sheets[0]!.headerRows, [7]);
    assert.deepEqual(
      requirementsIn(seventh).map(({ id, statement }) => [id, statement]),
      [['FIC/A.01', 'Le système DOIT']],
    );
  });
  it('reads columns where the user says they are, by header or by letter, and remembers it in the file', async () => {
    const rows = [
      ['Ma colonne', 'Dit quoi', 'Autre'],
      ['FIC/A.01', 'Le système DOIT', 'x'],
    ];
    assert.match(
      await refusalOf(imported(rows)),
      /closest is row 1 of “Exigences”: A Ma colonne \| B Dit quoi \| C Autre.*--map/u,
    );
    const first = await imported(rows, { mapping: { id: 'MA COLONNE', statement: 'b' } });
    assert.deepEqual(
      requirementsIn(first).map(({ id, statement }) => [id, statement]),
      [['FIC/A.01', 'Le système DOIT']],
    );
    const again = await imported([...rows, ['FIC/A.02', 'Il PEUT', '']], { former: first.text });
    assert.deepEqual(
      requirementsIn(again).map(({ id }) => id),
      ['FIC/A.01', 'FIC/A.02'],
    );
  });
  it('gives merged cells to each of their rows, and rows without an id to the one above', async () => {
    const bytes = buildWorkbook([
      {
        name: 'Exigences',
        rows: [
          short,
          ['1. Gouvernance fictive'],
          ['FIC/A.01', 'E1', 'FIC/A.01.01', 'S1', 'FIC/A.01.01.01', 'P1'],
          [undefined, undefined, 'FIC/A.01.02', 'S2', 'FIC/A.01.02.01', 'P2'],
          ['FIC/A.02', 'E2', 'FIC/A.02.01', 'S1'],
          [undefined, undefined, 'FIC/A.02.02', 'S2'],
        ],
        merges: ['A2:F2', 'A3:A4', 'B3:B4'],
      },
    ]);
    const result = await imported(bytes);
    assert.deepEqual(
      requirementsIn(result).map(({ id, rows, scenarios }) => [id, rows, scenarios?.map((one) => one.id)]),
      [
        ['FIC/A.01', [3, 4], ['FIC/A.01.01', 'FIC/A.01.02']],
        ['FIC/A.02', [5, 6], ['FIC/A.02.01', 'FIC/A.02.02']],
      ],
    );
    assert.deepEqual(skippedIn(result), ['2 a heading: “1. Gouvernance fictive”']);
    assert.ok(noticesIn(result).includes('guess 6 Rows without an id were added to the requirement above them: 1'));
  });
  it('folds spellings of ids, tells of contradictions and repetitions, and believes rows before prefixes', async () => {
    const result = await imported([
      short,
      ['\u00a0SC.FIC/A.02 bis ', 'E', 'FIC/B.07.01', 'S', 'FIC/C.01', 'P'],
      ['FIC/A.02.BIS', 'Autre', 'FIC/B.07.02', 'S2'],
      ['SC.FIC/A.02 BIS', 'E', 'FIC/B.07.01', 'S', 'FIC/C.01', 'P'],
    ]);
    const [only, ...others] = requirementsIn(result);
    assert.deepEqual(others, []);
    assert.deepEqual([only!.id, only!.statement, only!.rows], ['SC.FIC/A.02 BIS', 'E', [2, 3, 4]]);
    assert.deepEqual(
      only!.scenarios?.map(({ id, proofs }) => [id, proofs?.[0]?.id]),
      [
        ['FIC/B.07.01', 'FIC/C.01'],
        ['FIC/B.07.02', undefined],
      ],
    );
    const told = noticesIn(result);
    assert.ok(
      told.includes('warning 3 SC.FIC/A.02 BIS: row 3 contradicts row 2 in “Statement”; the earlier one counts'),
    );
    assert.ok(told.includes('warning 4 SC.FIC/A.02 BIS occurs again with nothing new: row 4 was joined to the first'));
    assert.ok(told.some((text) => text.includes('FIC/A.02 BIS was taken for another spelling of SC.FIC/A.02 BIS')));
    assert.ok(told.some((text) => text.includes('does not start with that of their requirement')));
  });
  it('names the row that said otherwise, which need not be the first one', async () => {
    const result = await imported([
      short,
      ['FIC/A.02', undefined, 'FIC/A.02.01', undefined, 'FIC/C.01', 'P'],
      ['FIC/A.02', 'E', 'FIC/A.02.01', 'S', 'FIC/C.02', 'P'],
      ['FIC/A.02', 'Autre', 'FIC/A.02.01', 'S2', 'FIC/C.03', 'P'],
    ]);
    assert.deepEqual(
      noticesIn(result).filter((text) => text.includes('contradicts')),
      [
        'warning 4 FIC/A.02: row 4 contradicts row 3 in “Statement”; the earlier one counts',
        'warning 4 FIC/A.02: row 4 contradicts row 3 in “Scenario”; the earlier one counts',
      ],
    );
    const [only] = requirementsIn(result);
    assert.deepEqual([only?.statement, only?.scenarios?.[0]?.text], ['E', 'S']);
  });
  it('takes a proof that stands twice in a requirement once, by its number or by its words', async () => {
    const result = await imported([
      [...short, 'N° preuve 2', 'Preuve 2'],
      ['FIC/A.02', 'E', undefined, undefined, 'FIC/C.01', 'P', 'fic/c.01', 'P'],
      ['FIC/A.02', 'E', undefined, undefined, 'FIC/C.02', 'P', undefined, 'P'],
      ['FIC/A.02', 'E', undefined, undefined, undefined, 'Q', 'FIC/C.03', 'Q'],
    ]);
    assert.deepEqual(
      requirementsIn(result)[0]?.proofs?.map(({ id, text }) => [id, text]),
      [
        ['FIC/C.01', 'P'],
        ['FIC/C.02', 'P'],
        [undefined, 'Q'],
      ],
    );
  });
  it('leaves out, with its number and why, each row that is no requirement', async () => {
    const result = await imported([
      short,
      ['FIC/A.01', 'E'],
      ['LGC.VSM/va2.XX', 'à venir', 'x'],
      ['ceci n’est pas un identifiant mais une phrase', 'E'],
      short,
      [undefined, 'Un énoncé sans numéro'],
      [undefined, undefined, undefined, undefined, undefined, undefined, 'ailleurs'],
    ]);
    assert.deepEqual(skippedIn(result), [
      '3 LGC.VSM/va2.XX keeps a place for an id to come',
      '4 “ceci n’est pas un identifiant mais une phrase” is no id',
      '5 the header once more',
      '6 a heading: “Un énoncé sans numéro”',
      '7 nothing in the columns that are read',
    ]);
    assert.deepEqual(
      requirementsIn(result).map(({ id }) => id),
      ['FIC/A.01'],
    );
  });
  it('takes the results of formulas, and nothing of errors', async () => {
    const result = await imported([
      short,
      ['FIC/A.01', { xml: '<c t="str"><f>"a"&amp;"b"</f><v>Le système DOIT</v></c>' }],
      [{ xml: '<c t="e"><f>NA()</f><v>#N/A</v></c>' }, 'E'],
      [{ xml: '<c t="str"><f>A2</f></c>' }, 'E'],
    ]);
    assert.deepEqual(
      requirementsIn(result).map(({ statement }) => statement),
      ['Le système DOIT'],
    );
    assert.deepEqual(
      skippedIn(result).map((text) => text.slice(0, 1)),
      ['3', '4'],
    );
    assert.equal(
      noticesIn(result).filter((text) => /error of a formula|without a saved result|not evaluated/u.test(text)).length,
      3,
    );
  });
  it('chooses the sheets that have the columns, joins several, and says what it passed over', async () => {
    const bytes = buildWorkbook([
      { name: 'Lisez-moi', rows: [['Bonjour']] },
      { name: 'Vague 1', rows: [short, ['FIC/A.01', 'E1', 'FIC/A.01.01', 'S']] },
      { name: 'Vague 2', rows: [short, ['FIC/A.02', 'E2', 'FIC/A.02.01', 'S']] },
      { name: 'Ancienne', rows: [short, ['FIC/A.03', 'E3']], state: 'hidden' },
      {
        name: 'Suivi',
        rows: [
          ['ID', 'Fonction', 'Statut'],
          ['FIC/A.04', 'F', 'fait'],
        ],
      },
    ]);
    const both = await imported(bytes);
    assert.deepEqual(
      requirementsIn(both).map(({ id, rows }) => [id, rows]),
      [
        ['FIC/A.01', ['Vague 1!2']],
        ['FIC/A.02', ['Vague 2!2']],
      ],
    );
    assert.deepEqual(
      both.report.sheets.map(({ name, use, reason }) => [name, use, reason?.template]),
      [
        ['Lisez-moi', 'passed-over', 'no header of a table of requirements was found in it'],
        ['Vague 1', 'read', undefined],
        ['Vague 2', 'read', undefined],
        ['Ancienne', 'passed-over', 'it is hidden'],
        ['Suivi', 'passed-over', 'another sheet has more of the columns'],
      ],
    );
    assert.deepEqual(
      requirementsIn(await imported(bytes, { sheets: ['suivi'] })).map(({ id }) => id),
      ['FIC/A.04'],
    );
    assert.match(
      await refusalOf(imported(bytes, { sheets: ['Nulle part'] })),
      /no sheet “Nulle part”.*Lisez-moi, Vague 1/u,
    );
  });
  it('reads CSV in the encodings and with the separators that programs write', async () => {
    const text =
      'ID;Exigence;N° scénario;Profil\r\n"FIC/A.01";"Le système ""DOIT""\r\nà l’été, et ; encore";FIC/A.01.01;Général\r\n';
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const cp1252 = new Uint8Array(Buffer.from(text.replaceAll('’', '\x92'), 'latin1'));
    const files: [string, Uint8Array][] = [
      ['utf-8', new TextEncoder().encode(text)],
      ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
      ['utf-16le', utf16],
      ['windows-1252', cp1252],
      ['utf-8', new TextEncoder().encode(`sep=;\r\n${text}`)],
    ];
    for (const [encoding, bytes] of files) {
      const result = await imported(bytes, { file: 'REM-FIC-LGC-Va2.csv' });
      assert.deepEqual([result.report.format, result.report.encoding, result.report.delimiter], ['csv', encoding, ';']);
      assert.equal(requirementsIn(result)[0]!.statement, 'Le système "DOIT"\nà l’été, et ; encore');
    }
    for (const delimiter of [',', '\t']) {
      const bytes = new TextEncoder().encode(
        ['ID', 'Exigence', 'Profil'].join(delimiter) + '\n' + ['FIC/A.01', 'E', 'IAM'].join(delimiter),
      );
      assert.equal((await imported(bytes, { file: 'a.csv' })).report.delimiter, delimiter);
    }
  });
  it('reads 2,000 rows, locked, whole', async () => {
    const bytes = buildWorkbook([
      { name: 'Exigences REM vague 2', rows: inLayout('rem-2024', manyRows(2000)), locked: true },
    ]);
    const result = await imported(bytes);
    const { counts, skipped } = result.report;
    assert.deepEqual([counts.rows, skipped.length], [2000, 0]);
    const requirements = requirementsIn(result);
    const scenarios = requirements.flatMap((one) => one.scenarios ?? []);
    assert.deepEqual(
      [requirements.length, scenarios.length, scenarios.flatMap((one) => one.proofs ?? []).length],
      [counts.requirements, counts.scenarios, counts.proofs],
    );
    assert.equal(scenarios.length, 2000);
  });
  it('says that macros were not run, and which REM is unknown', async () => {
    const bytes = buildWorkbook([{ name: 'E', rows: [short, ['FIC/A.01', 'E']] }], { macros: true });
    const result = await imported(bytes, { file: 'exigences.xlsm' });
    assert.equal(result.report.format, 'xlsm');
    assert.ok(noticesIn(result).some((text) => text.includes('neither run nor read')));
    assert.ok(noticesIn(result).some((text) => text.startsWith('warning') && text.includes('--rem')));
    assert.equal((await imported(bytes, { file: 'x.xlsm', rem: 'REM-HOP-DPI-Va2' })).report.rem, 'REM-HOP-DPI-Va2');
  });
  it('refuses tables without requirements in words', async () => {
    assert.match(
      await refusalOf(imported(new TextEncoder().encode('a;b\nc;d\n'), { file: 'x.csv' })),
      /closest is row 1/u,
    );
    assert.match(
      await refusalOf(openSpreadsheet(new Uint8Array([0, 1, 2, 0]), 'x.csv')),
      /neither an Excel workbook nor a text/u,
    );
    assert.match(await refusalOf(openSpreadsheet(new Uint8Array(), 'x.xlsx')), /empty/u);
    assert.match(
      await refusalOf(imported([short, ['Une phrase sans numéro aucun', 'E', 'x']])),
      /No row below the header/u,
    );
  });
  it('joins the guidance that ships to what was imported, under either spelling', async () => {
    const rows = [
      row2024('SSI/GEN.21', { Exigence: 'Énoncé fictif', 'N° scénario': 'SSI/GEN.21.01' }),
      row2024('SC.SSI/GEN.04', { Exigence: 'De nouveau demandée' }),
      row2024('SC.SSI/GEN.05', { 'Statut publication': 'Obsolète' }),
      row2024('SC.FIC/A.01'),
    ];
    const result = await imported(inLayout('rem-2024', rows));
    assert.equal(result.report.counts.known, 3);
    const { catalog: file } = loadCatalogFile(result.text, 'requirements/rem.yaml');
    const { catalog, problems } = mergeCatalogs([...shippedFiles, file!]);
    assert.deepEqual(problems, []);
    const backup = catalog.requirement('SC.SSI/GEN.21')!;
    assert.deepEqual(
      [backup.statement, backup.origin, backup.chapter],
      ['Énoncé fictif', 'imported', 'Chapitre fictif'],
    );
    // Ours stay: a short subject, what it needs, the list of points.
    assert.match(backup.title, /sauvegarde/iu);
    assert.ok(backup.checklist.length > 0);
    assert.ok(catalog.guidance('SC.SSI/GEN.21').some(({ entry }) => entry.id === 'a02'));
    assert.equal(catalog.resolve('SSI/GEN.21.01').targets[0]?.requirement, 'SC.SSI/GEN.21');
    assert.ok(backup.profiles.some(({ rem }) => rem === 'REM-FIC-LGC-Va2'));
    assert.ok(backup.profiles.some(({ dispositif }) => dispositif === 'DPI'));
    assert.ok(!backup.profiles.some(({ dispositif }) => dispositif === 'LGC'));
    assert.deepEqual(
      [catalog.requirement('SC.SSI/GEN.04')?.obsolete, catalog.requirement('SC.SSI/GEN.05')?.obsolete],
      [false, true],
    );
    assert.equal(catalog.requirement('SC.FIC/A.01')?.title, 'Fonction fictive de SC.FIC/A.01');
  });
});

describe('profils of imported requirements', () => {
  const requirement = (profiles: string) =>
    loadCatalogFile(
      `version: 1\nrequirements: [{id: A.1, title: A, profiles: ${profiles}}, {id: A.2, title: B, profiles: [{dispositif: DPI, profil: Général}]}]`,
      'f.yaml',
    ).catalog!;
  const scopeOf = (profiles: string, dispositif: string) => {
    const { catalog } = mergeCatalogs([requirement(profiles)]);
    return createScope(catalog, { dispositif, profils: ['IAM'] })(catalog.requirement('A.1')!);
  };

  it('count for every dispositif where no REM is named, and tell nothing of the dispositifs that others know', () => {
    assert.equal(scopeOf('[{profil: IAM}]', 'DPI'), 'applicable');
    assert.equal(scopeOf('[{profil: Autre}]', 'DPI'), 'out-of-profile');
    assert.equal(scopeOf('[{rem: REM-MDV-LGC-Va2, profil: IAM}]', 'DPI'), 'out-of-profile');
    const { catalog } = mergeCatalogs([requirement('[{profil: IAM}]')]);
    assert.equal(createScope(catalog, { dispositif: 'DUI', profils: [] })(catalog.requirement('A.2')!), 'unknown');
  });
});
