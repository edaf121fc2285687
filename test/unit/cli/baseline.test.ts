import assert from 'node:assert/strict';
import { join } from 'node:path';
import { english } from '../../../src/base/message';
import { readBaseline, worseThan } from '../../../src/cli/baseline';
import { UsageError } from '../../../src/cli/usageError';
import { writeJson } from '../../../src/report/json';
import { findings } from '../../../src/trace/findings';
import type { Trace } from '../../../src/trace/model';
import { proofStateCode, proofStates } from '../../../src/trace/stateNames';
import { catalogOf, decisionOf, proofOf, traceOf, type TracerParts } from '../trace/fixtures';
import { temporaryFolder } from '../workspace/temporaryFolder';

const catalog = catalogOf(`requirements:
  - { id: REQ-1, title: Un, needs: [code, test] }
  - { id: REQ-2, title: Deux, needs: [proof] }
  - { id: REQ-3, title: Trois, needs: [proof] }
`);

async function worse(before: TracerParts, after: TracerParts): Promise<string[]> {
  const folder = temporaryFolder({ 'base.json': storedText(traceOf(catalog, before)) });
  const baseline = await readBaseline(join(folder, 'base.json'));
  return worseThan(findings(traceOf(catalog, after)), baseline).map((finding) =>
    finding.kind === 'problem'
      ? `${finding.problem.file} ${finding.problem.code}`
      : `${finding.kind} ${finding.kind === 'proof' ? finding.proof.state : finding.row.state}`,
  );
}

const storedText = (trace: Trace): string => writeJson(trace, { t: english, language: 'en' });

/** A state that no problem tells of, if there is one. */
const silent = proofStates.find((state) => state !== 'ok' && proofStateCode(state) === undefined) ?? 'ok';

const unknown = '// @segur REQ-9\nf();\n';

describe('the baseline of the gate', () => {
  it('finds nothing worse in what it was made of', async () => {
    const parts = { files: { 'a.ts': `// @segur REQ-1\nf();\n${unknown}` }, proofs: [proofOf('REQ-2', silent)] };
    assert.deepEqual(await worse(parts, parts), []);
  });

  it('does not mind code that moves, in its file, to another one, or with it', async () => {
    const before = { files: { 'a.ts': unknown } };
    for (const files of [{ 'a.ts': `\n\n\n  ${unknown}` }, { 'b.ts': unknown }, { 'moved/a.ts': `\n${unknown}` }]) {
      assert.deepEqual(await worse(before, { files }), [], JSON.stringify(files));
    }
  });

  it('notices one more of the same, in that file and in another', async () => {
    const before = { files: { 'a.ts': unknown } };
    assert.deepEqual(await worse(before, { files: { 'a.ts': unknown + unknown } }), ['a.ts annotation.unknown-id']);
    assert.deepEqual(await worse(before, { files: { 'a.ts': unknown, 'b.ts': unknown } }), [
      'b.ts annotation.unknown-id',
    ]);
  });

  it('takes a better state for no news, and a worse one for what it is', async () => {
    const implemented = { files: { 'a.ts': '// @segur REQ-1\nf();\n' } };
    assert.deepEqual(await worse({}, implemented), []);
    assert.deepEqual(await worse(implemented, {}), ['requirement missing']);
    const decided = { decisions: [decisionOf('REQ-2')] };
    assert.deepEqual(await worse(decided, {}), ['requirement missing']);
    assert.deepEqual(await worse({}, decided), []);
  });

  it('tells proofs apart by what they are declared for and by their files', async () => {
    const before = { proofs: [proofOf(['REQ-2', 'REQ-3'], silent)] };
    assert.deepEqual(await worse(before, { proofs: [proofOf(['REQ-2', 'REQ-3'], silent)] }), []);
    const other = proofOf(['REQ-2', 'REQ-3'], silent, { files: ['preuves/b.pdf'] });
    assert.deepEqual(await worse(before, { proofs: [other] }), silent === 'ok' ? [] : [`proof ${silent}`]);
  });

  it('refuses what it does not understand', async () => {
    const folder = temporaryFolder({ 'a.json': '{}', 'b.json': 'no' });
    for (const name of ['a.json', 'b.json', 'none.json']) {
      await assert.rejects(readBaseline(join(folder, name)), (error) => error instanceof UsageError);
    }
  });
});
