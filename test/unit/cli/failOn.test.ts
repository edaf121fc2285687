import assert from 'node:assert/strict';
import { english, render } from '../../../src/base/message';
import { ProblemCode } from '../../../src/base/problem';
import { parseFailOn } from '../../../src/cli/failOn';
import { UsageError } from '../../../src/cli/usageError';
import type { ProofState } from '../../../src/evidence/model';
import { documentSections } from '../../../src/evidence/proofDocument';
import type { TestOutcome } from '../../../src/evidence/testCase';
import { findings, type Finding } from '../../../src/trace/findings';
import type { LinkState } from '../../../src/trace/model';
import { linkStateCodes, proofStates, requirementStates } from '../../../src/trace/stateNames';
import { catalogOf, decisionOf, proofOf, traceOf, tracerOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: REQ-1, title: Un, needs: [code] }
  - { id: REQ-2, title: Deux, needs: [code, test] }
  - { id: REQ-3, title: Trois, needs: [proof] }
  - { id: REQ-4, title: Quatre, needs: [code] }
`);

const code = {
  'a.ts': '// @segur REQ-2\nf();\n// @segur todo REQ-1\ng();\n// @segur REQ-9\nh();\n',
};

function found(word: string | undefined, all: readonly Finding[] = sample()): string[] {
  return all.filter(parseFailOn(word)).map(nameOf);
}

function sample(): Finding[] {
  const proofs = [proofOf('REQ-3', 'changed')];
  const found = findings(traceOf(catalog, { files: code, proofs, decisions: [decisionOf('REQ-4')] }));
  return [...found.filter(({ kind }) => kind !== 'proof'), ...proofFindings('changed')];
}

function nameOf(finding: Finding): string {
  switch (finding.kind) {
    case 'problem':
      return finding.problem.code;
    case 'requirement':
      return `${finding.row.requirement.id} ${finding.row.state}`;
    case 'proof':
      return `proof ${finding.proof.state}`;
    case 'test':
      return `test ${finding.test.state}`;
    case 'unclaimed':
      return `unclaimed ${finding.code.unit.name}`;
  }
}

function refusal(word: string): string {
  try {
    parseFailOn(word);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return render(english, error.text);
  }
  throw new Error(`${word} was understood`);
}

// @segur ST.CLI.02
describe('--fail-on', () => {
  it('fails on errors of form without it, and on nothing by none', () => {
    assert.deepEqual(found(undefined), ['annotation.unknown-id']);
    assert.deepEqual(found('none'), []);
  });

  it('knows severities, groups, states, codes and their first parts', () => {
    assert.deepEqual(
      found('hint')
        .filter((name) => name.startsWith('annotation'))
        .sort(),
      ['annotation.todo', 'annotation.unknown-id'],
    );
    assert.deepEqual(found('gaps'), ['REQ-1 partial', 'REQ-2 partial', 'REQ-3 suspect']);
    assert.deepEqual(found('suspect'), ['REQ-3 suspect']);
    assert.deepEqual(found('not-applicable'), ['REQ-4 not-applicable']);
    assert.deepEqual(found('unknown'), ['annotation.unknown-id']);
    assert.deepEqual(found('changed'), proofFindings('changed').map(nameOf));
    assert.deepEqual(found('proof:changed, link:unknown'), [
      'annotation.unknown-id',
      ...proofFindings('changed').map(nameOf),
    ]);
    assert.deepEqual(found('stale'), proofFindings('changed').map(nameOf));
    assert.deepEqual(found('annotation.todo'), ['annotation.todo']);
    assert.deepEqual(found('Annotation').sort(), ['annotation.todo', 'annotation.unknown-id']);
  });

  it('has a word for every state of the model, and finds what is in it', () => {
    for (const state of requirementStates.filter((one) => one !== 'satisfied')) {
      parseFailOn(state);
      parseFailOn(`requirement:${state}`);
    }
    for (const state of Object.keys(linkStateCodes) as Exclude<LinkState, 'ok'>[]) {
      assert.deepEqual(found(`link:${state}`, [problemFinding(linkStateCodes[state])]), [linkStateCodes[state]]);
    }
    for (const state of proofStates.filter((one) => one !== 'ok')) {
      assert.equal(found(`proof:${state}`, proofFindings(state)).length, 1, state);
      assert.equal(found(state === 'missing' ? 'proof:missing' : state, proofFindings(state)).length, 1, state);
    }
  });

  it('finds tests by what the last run says of them, each once', () => {
    const tracer = tracerOf(catalog, { files: { 'test/a.ts': '// @segur verifies REQ-1, REQ-2\nf();\n' } });
    const all = (outcome: TestOutcome): Finding[] => {
      const test = { name: 'opens', suites: [], line: 0, ids: [], outcome, file: 'test/a.ts' };
      const other = { ...test, name: 'other', file: 'test/none.ts', outcome: 'passed' as const };
      tracer.setResults([{ path: 'r.xml', cases: [other, ...(outcome === 'passed' ? [] : [test])] }]);
      return findings(tracer.trace());
    };
    for (const [outcome, state] of [
      ['failed', 'failed'],
      ['skipped', 'skipped'],
      ['passed', 'not-run'],
    ] as const) {
      for (const word of [state, `test:${state}`]) {
        assert.deepEqual(found(word, all(outcome)), [`test ${state}`]);
      }
    }
    assert.deepEqual(found('failed', all('skipped')), []);
    assert.match(refusal('test:passed'), /test:passed/u);
  });

  it('finds a proof in a state that no problem tells of: a document that is hardly begun', () => {
    const draft = {
      ...proofOf('REQ-3'),
      documents: [{ path: 'preuves/a.pdf', sections: documentSections('# Plan\n\nÀ compléter\n') }],
    };
    const trace = traceOf(catalog, { proofs: [draft] });
    assert.deepEqual([trace.problems, trace.requirement('REQ-3')?.proofs[0]?.state], [[], 'empty']);
    for (const word of ['empty', 'proof:empty']) {
      assert.deepEqual(found(word, findings(trace)), ['proof empty']);
    }
    assert.deepEqual(found('proof:expired', findings(trace)), []);
  });

  it('means the requirement by a word that several have', () => {
    assert.deepEqual(found('missing', proofFindings('missing')), []);
    assert.deepEqual(found('proof:missing', proofFindings('missing')), ['proof.missing']);
  });

  it('refuses a word that it does not know, and proposes those that may be meant', () => {
    assert.match(refusal('expird'), /expird.*Did you mean expired\?/u);
    assert.match(refusal('gap'), /Did you mean gaps/u);
    assert.match(refusal('suspekt'), /Did you mean suspect/u);
    assert.match(refusal('error,zzzzzzzz'), /zzzzzzzz.*It takes none, error, warning/u);
    assert.match(refusal(' , '), /write none/u);
    assert.match(refusal('satisfied'), /satisfied/u);
  });
});

function problemFinding(code: ProblemCode): Finding {
  return {
    kind: 'problem',
    key: '',
    problem: { code, severity: 'warning', file: 'a', message: { template: '', args: [] } },
  };
}

/** As the trace tells of a proof in that state: by a problem where there is one for it. */
function proofFindings(state: ProofState): Finding[] {
  const code = Object.values(ProblemCode).find((one) => (one as string) === `proof.${state}`);
  const trace = traceOf(catalog, { proofs: [proofOf('REQ-3', state)] });
  return code === undefined ? findings(trace).filter(({ kind }) => kind === 'proof') : [problemFinding(code)];
}
