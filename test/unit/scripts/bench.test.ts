import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { generateTree } from '../../../scripts/bench/generateTree';
import { SeededRandom } from '../../../scripts/bench/random';
import { pairedRatio, quantile, spreadOf } from '../../../scripts/bench/statistics';
import { table } from '../../../scripts/bench/table';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';
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
    assert.deepEqual(pairedRatio([10, 40], [5, 10]), { min: 2, median: 3, max: 4 });
    assert.equal(quantile([0, 10], 0.75), 7.5);
  });

  it('says medians with their spread', () => {
    const rows = [
      { what: 'x', spread: spreadOf([1, 2, 3]), ratio: spreadOf([1.5]), target: '2 ms' },
      { what: 'y', spread: spreadOf([2048]), note: 'slow' },
      { what: 'z', spread: spreadOf([90]), unit: 'MB' as const },
    ];
    assert.deepEqual(table(rows).split('\n').slice(2), [
      '| x | 2.00 ms (1.00 ms–3.00 ms) | 1.5 | 2 ms |',
      '| y: slow | 2.05 s |  |  |',
      '| z | 90 MB |  |  |',
    ]);
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
