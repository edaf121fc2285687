import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import { english } from '../../../../src/base/message';
import { writeGateJunit } from '../../../../src/report/gate/gateJunit';
import { writeGateMarkdown } from '../../../../src/report/gate/gateMarkdown';
import type { GateResult } from '../../../../src/report/gate/gateReport';
import { writeGateSarif } from '../../../../src/report/gate/gateSarif';
import { findings, type Finding } from '../../../../src/trace/findings';
import { parseJunit } from '../../../../src/evidence/junit';
import { catalogOf, decisionOf, traceOf } from '../../trace/fixtures';

const options = { t: english, language: 'en' as const, version: '1.2.3' };

const catalog = catalogOf(`requirements:
  - { id: REQ-1, title: 'Sauvegarde <b> & "co"', chapter: Sécurité, needs: [code] }
  - { id: REQ-2, title: Comptes, chapter: Accès, needs: [test] }
  - { id: REQ-3, title: Hors sujet, chapter: Accès, needs: [code] }
`);

function gate(fails: (finding: Finding) => boolean, files: Readonly<Record<string, string>> = {}): GateResult {
  const trace = traceOf(catalog, { files, decisions: [decisionOf('REQ-3')] });
  const all = findings(trace);
  return { trace, findings: all, failing: new Set(all.filter(fails)), hasBaseline: false };
}

const code = { 'src/é a.ts': '\n// @segur REQ-1\nf();\n// @segur REQ-9\ng();\n' };
function sarifRun(result: GateResult): Run {
  const [run, ...others] = (JSON.parse(writeGateSarif(result, options)) as Log).runs;
  assert.ok(run !== undefined && others.length === 0);
  return run;
}

const gaps = (finding: Finding) => finding.kind === 'problem' || finding.row.state === 'missing';

describe('the gate in SARIF', () => {
  it('has problems and requirements at their places, with rules of their own', () => {
    const run = sarifRun(gate(gaps, code));
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const results = (run.results ?? []).map(({ ruleId, level, locations }) => {
      const place = locations?.[0]?.physicalLocation;
      const { startLine, startColumn, endColumn } = place?.region ?? {};
      return [ruleId, level, place?.artifactLocation?.uri, startLine, startColumn, endColumn];
    });
    assert.deepEqual(results, [
      ['annotation.unknown-id', 'error', 'src/%C3%A9%20a.ts', 4, 11, 16],
      ['requirement.missing', 'warning', 'segur.yaml', undefined, undefined, undefined],
      ['requirement.not-applicable', 'note', 'segur.yaml', undefined, undefined, undefined],
    ]);
    assert.deepEqual(
      run.tool.driver.rules?.map(({ id }) => id),
      ['annotation.unknown-id', 'requirement.missing', 'requirement.not-applicable'],
    );
  });

  it('keeps fingerprints when code moves, and gives each of two like findings its own', () => {
    const prints = (text: string) =>
      (sarifRun(gate(gaps, { 'a.ts': text })).results ?? []).map(
        ({ partialFingerprints }) => partialFingerprints?.['segurTrace/v1'],
      );
    const before = prints('// @segur REQ-9\nf();\n// @segur REQ-9\ng();\n');
    assert.deepEqual(prints('\n\n// @segur REQ-9\nf();\n\n// @segur REQ-9\ng();\n'), before);
    assert.equal(new Set(before).size, before.length);
  });

  it('says against a baseline what is new', () => {
    const result = { ...gate((finding) => finding.kind === 'problem', code), hasBaseline: true };
    assert.deepEqual(
      sarifRun(result).results?.map(({ baselineState }) => baselineState),
      ['new', 'unchanged', 'unchanged'],
    );
  });
});

describe('the gate in JUnit XML', () => {
  it('is read back: a test for each requirement, failed, skipped or passed, and one for each problem that fails', async () => {
    const { cases, problems } = await parseJunit('gate.xml', writeGateJunit(gate(gaps, code), options));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cases.map(({ name, className, outcome }) => [name, className, outcome]),
      [
        ['REQ-1 Sauvegarde <b> & "co"', 'Sécurité', 'passed'],
        ['REQ-2 Comptes', 'Accès', 'failed'],
        ['REQ-3 Hors sujet', 'Accès', 'skipped'],
        ['src/é a.ts:4 [annotation.unknown-id]', 'Problems', 'failed'],
      ],
    );
  });

  it('is well-formed whatever the titles hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), async (title) => {
        const { trace } = gate(gaps);
        const [first, ...others] = trace.requirements;
        assert.ok(first);
        const row = { ...first, requirement: { ...first.requirement, title } };
        const all: Finding[] = [{ kind: 'requirement', key: '', row }];
        const odd = Object.create(trace, { requirements: { value: [row, ...others] } }) as typeof trace;
        const xml = writeGateJunit({ trace: odd, findings: all, failing: new Set(all), hasBaseline: false }, options);
        assert.deepEqual((await parseJunit('gate.xml', xml)).problems, []);
      }),
    );
  });
});

describe('the gate in Markdown', () => {
  it('starts with the verdict, lists what fails and ends with the chapters', () => {
    const text = writeGateMarkdown(gate(gaps, code), options);
    assert.match(text, /❌ Findings that the gate was asked to fail on: 2\n/);
    assert.match(text, /- `src\/é a\.ts:4` error: .*REQ-9 \(annotation\.unknown-id\)\n/);
    assert.match(text, /- \*\*REQ-2\*\* Comptes: ✗ Missing — no test verifies it\n/);
    assert.match(text, /\| Sécurité \| 1 \/ 1 \| 0 \| 0 \| ✓ ready \|\n/);
    assert.match(
      writeGateMarkdown(
        gate(() => false),
        options,
      ),
      /✅ Nothing to fail on\./,
    );
  });

  it('lets no text of the workspace be markup, a link or a call to somebody', () => {
    const text = writeGateMarkdown(gate(gaps, { 'a.ts': '// @segur [x](y)<img>@me|`\nf();\n' }), options);
    assert.doesNotMatch(text, /(?<!\\)(?:<img|\[x\])|@me/);
  });

  it('is short enough for a comment', () => {
    const many = Array.from({ length: 300 }, (_, i) => `// @segur NO-${i}\nf(${i});\n`).join('');
    const text = writeGateMarkdown(
      gate((finding) => finding.kind === 'problem', { 'a.ts': many }),
      options,
    );
    assert.match(text, /- … 250 more\n/);
    assert.ok(text.split('\n').length < 70);
  });
});
