import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProblemCode } from '../../../src/base/problem';
import { partsOf } from '../report/xlsx/reading';
import { pseudoCommand, unmarked } from './pseudoLocale';

/** What people wrote here is Greek: Latin letters outside of the marks are ours, and nobody translated them. */
const FILES: Readonly<Record<string, string>> = {
  'segur.yaml': `version: 1
product: { name: Ωμέγα, version: 4.2.0 }
profile: { couloir: ΑΒΓ, dispositif: ΔΕΖ, profils: [ΠΠΠ] }
catalogs: [own.yaml]
scan: { sensitive: ['src/**'] }
results: ['results/*.xml']
proofs:
  - { for: X.2, kind: documentation, files: 'pr/*.md', date: 2026-09-01, author: Σσς, covers: [a1] }
  - { for: X.3, kind: attestation, value: '123', date: 2025-01-01, expires: 2025-12-01 }
  - { for: X.4, kind: formulaire, files: 'pr/none.pdf', date: 2026-09-01 }
  - { for: X.5, kind: formulaire, files: 'pr/*.md', date: 2025-12-20 }
  - { for: X.99, kind: capture, value: '1' }
decisions:
  - { for: X.6, status: not-applicable, reason: ρρρ, by: βββ, date: 2026-09-01, expires: 2027-09-01 }
  - { for: X.7, status: accepted-gap, reason: γγγ, date: 2026-01-01, expires: 2026-09-01 }
`,
  'own.yaml': `version: 1
catalog: { id: own, title: Κατάλογος }
requirements:
  - { id: X.1, title: Τίτλος, statement: Κείμενο, chapter: Κεφάλαιο, theme: Θέμα, needs: [code, test], profiles: [{ dispositif: ΔΕΖ, profil: ΠΠΠ }] }
  - { id: X.2, title: Τίτλος, chapter: Κεφάλαιο, needs: [proof], checklist: [{ id: a1, text: ααα }, { id: b2, text: βββ }] }
  - { id: X.3, title: Τίτλος, chapter: Κεφάλαιο, needs: [proof] }
  - { id: X.4, title: Τίτλος, chapter: Κεφάλαιο, needs: [proof] }
  - { id: X.5, title: Τίτλος, needs: [proof], nature: préconisation }
  - { id: X.6, title: Τίτλος, needs: [code] }
  - { id: X.7, title: Τίτλος, needs: [code] }
  - { id: X.8, title: Τίτλος, needs: [proof, test] }
  - { id: X.9, title: Τίτλος, aliases: [Y.9], needs: [code], obsolete: true }
faq:
  - { id: 'α-1', question: Ερώτηση, answer: Απάντηση., requirements: [{ id: X.1 }] }
`,
  'src/a.ts': `// @segur X.1
export function a1() {}
// @segur X.55
export function b2() {}
export function c3() {}
// X.6
// @segur partial X.7~2 - σημ
export function d4() {}
// @segur X.9, Y.9
let e = 1;
// @segur todo X.8
let f = 2;
`,
  'test/a.test.ts': '// @segur X.1\nit("αα", () => {});\n// @segur X.8\nit("ββ", () => {});\n',
  'results/r.xml':
    '<testsuite name="ΣΣ"><testcase name="αα" classname="test" file="test/a.test.ts"/><testcase name="ββ" classname="test" file="test/a.test.ts"><failure message="λλ"/></testcase></testsuite>',
  'pr/a.md': '# ΔΔΔ\n\n## ααα\n\nκκκ\n\n## βββ\n\n',
  'REM-MDV-LGC-Va2.csv': 'N° exigence;Enonce;Profil\nX.1;Κείμενο;ΠΠΠ\n;α;β\nX.1;Κ;ΠΠΠ\n',
};

/** What stays as it is in every language: names of files, options and their values, codes of problems, kinds of code. */
const MACHINE = new RegExp(
  [
    String.raw`[\w/-]+(?:\.[\w*-]+)*\.(?:ts|ya?ml|md|pdf|xml|csv|json|xlsx|zip|sarif|html)(?![\p{L}])`,
    String.raw`(?<![\w-])--?[a-z][a-z-]*`,
    String.raw`segur-trace(?: [a-z]+)?`,
    '<fr.en>',
    'preuves/',
    String.raw`(?<=⟧| )\.(?:zip|yaml|xlsx)\b`,
    String.raw`\btraces\b`,
    String.raw`\bsrc\b`,
    'REM-MDV-LGC-Va2',
    'exigence|Enonce|Profil',
    'matrix/',
    String.raw`(?<=\()[a-z-]+(?=\))`,
    ...Object.values(ProblemCode),
    '(?<=  )function(?= )',
  ].join('|'),
  'gu',
);

