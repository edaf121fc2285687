import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCounts, countsOfLinks } from '../../../scripts/bench/exactness';
import { generateTree } from '../../../scripts/bench/generateTree';
import { SeededRandom } from '../../../scripts/bench/random';
import { inRounds } from '../../../scripts/bench/runs';
import { pairedRatio, percentile99, quantile, spreadOf } from '../../../scripts/bench/statistics';
import { table, writeIntoDocuments, type Row } from '../../../scripts/bench/table';
import { root } from '../../../scripts/host/paths';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';
import { builtCommand } from '../cli/builtCommand';
import { temporaryFolder } from '../workspace/temporaryFolder';

describe('the benchmark', () => {
  it('draws the same numbers in every run', () => {
    const draw = (seed: number): number[] => {
      const random = new SeededRandom(seed);
      return Array.from({ length: 5 }, () => random.below(1000));
    };
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
  });

  it('takes medians, and ratios round by round', () => {
    assert.deepEqual(spreadOf([3, 1, 2]), { min: 1, median: 2, max: 3 });
    assert.deepEqual(spreadOf([10, 9, 100, 8]), { min: 8, median: 9.5, max: 100 });
    assert.deepEqual(pairedRatio([10, 40], [5, 10]), { min: 2, median: 3, max: 4 });
    assert.equal(quantile([0, 10], 0.75), 7.5);
  });

  it('finds an extension that activates with what stands for VS Code', function () {
    this.timeout(120_000);
    const program = dirname(dirname(builtCommand()));
    const probe = join(root, 'scripts', 'bench', 'probes', 'activation.cjs');
    const example = join(root, 'examples', 'dossier-patient');
    const times = JSON.parse(execFileSync(process.execPath, [probe, program, example], { encoding: 'utf8' })) as object;
    assert.deepEqual(Object.keys(times), ['load', 'activate', 'first']);
  });

  it('has no ratio for rounds without a pair', () => {
    assert.throws(() => pairedRatio([1, 2], [1]), /pairs/u);
  });

  it('does not let one pause in a hundred runs stand for the slow ones', () => {
    const values = [...Array<number>(199).fill(1), 1000];
    assert.equal(percentile99(values), 1);
    assert.equal(spreadOf(values).max, 1000);
  });

  it('measures each thing once a round, each time next to the others, and leaves the first round out', () => {
    const order: string[] = [];
    const tick = (name: string) => () => order.push(name);
    const found = inRounds(2, { a: tick('a'), b: tick('b') });
    assert.equal(order.join(''), 'abbaab');
    assert.deepEqual(found, { a: [4, 5], b: [3, 6] });
  });

  it('says medians with their spread, and in words whether the aim is met', () => {
    const rows: Row[] = [
      { what: { en: 'x', fr: 'x' }, values: [1, 2, 3], ratio: spreadOf([1.6]), aim: { most: 1.5, of: 'ripgrep' } },
      { what: { en: 'y', fr: 'i' }, values: [2048], aim: { most: 3000 }, note: { en: 'slow', fr: 'lent' } },
      { what: { en: 'z', fr: 'z' }, values: [90], unit: 'MB', aim: { most: 200 } },
      { what: { en: 'n', fr: 'n' }, values: [NaN], unit: 'MB', aim: { most: 200 } },
      { what: { en: 'k', fr: 'k' }, values: [0.25, 0.25], many: true },
    ];
    assert.deepEqual(table(rows, 'en').split('\n').slice(2), [
      '| x | 2.0 ms (1.0 ms–3.0 ms) | 1.6 × | ≤ 1.5 × ripgrep: **missed** |',
      '| y (slow) | 2.05 s |  | ≤ 3 s: met |',
      '| z | 90 MB |  | ≤ 200 MB: met |',
      '| n | not measured |  | ≤ 200 MB: **missed** |',
      '| k | 0.25 ms (99 of 100: ≤ 0.25 ms) |  |  |',
    ]);
    assert.deepEqual(table(rows, 'fr').split('\n').slice(2, 4), [
      '| x | 2,0 ms (1,0 ms–3,0 ms) | 1,6 × | ≤ 1,5 × ripgrep\u00A0: **manqué** |',
      '| i (lent) | 2,05 s |  | ≤ 3 s\u00A0: tenu |',
    ]);
  });

  it('names the peer beside a ratio to another than ripgrep, and goes between the marks of its table', () => {
    const row: Row = {
      what: { en: 'p', fr: 'p' },
      values: [2000],
      ratio: spreadOf([1.2]),
      peer: '`zip`',
      aim: { most: 1.5, of: '`zip`' },
    };
    const lines = table([row], 'en').split('\n');
    assert.deepEqual(
      [lines[0], lines[2]],
      [
        '| What | Median (least–most) | Compared (least–most) | Aim |',
        '| p | 2.00 s | 1.2 × `zip` | ≤ 1.5 × `zip`: met |',
      ],
    );
    const text = 'a\n<!-- one -->\nold\n<!-- /benchmark -->\nb\n<!-- two -->\nold\n<!-- /benchmark -->\nc\n';
    const readme = 'a\n<!-- two -->\n<!-- /benchmark -->\n';
    const root = temporaryFolder({
      'README.md': readme,
      'README.fr.md': readme,
      'docs/performance.md': text,
      'docs/performance.fr.md': text,
    });
    const headline: Row = { ...row, what: { en: 'h', fr: 'h' }, headline: true };
    writeIntoDocuments(root, '<!-- two -->', [row, headline], { en: 'here', fr: 'ici' });
    const short = readFileSync(join(root, 'README.md'), 'utf8');
    assert.ok(short.includes('| h |') && !short.includes('| p |'), short);
    const written = readFileSync(join(root, 'docs/performance.md'), 'utf8');
    assert.ok(written.includes('| h |') && written.includes('| p |'), written);
    assert.ok(written.startsWith('a\n<!-- one -->\nold\n<!-- /benchmark -->\nb\n<!-- two -->\n'), written);
    assert.ok(written.endsWith('\n\nhere\n\n<!-- /benchmark -->\nc\n') && written.split('old').length === 2, written);
    assert.throws(() => writeIntoDocuments(root, '<!-- three -->', [row], { en: '', fr: '' }), /no place/u);
  });

  it('calls a tree exactly read only when every file has its own count', () => {
    const made = {
      version: 1,
      files: 3,
      annotations: 3,
      seed: 1,
      bytes: 0,
      texts: [],
      annotated: { 'a.ts': 1, 'b.ts': 2 },
    };
    checkCounts('scan', made, { 'a.ts': 1, 'b.ts': 2 });
    assert.throws(() => checkCounts('scan', made, { 'a.ts': 2, 'b.ts': 1 }), /2 files .*a\.ts: 2 for 1/u);
    assert.throws(() => checkCounts('scan', made, { 'a.ts': 1 }), /b\.ts: 0 for 2/u);
    assert.throws(() => checkCounts('scan', made, { 'a.ts': 1, 'b.ts': 2, 'c.ts': 1 }), /c\.ts: 1 for 0/u);
  });

  it('counts an annotation of several ids once', () => {
    const links = [
      { file: 'a.ts', line: 3, id: 'A' },
      { file: 'a.ts', line: 3, id: 'B' },
      { file: 'a.ts', line: 4, id: 'A' },
      { file: 'b.ts', line: 3, id: 'A' },
    ];
    assert.deepEqual(countsOfLinks(JSON.stringify({ links })), { 'a.ts': 2, 'b.ts': 1 });
  });

  it('searches a tree in which a scan finds what was generated, and nothing that is ignored', async () => {
    const root = `${temporaryFolder({})}/tree`;
    try {
      const options = { files: 300, annotations: 500, seed: 3 };
      const made = generateTree(root, options);
      const found: Record<string, number> = {};
      const scan = scanInProcess(root);
      const rules = {
        include: [],
        exclude: [],
        respectIgnoreFiles: true,
        outerIgnoreFiles: [],
        marker: '@segur',
        mentions: [],
      };
      await scan(rules, (batch) =>
        batch.forEach(({ file, annotations }) => (found[file] = annotations.annotations.length)),
      );
      assert.deepEqual(sorted(found), sorted(made.annotated));
      assert.equal(
        Object.values(found).reduce((sum, count) => sum + count, 0),
        options.annotations,
      );
      assert.deepEqual(generateTree(root, options), made, 'a second call uses the tree again');
    } finally {
      rmSync(`${root}.json`, { force: true });
    }
  });
});

function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
