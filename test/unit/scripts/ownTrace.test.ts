import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ownMatrix, publishedMatrix } from '../../../scripts/ownTrace';
import { builtCommand } from '../cli/builtCommand';

interface Matrix {
  readonly counts: Readonly<Record<string, number>>;
  readonly requirements: readonly unknown[];
  readonly problems: readonly { readonly code: string }[];
}

/** Lines move with every edit; what stands in which file does not. */
function withoutLines(matrix: string): string {
  return matrix.replace(/(\.[jt]sx?):\d+/gu, '$1');
}

describe('the trace of this project', function () {
  this.timeout(120_000);

  it('has no gap, and no annotation that names something unknown', async () => {
    const { counts, requirements, problems } = JSON.parse(await ownMatrix('json', builtCommand())) as Matrix;
    assert.deepEqual(
      problems.filter(({ code }) => code !== 'results.missing'),
      [],
    );
    assert.ok(requirements.length > 50);
    assert.equal(counts['satisfied'], requirements.length);
  });

  it('is published as it is: npm run trace:publish writes it anew', async () => {
    assert.equal(
      withoutLines(readFileSync(publishedMatrix, 'utf8')),
      withoutLines(await ownMatrix('md', builtCommand())),
    );
  });
});