/** The Latin words of a text that stand outside of the marks and are not a machine's. */
function untranslated(text: string): string[] {
  const rest = unmarked(text).replace(MACHINE, ' ');
  return [...new Set(rest.match(/\p{Script=Latin}[\p{Script=Latin}’'-]{2,}(?: \p{Script=Latin}{2,})*/gu) ?? [])];
}

/** What a browser shows or says of a page. */
function shownOf(page: string): string {
  return page
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<[^>]*>/gu, (tag) =>
      [...tag.matchAll(/\b(?:title|aria-label|placeholder|alt)="([^"]*)"/gu)].map(([, text = '']) => text).join('\n'),
    )
    .replace(/&nbsp;/gu, ' ');
}

// @segur ST.LNG.01
describe('segur-trace in a language of marks', function () {
  this.timeout(180_000);
  let folder: string;
  let pseudo: Awaited<ReturnType<typeof pseudoCommand>>;

  before(async () => {
    pseudo = await pseudoCommand();
    folder = mkdtempSync(join(tmpdir(), 'segur-marks-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  after(() => {
    pseudo.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: string[]): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
    return spawnSync(process.execPath, [pseudo.command, '--lang', 'fr', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
  }

  /** Lines of the command itself in the help: `sub [options] <file>`, and the examples. */
  const withoutGrammar = (help: string) =>
    help
      .replace(/^ {2}segur-trace .*?(?=⟦|$)/gmu, '')
      .replace(/^ {2}[a-z]+(?= )/gmu, '')
      .replace(/^(⟦Usage:⟧) \S+.*$/gmu, (line) => line.replace(/ (?!⟦)[a-z-]+/gu, ' '));

  it('has a help without a word that is not translated, of every subcommand', () => {
    const help = run('--help').stdout;
    const names = [...help.matchAll(/^ {2}([a-z]+) (?=[\[<⟦ ])/gmu)].map(([, name = '']) => name);
    assert.ok(names.length >= 17, names.join());
    for (const name of ['', ...names]) {
      const text = run(...(name === '' ? [] : [name]), '--help').stdout;
      assert.match(text, /⟦Usage:⟧/u, name);
      assert.deepEqual(untranslated(withoutGrammar(text)), [], name);
    }
  });

  for (const args of [
    ['status'],
    ['check', '--fail-on', 'error,gaps,unclaimed'],
    ['check', '--format', 'markdown'],
    ['links', '--units'],
    ['links', '--file', 'src/a.ts'],
    ['unclaimed'],
    ['unclaimed', '--files'],
    ['show', 'X.1'],
    ['show', 'X.2'],
    ['show', 'X.5'],
    ['show', 'X.7'],
    ['faq'],
    ['faq', 'ωωω'],
    ['matrix', '--format', 'md'],
    ['lock', '--dry-run'],
    ['import', 'REM-MDV-LGC-Va2.csv', '--dry-run'],
    ['pack', '--out', 'p.zip'],
    ['verify', 'p.zip'],
    ['init', '.'],
    ['init', 'src'],
  ]) {
    it(`says nothing untranslated: ${args.join(' ')}`, () => {
      const { stdout, stderr } = run(...args);
      assert.match(stdout + stderr, /⟦/u);
      assert.deepEqual(untranslated(`${stdout}\n${stderr}`), []);
    });
  }

  it('has a page, a table and a workbook of the matrix without a word that is not translated', () => {
    assert.deepEqual(untranslated(shownOf(run('matrix', '--format', 'html').stdout)), []);
    assert.deepEqual(untranslated(run('matrix', '--format', 'csv').stdout), []);
    assert.equal(run('matrix', '--format', 'xlsx', '--out', 'm.xlsx').status, 0);
    const parts = partsOf(readFileSync(join(folder, 'm.xlsx')));
    const texts = [...parts].flatMap(([name, part]) =>
      /sheet\d+\.xml$|sharedStrings/u.test(name)
        ? [...part.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)].map(([, text = '']) => text)
        : [],
    );
    assert.ok(texts.length > 20);
    assert.deepEqual(untranslated(texts.join('\n')), []);
  });

  for (const args of [
    [],
    ['--nope'],
    ['statsu'],
    ['show'],
    ['matrix'],
    ['matrix', '--format'],
    ['matrix', '--format', 'pdf'],
    ['status', 'a', 'b'],
    ['status', '--format', 'zz'],
    ['status', 'none'],
    ['status', '--marker', 'x'],
    ['check', '--fail-on', 'zz'],
    ['check', '--baseline', 'own.yaml'],
    ['check', '--report', 'a.pdf'],
    ['show', 'X.99'],
    ['help', 'nope'],
    ['--lang'],
    ['merge'],
    ['lock', '--requirement', 'ZZZ'],
    ['import', 'none.csv'],
    ['fill', 'REM-MDV-LGC-Va2.csv', '--out', 'f.xlsx'],
  ]) {
    it(`tells in the user's language what is wrong: segur-trace ${args.join(' ')}`, () => {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^(?:\S+: )?⟦.*⟧/u);
      assert.deepEqual(untranslated(stderr), []);
    });
  }
});
