import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { partsOf } from '../report/xlsx/reading';
import { builtCommand } from './builtCommand';

const root = join(__dirname, '../../..');

// @segur ST.CLI.01
describe('segur-trace', function () {
  this.timeout(60_000);
  let folder: string;
  let command: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-cli-'));
    command = builtCommand();
    const work = join(folder, 'work');
    mkdirSync(join(work, 'test'), { recursive: true });
    writeFileSync(join(work, 'a.ts'), '// @segur SC.SSI/IE.38\nexport function close() {}\n');
    writeFileSync(join(work, 'test', 'a.ts'), '// @segur IE.38\nit("closes", () => {});\n');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: string[]) {
    const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
    return spawnSync(process.execPath, [command, ...args], { cwd: join(folder, 'work'), env, encoding: 'utf8' });
  }

  it('begins a project with a segur.yaml that it reads without a problem, and leaves one that exists', () => {
    const begun = join(folder, 'begun');
    mkdirSync(begun);
    writeFileSync(join(begun, 'composer.json'), '{"name": "acme/dossier", "version": "4.2.0"}');
    const first = run('init', begun, '--lang', 'fr');
    assert.equal(first.status, 0, first.stderr);
    assert.equal(first.stdout, '');
    const file = join(begun, 'segur.yaml');
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^#product: \{ name: acme\/dossier, version: 4\.2\.0 \}$/mu);
    assert.match(text, /^# Décisions/mu);
    assert.match(text, /^# dispositif: .*\bDPI\b/mu);
    assert.deepEqual(readdirSync(begun).sort(), ['composer.json', 'segur.yaml']);
    assert.equal(run('check', begun).status, 0);
    const second = run('init', begun);
    assert.equal(second.status, 2);
    assert.match(second.stderr, /segur\.yaml exists already: it stays as it is/u);
    assert.equal(readFileSync(file, 'utf8'), text);
    assert.equal(run('init', join(folder, 'nowhere')).status, 2);
  });

  it('holds requirements against the results of their tests', () => {
    const tested = join(folder, 'tested');
    mkdirSync(join(tested, 'build'), { recursive: true });
    mkdirSync(join(tested, 'test'), { recursive: true });
    const results = (state: string) =>
      `<testsuite name="sessions"><testcase name="closes" classname="test" file="/ci/x/test/a.test.ts">${state}</testcase></testsuite>`;
    writeFileSync(join(tested, '.gitignore'), 'build/\n');
    writeFileSync(join(tested, 'segur.yaml'), 'version: 1\nresults: build/*.xml\n');
    writeFileSync(join(tested, 'a.ts'), '// @segur SC.SSI/IE.38\nexport function close() {}\n');
    writeFileSync(
      join(tested, 'test', 'a.test.ts'),
      "describe('sessions', () => {\n  // @segur SC.SSI/IE.38\n  it('closes', () => {});\n});\n",
    );
    const matrix = (): { state: string; links: { tests?: object }[]; gaps: string[] } | undefined => {
      const { status, stdout, stderr } = run('matrix', tested, '--format', 'json');
      assert.equal(status, 0, stderr);
      const { requirements } = JSON.parse(stdout) as {
        requirements: { id: string; state: string; links: { tests?: object }[]; gaps: string[] }[];
      };
      return requirements.find(({ id }) => id === 'SC.SSI/IE.38');
    };
    assert.deepEqual(
      matrix()?.links.map(({ tests }) => tests),
      [undefined, undefined],
    );
    writeFileSync(join(tested, 'build', 'r.xml'), results('<failure message="stays open"/>'));
    const failed = matrix();
    const notPassed = [
      { name: 'sessions › closes', outcome: 'failed', message: 'stays open', file: 'build/r.xml', line: 1 },
    ];
    assert.deepEqual(failed?.links[1]?.tests, { state: 'failed', passed: 0, failed: 1, skipped: 0, notPassed });
    const gap = 'failed test: test/a.test.ts:2 — sessions › closes: stays open';
    assert.ok(failed.gaps.includes(gap), failed.gaps.join('\n'));
    assert.ok(run('status', tested).stdout.includes(gap));
    assert.match(run('show', 'IE.38', '--dir', tested).stdout, /a\.test\.ts:2 verifies sessions › closes ✗ failed/u);
    assert.match(run('matrix', tested, '--format', 'md').stdout, /✗ failed/u);
    assert.match(run('matrix', tested, '--format', 'csv').stdout, /✗ failed/u);
    assert.match(run('matrix', tested, '--format', 'html').stdout, /✗ failed/u);
    writeFileSync(join(tested, 'build', 'r.xml'), results(''));
    assert.ok(matrix()?.gaps.every((text) => !text.includes('test')));
    writeFileSync(join(tested, 'build', 'r.xml'), '<!DOCTYPE a [<!ENTITY b "c">]><testsuite/>');
    const checked = run('check', tested, '--fail-on', 'results');
    assert.equal(checked.status, 1);
    assert.match(checked.stdout, /^build\/r\.xml:1:\d+: error: .*entities.*\[results\.malformed\]$/mu);
  });

  it('lists every annotation at its place', () => {
    const { status, stdout } = run('links', '--format', 'json');
    assert.equal(status, 0);
    const { version, links, stats } = JSON.parse(stdout) as {
      version: number;
      links: object[];
      stats: { files: number };
    };
    assert.equal(version, 1);
    assert.equal(stats.files, 2);
    assert.deepEqual(
      links.map((link) => Object.fromEntries(Object.entries(link).filter(([key]) => key !== 'unit'))),
      [
        {
          file: 'a.ts',
          line: 1,
          column: 11,
          endColumn: 23,
          verb: 'implements',
          id: 'SC.SSI/IE.38',
          raw: 'SC.SSI/IE.38',
          state: 'ok',
        },
        {
          file: 'test/a.ts',
          line: 1,
          column: 11,
          endColumn: 16,
          verb: 'verifies',
          id: 'SC.SSI/IE.38',
          raw: 'IE.38',
          state: 'ok',
        },
      ],
    );
  });

  it('names the code that links speak of in the matrix, and with its links where it is asked to', () => {
    interface Linked {
      readonly unit?: { readonly kind: string; readonly name: string; readonly hash: string };
    }
    const unitsOf = (links: readonly Linked[]): string[] =>
      links.map(({ unit }) => (unit === undefined ? '-' : `${unit.kind} ${unit.name}`));
    const linked = (...args: string[]): readonly Linked[] =>
      (JSON.parse(run('links', '--format', 'json', ...args).stdout) as { readonly links: readonly Linked[] }).links;
    assert.deepEqual(unitsOf(linked()), ['-', '-']);
    const named = linked('--units');
    assert.deepEqual(unitsOf(named), ['function close', 'test closes']);
    assert.ok(named.every(({ unit }) => /^[0-9a-f]{16}$/u.test(unit?.hash ?? '')));
    assert.match(run('links', '--units').stdout, /a\.ts:1 .* close\n/u);
    assert.match(run('matrix', '--format', 'csv').stdout, /\bclose\b/u);
    assert.match(run('show', 'IE.38').stdout, /a\.ts:1 .* close\n/u);
  });

  it('names code by the look of its lines, and says so, where the parsers are missing', () => {
    const grammars = join(dirname(command), 'grammars');
    renameSync(grammars, `${grammars}.away`);
    try {
      const { status, stdout, stderr } = run('links', '--units');
      assert.equal(status, 0);
      assert.match(stdout, /a\.ts:1 .* close\n/u);
      assert.equal(stderr.match(/A parser could not be used/gu)?.length, 1);
    } finally {
      renameSync(`${grammars}.away`, grammars);
    }
  });

  it('ends with 0 when done, 1 on what it was asked to fail on, 2 on wrong usage', () => {
    assert.equal(run('check').status, 0);
    assert.equal(run('check', '--fail-on', 'gaps').status, 1);
    assert.equal(run('check', '--fail-on', 'hint').status, 1);
    for (const wrong of [
      ['check', '--fail-on', 'nonsense'],
      ['matrix', '--format', 'pdf'],
      ['matrix', '--format', 'html,csv'],
      ['show', 'X.99'],
      ['status', 'nowhere'],
      ['links', '--colour'],
      ['unheard'],
    ]) {
      const { status, stdout, stderr } = run(...wrong);
      assert.equal(status, 2, wrong.join(' '));
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    }
  });

  it('writes what the gate found for CI systems: to the output and to files by their names', () => {
    const reports = ['segur.sarif', 'junit.xml', 'summary.md', 'gate.json'].map((name) =>
      join(folder, 'reports', name),
    );
    const { status, stdout } = run('check', '--format', 'sarif', ...reports.flatMap((file) => ['--report', file]));
    assert.equal(status, 0);
    const [sarif = '', junit = '', markdown = '', json = ''] = reports.map((file) => readFileSync(file, 'utf8'));
    assert.equal(sarif, stdout);
    assert.equal((JSON.parse(sarif) as { version: string }).version, '2.1.0');
    assert.match(junit, /^<\?xml .*\n<testsuites name="segur-trace" tests="[1-9]/u);
    assert.match(markdown, /^## /u);
    assert.equal((JSON.parse(json) as { failed: boolean }).failed, false);
    assert.equal(run('check', '--report', 'report.pdf').status, 2);
  });

  it('fails on nothing that a baseline holds already, and on what got worse', () => {
    run('matrix', '--format', 'json', '--out', join(folder, 'base.json'));
    assert.equal(run('check', '--fail-on', 'error,gaps', '--baseline', join(folder, 'base.json')).status, 0);
    writeFileSync(join(folder, 'work', 'b.ts'), '// @segur SC.SSI/GEN.99\n');
    assert.equal(run('check', '--fail-on', 'error,gaps', '--baseline', join(folder, 'base.json')).status, 1);
    rmSync(join(folder, 'work', 'b.ts'));
    assert.equal(run('check', '--baseline', command).status, 2);
  });

  it('writes several formats into a folder, the same bytes each time', () => {
    const read = (name: string): string[] => {
      const { status } = run('matrix', '--format', 'html,md,csv,xlsx,json', '--out', join(folder, name));
      assert.equal(status, 0);
      return readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'latin1'));
    };
    const first = read('one');
    assert.equal(first.length, 5);
    assert.deepEqual(read('two'), first);
  });

  it('leads from the workbook to the code in the repository, at the commit, where it is told its address', () => {
    const cloned = join(folder, 'cloned');
    mkdirSync(join(cloned, 'product'), { recursive: true });
    writeFileSync(join(cloned, 'product', 'a.ts'), '// @segur SC.SSI/IE.38\n');
    const matrix = ['matrix', join(cloned, 'product'), '--format', 'xlsx', '--out', join(cloned, 'm.xlsx')];
    const inRepository = [...matrix, '--repository', 'https://example.org/o/r'];
    const none = run(...inRepository);
    assert.equal(none.status, 2, none.stderr);
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', cloned, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        encoding: 'utf8',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    const { status, stderr } = run(...inRepository);
    assert.equal(status, 0, stderr);
    const links = partsOf(readFileSync(join(cloned, 'm.xlsx'))).get('xl/worksheets/_rels/sheet3.xml.rels') ?? '';
    assert.ok(links.includes(`https://example.org/o/r/blob/${git('rev-parse', 'HEAD').trim()}/product/a.ts#L1`), links);
    assert.equal(run(...matrix, '--repository', 'javascript:alert(1)').status, 2);
  });

  it('writes the whole answer through a slow pipe, and minds no reader that leaves', () => {
    const whole = run('faq', '--format', 'json').stdout;
    const slow = execFileSync('sh', ['-c', `"${process.execPath}" "${command}" faq --format json | (sleep 1; cat)`], {
      cwd: join(folder, 'work'),
      encoding: 'utf8',
    });
    assert.equal(slow, whole);
    const head = spawnSync('sh', ['-c', `"${process.execPath}" "${command}" faq | head -1`], {
      cwd: join(folder, 'work'),
      encoding: 'utf8',
    });
    assert.equal(head.stderr, '');
  });

  it('shows a requirement and the FAQ in French and in English', () => {
    assert.match(run('show', 'gen.18', '--lang', 'fr').stdout, /SC\.SSI\/GEN\.18[\s\S]*FAQ/u);
    assert.match(run('--help', '--lang', 'fr').stdout, /Exemples/u);
    assert.match(run('--help').stdout, /Examples/u);
    assert.match(run('faq', 'sauvegarde').stdout, /RACI/u);
  });

  it('packs the evidence into the same bytes each time, and notices what was changed in it', () => {
    const dossier = join(folder, 'dossier');
    cpSync(join(root, 'examples', 'dossier-patient'), dossier, { recursive: true });
    const packed = (name: string, ...more: string[]) => {
      const out = join(folder, name);
      const { status, stdout, stderr } = run('pack', dossier, '--out', out, ...more);
      return { out, status, stdout, stderr };
    };
    const one = packed('one.zip');
    assert.equal(one.status, 0, one.stderr);
    assert.equal(one.stdout, '');
    assert.ok(readFileSync(one.out).equals(readFileSync(packed('two.zip').out)));

    const sound = run('verify', one.out, '--format', 'json');
    assert.equal(sound.status, 0);
    const { fingerprint, files } = JSON.parse(sound.stdout) as { fingerprint: string; files: number };
    assert.ok(files > 10 && one.stderr.includes(fingerprint));
    const bytes = readFileSync(one.out, 'latin1');
    const changed = join(folder, 'changed.zip');
    writeFileSync(changed, bytes.replace('Sauvegarde', 'SAUVEGARDE'), 'latin1');
    assert.notEqual(readFileSync(changed, 'latin1'), bytes);
    const found = run('verify', changed);
    assert.equal(found.status, 1);
    assert.match(found.stdout, /^altered: .*GEN\.21/mu);

    const chapter = packed('chapter.zip', '--chapter', 'gestion des identites');
    assert.equal(chapter.status, 0, chapter.stderr);
    assert.ok(readFileSync(chapter.out).length < bytes.length);
    const unknown = packed('none.zip', '--chapter', 'x y z');
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /Gestion des identit/u);
    assert.equal(run('verify', join(folder, 'work', 'a.ts')).status, 2);
    assert.equal(run('verify', join(folder, 'none.zip')).status, 2);
  });

  describe('lock', () => {
    const work = (): string => join(folder, 'locked');
    const at = (path: string): string => join(work(), path);
    const lockFile = (): string => at('segur.lock.json');
    const codes = (): string[] =>
      (JSON.parse(run('check', '--format', 'json', work()).stdout) as { problems: { code: string }[] }).problems.map(
        ({ code }) => code,
      );

    beforeEach(() => {
      mkdirSync(at('preuves'), { recursive: true });
      writeFileSync(at('a.ts'), '// @segur SC.SSI/IE.38\nexport function close() {\n  return 1;\n}\n');
      writeFileSync(at('b.ts'), '// @segur SC.SSI/IE.39\nexport function wait() {\n  return 2;\n}\n');
      writeFileSync(at('preuves/écran.txt'), 'seen');
      writeFileSync(
        at('segur.yaml'),
        'version: 1\nproofs:\n  - { for: SC.SSI/IE.38, kind: capture, files: preuves/*.txt, date: 2026-09-01 }\n',
      );
    });
    afterEach(() => rmSync(work(), { recursive: true, force: true }));

    it('accepts everything; then what changed is told until it is accepted again, file by file', () => {
      const first = run('lock', work());
      assert.equal(first.status, 0, first.stderr);
      assert.match(first.stderr, /3 new, 0 changed, 0 gone/u);
      const written = readFileSync(lockFile(), 'utf8');
      assert.equal(run('lock', work()).stderr.includes('0 new, 0 changed, 0 gone'), true);
      assert.equal(readFileSync(lockFile(), 'utf8'), written);
      assert.deepEqual(codes(), []);

      // Comments, blanks and places are no difference.
      writeFileSync(at('a.ts'), '\n\n// @segur SC.SSI/IE.38\nexport function close() {\n  // one\n    return 1;\n}\n');
      assert.deepEqual(codes(), []);

      writeFileSync(at('a.ts'), '// @segur SC.SSI/IE.38\nexport function close() {\n  return 3;\n}\n');
      writeFileSync(at('preuves/écran.txt'), 'seen again');
      assert.deepEqual(codes(), ['annotation.suspect', 'proof.changed']);
      assert.equal(run('check', '--fail-on', 'suspect', work()).status, 1);

      const dry = JSON.parse(run('lock', '--dry-run', '--format', 'json', work()).stdout) as {
        written: boolean;
        links: { changed: object[] };
        proofs: { changed: string[] };
      };
      assert.equal(dry.written, false);
      assert.deepEqual(dry.links.changed, [
        { id: 'SC.SSI/IE.38', verb: 'implements', file: 'a.ts', line: 1, unit: 'close' },
      ]);
      assert.deepEqual(dry.proofs.changed, ['preuves/écran.txt']);
      assert.equal(readFileSync(lockFile(), 'utf8'), written);

      run('lock', '--file', 'a.ts', work());
      assert.deepEqual(codes(), ['proof.changed']);
      run('lock', '--requirement', 'IE38', work());
      assert.deepEqual(codes(), []);
    });

    it('forgets what is gone, but only where it looked at everything', () => {
      run('lock', work());
      rmSync(at('b.ts'));
      assert.match(run('lock', '--file', 'a.ts', work()).stderr, /0 new, 0 changed, 0 gone/u);
      assert.match(readFileSync(lockFile(), 'utf8'), /b\.ts/u);
      assert.match(run('lock', work()).stderr, /0 new, 0 changed, 1 gone/u);
      assert.doesNotMatch(readFileSync(lockFile(), 'utf8'), /b\.ts/u);
    });

    it('never replaces a file that it cannot read, and names nothing that is not there', () => {
      writeFileSync(lockFile(), '<<<<<<< ours\n{}\n');
      const refused = run('lock', work());
      assert.equal(refused.status, 2);
      assert.match(refused.stderr, /left alone/u);
      assert.equal(readFileSync(lockFile(), 'utf8'), '<<<<<<< ours\n{}\n');
      rmSync(lockFile());
      for (const args of [
        ['--file', 'c.ts'],
        ['--requirement', 'SC.SSI/XX.99'],
      ]) {
        assert.equal(run('lock', ...args, work()).status, 2);
      }
      assert.deepEqual(
        readdirSync(work()).filter((name) => name.includes('lock')),
        [],
      );
    });
  });
});
