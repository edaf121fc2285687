import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLayout, row2024 } from '../../support/remFixtures';
import { buildWorkbook } from '../../support/workbookBuilder';
import { builtCommand } from './builtCommand';

// @segur ST.IMP.01
describe('segur-trace import', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-import-'));
    const rows = [row2024('SSI/GEN.21', { Exigence: 'Énoncé fictif' }), row2024('SC.FIC/A.01')];
    writeFileSync(
      join(folder, 'REM-FIC-DPI-Va2.xlsx'),
      buildWorkbook([{ name: 'Exigences', rows: inLayout('rem-2024', rows) }]),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: string[]) {
    const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
    return spawnSync(process.execPath, [builtCommand(), ...args], { cwd: folder, env, encoding: 'utf8' });
  }
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const out = 'requirements/rem-fic-dpi-va2.yaml';

  it('writes a catalogue that the other commands read with the FAQ joined, once it is named', () => {
    const first = run('import', 'REM-FIC-DPI-Va2.xlsx');
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /2 requirements, 0 scenarios, 0 expected proofs from 2 rows/u);
    assert.match(first.stderr, /name it in segur\.yaml, or add --add: catalogs: \['builtin:segur-v2', 'requirements/u);
    assert.ok(!existsSync(join(folder, 'segur.yaml')));
    writeFileSync(join(folder, 'segur.yaml'), '# ours\nversion: 1\nprofile: { dispositif: DPI }\n');
    const added = run('import', 'REM-FIC-DPI-Va2.xlsx', '--add');
    assert.match(added.stderr, /up to date.*\n.*names it now/u);
    assert.equal(
      read('segur.yaml'),
      `# ours\nversion: 1\nprofile: { dispositif: DPI }\ncatalogs:\n  - builtin:segur-v2\n  - ${out}\n`,
    );
    assert.equal(run('import', 'REM-FIC-DPI-Va2.xlsx', '--add').status, 0);
    assert.equal(read('segur.yaml').split(out).length, 2);
    const shown = run('show', 'GEN.21').stdout;
    assert.match(shown, /Criticality: Majeure[^]*Status of publication: Inchangée[^]*Général[^]*Rows of the REM: 2\n/u);
    assert.match(run('show', 'GEN.21', '--format', 'json').stdout, /"criticality": "Majeure"[^]*"rows": \[\s*2\s*\]/u);
    assert.match(shown, /Énoncé fictif/u);
    assert.match(shown, /RACI/u);
    const json = JSON.parse(run('import', 'REM-FIC-DPI-Va2.xlsx', '--format', 'json').stdout) as {
      out: string;
      written: boolean;
      counts: { known: number };
      sheets: { columns: { column: string; field?: string }[] }[];
    };
    assert.deepEqual([json.out, json.written, json.counts.known], [out, false, 1]);
    assert.ok(json.sheets[0]?.columns.some(({ column, field }) => column === 'B' && field === 'id'));
  });
  it('writes over nothing unless asked to, and then keeps the earlier file', () => {
    assert.equal(run('import', 'REM-FIC-DPI-Va2.xlsx', '--dry-run').status, 0);
    assert.ok(!existsSync(join(folder, 'requirements')));
    assert.equal(run('import', 'REM-FIC-DPI-Va2.xlsx').status, 0);
    const edited = `${read(out).replace('  - id: SC.FIC/A.01\n', '  - id: SC.FIC/A.01\n    title: Le mien\n')}# mine\n`;
    writeFileSync(join(folder, out), edited);
    const refused = run('import', 'REM-FIC-DPI-Va2.xlsx', '--edition', '2026-06');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /exists already.*--force/u);
    assert.equal(read(out), edited);
    const forced = run('import', 'REM-FIC-DPI-Va2.xlsx', '--edition', '2026-06', '--force');
    assert.equal(forced.status, 0, forced.stderr);
    assert.match(read(out), /title: Le mien\n[^]*edition|edition: 2026-06[^]*title: Le mien/u);
    assert.equal(read(`${out}.bak`), edited);
    assert.equal(run('import', 'REM-FIC-DPI-Va2.xlsx', '--edition', '2026-07', '--force').status, 0);
    assert.deepEqual(readdirSync(join(folder, 'requirements')).sort(), [
      'rem-fic-dpi-va2.yaml',
      'rem-fic-dpi-va2.yaml.bak',
      'rem-fic-dpi-va2.yaml.bak2',
    ]);
  });
  it('compares with the earlier edition, and writes a former id once it is confirmed', () => {
    const kept = { Exigence: 'Le système fictif DOIT garder une sauvegarde chiffrée hors du site' };
    const edition = (name: string, rows: ReturnType<typeof row2024>[]) =>
      writeFileSync(join(folder, name), buildWorkbook([{ name: 'Exigences', rows: inLayout('rem-2024', rows) }]));
    edition('REM-FIC-DPI-Va2_2025-11-07.xlsx', [
      row2024('SC.FIC/A.01', { Exigence: 'Énoncé fictif' }),
      row2024('SC.FIC/A.02', kept),
    ]);
    edition('REM-FIC-DPI-Va2_2026-06-08.xlsx', [
      row2024('SC.FIC/A.01', { Exigence: 'Énoncé fictif précisé' }),
      row2024('SC.FIC/B.07', kept),
    ]);
    assert.equal(run('import', 'REM-FIC-DPI-Va2_2025-11-07.xlsx').status, 0);
    const next = ['import', 'REM-FIC-DPI-Va2_2026-06-08.xlsx', '--force'];
    const tried = run(...next, '--dry-run');
    assert.match(tried.stdout, /From REM-FIC-DPI-Va2 \(2025-11-07\) to REM-FIC-DPI-Va2 \(2026-06-08\)/u);
    assert.match(tried.stdout, /SC\.FIC\/A\.01[^]*Énoncé fictif\{\+ précisé\+\}/u);
    assert.match(tried.stderr, /--renumbered SC\.FIC\/A\.02=SC\.FIC\/B\.07 .*\(86 % alike\)/u);
    assert.equal(run(...next).status, 0);
    assert.doesNotMatch(read(out), /^ +aliases:/mu);
    const wrong = run(...next, '--renumbered', 'SC.FIC/A.01=SC.FIC/B.07');
    assert.deepEqual([wrong.status, wrong.stderr.includes('still there')], [2, true], wrong.stderr);
    const named = run(...next, '--renumbered', 'FIC/A.02=SC.FIC/B.07', '--format', 'json');
    assert.equal(named.status, 0, named.stderr);
    assert.match(read(out), /id: SC\.FIC\/B\.07\n[^]* aliases:\n {6}- SC\.FIC\/A\.02/u);
    const { comparison } = JSON.parse(named.stdout) as { comparison: { kind: string; removed: { id: string }[] } };
    assert.deepEqual([comparison.kind, comparison.removed], ['catalogs', []]);
    assert.doesNotMatch(named.stderr, /another number/u);
  });
  it('ends with status 2 and a remedy for what it cannot read', () => {
    writeFileSync(join(folder, 'x.xlsx'), 'no');
    const { status, stdout, stderr } = run('import', 'x.xlsx', '--lang', 'fr');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /x\.xlsx\s: Ce n’est pas un classeur Excel.*enregistrez-le en \.xlsx/u);
    assert.equal(run('import', 'absent.xlsx').status, 2);
    assert.match(run('import', 'REM-FIC-DPI-Va2.xlsx', '--map', 'nom=A').stderr, /FIELD=HEADER/u);
  });
});
