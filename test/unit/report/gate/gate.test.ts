import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import type * as v from 'valibot';
import { english } from '../../../../src/base/message';
import type { Proof } from '../../../../src/evidence/model';
import { writeGateJson, type gateSchema } from '../../../../src/report/gate/gateJson';
import { writeGateJunit } from '../../../../src/report/gate/gateJunit';
import { writeGateMarkdown } from '../../../../src/report/gate/gateMarkdown';
import type { GateResult } from '../../../../src/report/gate/gateReport';
import { writeGateSarif } from '../../../../src/report/gate/gateSarif';
import { findings, type Finding } from '../../../../src/trace/findings';
import { parseJunit } from '../../../../src/evidence/junit';
import { catalogOf, decisionOf, proofOf, traceOf, tracerOf } from '../../trace/fixtures';

const root = join(__dirname, '../../../..');
const options = { t: english, language: 'en' as const, version: '1.2.3' };

const catalog = catalogOf(`requirements:
  - { id: REQ-1, title: 'Sauvegarde <b> & "co"', chapter: Sécurité, needs: [code] }
  - { id: REQ-2, title: Comptes, chapter: Accès, needs: [test] }
  - { id: REQ-3, title: Hors sujet, chapter: Accès, needs: [code] }
`);

function gate(
  fails: (finding: Finding) => boolean,
  files: Readonly<Record<string, string>> = {},
  proofs: readonly Proof[] = [],
): GateResult {
  const trace = traceOf(catalog, { files, proofs, decisions: [decisionOf('REQ-3')] });
  const [row] = trace.requirements;
  assert.ok(row);
  // Whether a problem tells of that state does not matter here.
  const told = proofs.map((proof): Finding => ({ kind: 'proof', key: 'proof', proof, row }));
  const all = [...findings(trace).filter(({ kind }) => kind !== 'proof'), ...told];
  return { trace, findings: all, failing: new Set(all.filter(fails)), hasBaseline: false };
}

const code = { 'src/é a.ts': '\n// @segur REQ-1\nf();\n// @segur REQ-9\ng();\n' };
function sarifRun(result: GateResult): Run {
  const [run, ...others] = (JSON.parse(writeGateSarif(result, options)) as Log).runs;
  assert.ok(run !== undefined && others.length === 0);
  return run;
}

const gaps = (finding: Finding) =>
  finding.kind === 'problem' || (finding.kind === 'requirement' && finding.row.state === 'missing');

/** The published schema, of JSON Schema's draft 4: what it uses of that reads the same in the drafts that ajv knows. */
function sarifSchema(): object {
  const file = join(__dirname, 'fixtures', 'sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
}

// @segur ST.CLI.02
describe('the gate in SARIF', () => {
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema());

  it('is what the published schema asks for, whatever it tells', () => {
    const everything: Record<string, string> = {
      ...code,
      'b.ts': '// @segur\n// @segur todo REQ-1 - note\nf();\n// @segur REQ-1, REQ-1\ng();\n',
    };
    for (const result of [
      gate(gaps),
      gate(() => false, everything),
      { ...gate(() => true, everything), hasBaseline: true },
      gate(() => true, {}, [proofOf('REQ-2', 'older-than-code')]),
    ]) {
      const log = JSON.parse(writeGateSarif(result, options)) as Log;
      assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    }
    const wrong = JSON.parse(writeGateSarif(gate(gaps), options)) as { runs: { tool?: object }[] };
    delete wrong.runs[0]?.tool;
    assert.equal(isSarif(wrong), false);
  });

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

describe('the gate in JSON', () => {
  it('is what its schema asks for, and says of each failure what it is', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'gate.schema.json'), 'utf8')) as object;
    const isGate = new Ajv({ strict: false }).compile(schema);
    const result = gate(() => true, code, [proofOf('REQ-2', 'older-than-code')]);
    const written = JSON.parse(writeGateJson(result, options)) as v.InferOutput<typeof gateSchema>;
    assert.ok(isGate(written), JSON.stringify(isGate.errors));
    assert.equal(written.failed, true);
    assert.deepEqual(
      written.failures.map((failure) =>
        failure.kind === 'problem'
          ? failure.code
          : [failure.kind, failure.kind === 'unclaimed' ? failure.name : failure.state],
      ),
      [
        'annotation.unknown-id',
        ['requirement', 'suspect'],
        ['requirement', 'not-applicable'],
        ['proof', 'older-than-code'],
      ],
    );
    assert.equal(
      (
        JSON.parse(
          writeGateJson(
            gate(() => false, code),
            options,
          ),
        ) as { failed: boolean }
      ).failed,
      false,
    );
  });
});

