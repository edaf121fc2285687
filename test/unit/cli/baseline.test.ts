import assert from 'node:assert/strict';
import { join } from 'node:path';
import { english } from '../../../src/base/message';
import { readBaseline, worseThan } from '../../../src/cli/baseline';
import { UsageError } from '../../../src/cli/usageError';
import { writeJson } from '../../../src/report/json';
import type { TestCase, TestOutcome } from '../../../src/evidence/testCase';
import { findings, type Finding } from '../../../src/trace/findings';
import type { Trace } from '../../../src/trace/model';
import { annotationsOf, catalogOf, decisionOf, proofOf, traceOf, tracerOf, type TracerParts } from '../trace/fixtures';
import { temporaryFolder } from '../workspace/temporaryFolder';

const catalog = catalogOf(`requirements:
  - { id: REQ-1, title: Un, needs: [code, test] }
  - { id: REQ-2, title: Deux, needs: [proof] }
  - { id: REQ-3, title: Trois, needs: [proof] }
`);

async function worse(before: TracerParts, after: TracerParts): Promise<string[]> {
  const folder = temporaryFolder({ 'base.json': storedText(traceOf(catalog, before)) });
  const baseline = await readBaseline(join(folder, 'base.json'));
  return worseThan(findings(traceOf(catalog, after)), baseline).map(nameOf);
}

function nameOf(finding: Finding): string {
  switch (finding.kind) {
    case 'problem':
      return `${finding.problem.file} ${finding.problem.code}`;
    case 'requirement':
      return `requirement ${finding.row.state}`;
    case 'proof':
      return `proof ${finding.proof.state}`;
    case 'test':
      return `test ${finding.test.state} ${finding.test.name} in ${finding.test.file}`;
    case 'unclaimed':
      return `unclaimed ${finding.code.unit.name} in ${finding.code.file}`;
  }
}

/** The tests `opens` in a file, which verifies REQ-1, and one that names REQ-1 itself. */
function tested(opens: TestOutcome | undefined, named: TestOutcome, file = 'test/a.ts'): Trace {
  const tracer = tracerOf(catalog);
  const found = annotationsOf(file, "// @segur verifies REQ-1\nit('opens');\n", catalog);
  const unit = { kind: 'test', name: 'opens', startLine: 1, endLine: 1 };
  const annotations = found.annotations.map((annotation) => ({ ...annotation, unit }));
  tracer.update(file, { ...found, annotations, unitsRead: true });
  const common = { suites: [], line: 0, ids: [] };
  const cases: TestCase[] = [{ ...common, name: 'closes', outcome: named, ids: ['REQ-1'] }];
  if (opens !== undefined) {
    cases.push({ ...common, name: 'opens', file, outcome: opens });
  }
  tracer.setResults([{ path: 'build/r.xml', cases }]);
  return tracer.trace();
}

const storedText = (trace: Trace): string => writeJson(trace, { t: english, language: 'en' });

/** A state that no problem of these traces tells of. */
const silent = 'empty';

const unknown = '// @segur REQ-9\nf();\n';

// @segur ST.CLI.02
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
    assert.deepEqual(await worse(before, { proofs: [other] }), [`proof ${silent}`]);
  });

  it('notices tests that passed and do not any more, wherever they are', async () => {
    const worseTests = async (before: Trace, after: Trace): Promise<string[]> => {
      const folder = temporaryFolder({ 'base.json': storedText(before) });
      const now = findings(after).filter(({ kind }) => kind === 'test');
      return worseThan(now, await readBaseline(join(folder, 'base.json'))).map(nameOf);
    };
    const passed = tested('passed', 'passed');
    for (const outcome of ['failed', 'skipped', 'not-run'] as const) {
      const after = tested(outcome === 'not-run' ? undefined : outcome, 'passed');
      assert.deepEqual(await worseTests(passed, after), [`test ${outcome} opens in test/a.ts`]);
      assert.deepEqual(await worseTests(after, after), []);
      assert.deepEqual(await worseTests(after, passed), []);
    }
    assert.deepEqual(await worseTests(passed, tested('passed', 'skipped')), ['test skipped closes in build/r.xml']);
    const failed = tested('failed', 'failed');
    assert.deepEqual(await worseTests(failed, tested(undefined, 'skipped')), []);
    assert.deepEqual(await worseTests(failed, tested('failed', 'failed', 'test/b.ts')), [], 'it only moved');
    assert.deepEqual(await worseTests(tested('skipped', 'passed'), failed), [
      'test failed opens in test/a.ts',
      'test failed closes in build/r.xml',
    ]);
  });

  it('refuses what it does not understand', async () => {
    const folder = temporaryFolder({ 'a.json': '{}', 'b.json': 'no' });
    for (const name of ['a.json', 'b.json', 'none.json']) {
      await assert.rejects(readBaseline(join(folder, name)), (error) => error instanceof UsageError);
    }
  });
});
