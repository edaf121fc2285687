import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainArgs, render, translator } from '../../../src/base/message';
import { olderProofProblems, withOlderProofs } from '../../../src/evidence/proofAge';
import { proofOf } from '../trace/fixtures';

const bundle = JSON.parse(readFileSync(join(__dirname, '../../../l10n/bundle.l10n.fr.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

// @segur ST.PRF.05
describe('proofs that are older than their code', () => {
  it('are told with both days as the language writes them, and as they are for machines', () => {
    const newer = { file: 'src/a.ts', unit: 'save', day: '2026-10-02', commit: '0123456789abcdef' };
    const proofs = withOlderProofs([proofOf('REQ-1', 'ok', { date: '2026-09-01', kind: 'capture' })], () => newer);
    const [problem, ...others] = olderProofProblems(proofs);
    assert.ok(problem && others.length === 0);
    assert.match(render(translator(bundle), problem.message), /01\/09\/2026.*02\/10\/2026/u);
    assert.deepEqual(plainArgs(problem.message), ['REQ-1', '2026-09-01', 'save (src/a.ts)', '2026-10-02', '01234567']);
  });
});