describe('the gate tells of a proof that no longer is what was accepted', () => {
  const result = gate((finding) => finding.kind === 'proof', {}, [proofOf('REQ-2', 'older-than-code')]);

  it('in JUnit XML, in Markdown and in SARIF, at its place in the project file', async () => {
    const { cases } = await parseJunit('gate.xml', writeGateJunit(result, options));
    assert.deepEqual(
      cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name),
      ['segur.yaml REQ-2 [proof.older-than-code]'],
    );
    assert.match(writeGateMarkdown(result, options), /- Proof of REQ-2: older than the code — preuves\/a\.pdf\n/u);
    const told = sarifRun(result).results?.find(({ ruleId }) => ruleId === 'proof.older-than-code');
    const place = told?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, 'segur.yaml');
    assert.equal(place.region?.startLine, 1);
  });
});

describe('the gate tells of a test that failed', () => {
  const tracer = tracerOf(catalog, { files: { 'test/a b.ts': '\n// @segur verifies REQ-2\nf();\n' } });
  const file = 'test/a b.ts';
  const failed = { name: 'opens <all>', suites: [], line: 6, ids: [], outcome: 'failed' as const, file, message: 'no' };
  tracer.setResults([{ path: 'r.xml', cases: [failed, { ...failed, name: 'names it', ids: ['REQ-2'], file: 'x' }] }]);
  const trace = tracer.trace();
  const all = findings(trace);
  const failing = new Set(all.filter(({ kind }) => kind === 'test'));
  const result: GateResult = { trace, findings: all, failing, hasBaseline: false };

  it('in every format, at the code that it stands for or in the results', async () => {
    const { cases } = await parseJunit('gate.xml', writeGateJunit(result, options));
    assert.deepEqual(
      cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name),
      ['test/a b.ts [test.failed]', 'r.xml names it [test.failed]'],
    );
    assert.match(writeGateMarkdown(result, options), /- REQ-2: failed test: test\/a b\.ts:2 — opens \\<all\\>: no\n/u);
    const places = sarifRun(result)
      .results?.filter(({ ruleId }) => ruleId === 'test.failed')
      .map(({ locations }) => {
        const place = locations?.[0]?.physicalLocation;
        return [place?.artifactLocation?.uri, place?.region?.startLine];
      });
    assert.deepEqual(places, [
      ['test/a%20b.ts', 2],
      ['r.xml', 7],
    ]);
    const { failures } = JSON.parse(writeGateJson(result, options)) as v.InferOutput<typeof gateSchema>;
    assert.deepEqual(
      failures.map((failure) => (failure.kind === 'test' ? [failure.state, failure.file, failure.name] : failure)),
      [
        ['failed', file, undefined],
        ['failed', 'r.xml', 'names it'],
      ],
    );
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'gate.schema.json'), 'utf8')) as object;
    assert.ok(new Ajv({ strict: false }).validate(schema, JSON.parse(writeGateJson(result, options))));
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
    const trace = traceOf(
      catalogOf(
        `requirements: [{ id: R-1, title: 'a@b.fr @1st @_x &#64;team \u202Ex', chapter: '&#64;team', needs: [code] }]`,
      ),
    );
    const all = findings(trace);
    const reason = writeGateMarkdown({ trace, findings: all, failing: new Set(all), hasBaseline: false }, options);
    assert.match(reason, /a@b\.fr/u);
    assert.doesNotMatch(reason, /@1st|@\\?_x|&#64;|\u202E/u);
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
