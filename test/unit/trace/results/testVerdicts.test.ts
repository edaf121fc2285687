import assert from 'node:assert/strict';
import { ProblemCode } from '../../../../src/base/problem';
import type { TestCase, TestResultFile } from '../../../../src/evidence/testCase';
import type { RequirementTrace } from '../../../../src/trace/model';
import type { Tracer } from '../../../../src/trace/tracer';
import { gapText, testsText } from '../../../../src/trace/words';
import { english } from '../../../../src/base/message';
import { annotationsOf, catalogOf, decisionOf, rowOf, tracerOf } from '../fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Un, chapter: A, needs: [test] }
  - { id: SC.SSI/GEN.19, title: Deux, chapter: A, needs: [code] }
  - { id: SC.SSI/GEN.20 BIS, title: Trois, chapter: B, needs: [test] }
  - { id: SC.SSI/IE.20, title: Quatre, chapter: B, needs: [test] }
`);

function caseOf(name: string, fields: Partial<TestCase> = {}): TestCase {
  return { name, suites: [], outcome: 'passed', ids: [], line: 4, file: 'test/a.ts', ...fields };
}

function results(...cases: TestCase[]): readonly TestResultFile[] {
  return [{ path: 'build/r.xml', cases }];
}

/** Annotations of `test/a.ts`, each of which speaks of the test of the same name. */
function give(tracer: Tracer, links: Readonly<Record<string, string>>, file = 'test/a.ts'): void {
  const text = Object.entries(links)
    .map(([name, ids]) => `// @segur vérifie ${ids}\nit('${name}');\n`)
    .join('');
  const found = annotationsOf(file, text, catalog);
  const names = Object.keys(links);
  const annotations = found.annotations.map((annotation, at) => ({
    ...annotation,
    unit: { kind: 'test', name: names[at] ?? '', startLine: 2 * at + 1, endLine: 2 * at + 1 },
  }));
  tracer.update(file, { ...found, annotations, unitsRead: true });
}

function gapsOf({ gaps }: RequirementTrace): string[] {
  return gaps.map((gap) => gapText(english, gap));
}

function state(tracer: Tracer, id = 'SC.SSI/GEN.18'): string[] {
  const row = rowOf(tracer.trace(), id);
  return [row.state, row.tests?.state ?? 'unknown', ...gapsOf(row)];
}

// @segur ST.TST.02
describe('the verdict of the tests', () => {
  let tracer: Tracer;
  beforeEach(() => {
    tracer = tracerOf(catalog);
    give(tracer, { ouvre: 'SC.SSI/GEN.18', ferme: 'SC.SSI/GEN.18' });
  });

  it('is none where no results were read: a link speaks for itself, as before', () => {
    assert.deepEqual(state(tracer), ['satisfied', 'unknown']);
    tracer.setResults([{ path: 'build/r.xml', cases: [] }]);
    assert.deepEqual(state(tracer), ['satisfied', 'unknown']);
  });

  it('needs one test that passed; one that did not run beside it takes nothing away', () => {
    tracer.setResults(results(caseOf('ouvre')));
    assert.deepEqual(state(tracer), ['satisfied', 'passed']);
    const { links } = rowOf(tracer.trace(), 'SC.SSI/GEN.18');
    assert.deepEqual(
      links.map(({ tests }) => tests?.state),
      ['passed', 'not-run'],
    );
    tracer.setResults(results(caseOf('ouvre'), caseOf('ferme', { outcome: 'skipped' })));
    assert.deepEqual(state(tracer), ['satisfied', 'passed']);
  });

  it('leaves a requirement open of which every test was skipped or did not run', () => {
    tracer.setResults(results(caseOf('ouvre', { outcome: 'skipped', message: 'plus tard' })));
    assert.deepEqual(state(tracer), [
      'partial',
      'skipped',
      'skipped test: test/a.ts:1 — ouvre: plus tard',
      'no result of the test: test/a.ts:3',
    ]);
  });

  it('is that of a test that failed, whatever else passed, up to the chapter', () => {
    tracer.setResults(results(caseOf('ouvre'), caseOf('ferme', { outcome: 'failed', message: 'non' })));
    assert.deepEqual(state(tracer), ['partial', 'failed', 'failed test: test/a.ts:3 — ferme: non']);
    assert.equal(tracer.trace().chapters.find(({ name }) => name === 'A')?.ready, false);
    assert.deepEqual(rowOf(tracer.trace(), 'SC.SSI/GEN.18').needs, [{ need: 'test', met: false }]);
  });

  it('counts a failed test also where no test is asked for, and never a skipped one', () => {
    tracer.update('src/b.ts', annotationsOf('src/b.ts', '// @segur SC.SSI/GEN.19\nf();\n', catalog));
    give(tracer, { deux: 'SC.SSI/GEN.19' });
    tracer.setResults(results(caseOf('deux', { outcome: 'skipped' })));
    assert.deepEqual(state(tracer, 'SC.SSI/GEN.19'), ['satisfied', 'skipped']);
    tracer.setResults(results(caseOf('deux', { outcome: 'failed' })));
    assert.deepEqual(state(tracer, 'SC.SSI/GEN.19'), ['partial', 'failed', 'failed test: test/a.ts:1 — deux']);
  });

  it('waits until the code of a link is known', () => {
    const other = tracerOf(catalog);
    other.update('test/a.ts', annotationsOf('test/a.ts', '// @segur SC.SSI/GEN.18\nit();\n', catalog));
    other.setResults(results(caseOf('autre')));
    assert.deepEqual(state(other), ['satisfied', 'unknown']);
  });

  it('is settled by a decision, and is told all the same', () => {
    const decided = tracerOf(catalog, { decisions: [decisionOf('SC.SSI/GEN.18', { status: 'accepted-gap' })] });
    give(decided, { ouvre: 'SC.SSI/GEN.18' });
    decided.setResults(results(caseOf('ouvre', { outcome: 'failed' })));
    assert.deepEqual(state(decided), ['accepted-gap', 'failed']);
  });

  it('tells which rows are others when results come and when code changes', () => {
    assert.deepEqual([...tracer.setResults(results(caseOf('ouvre')))], ['SC.SSI/GEN.18']);
    const before = rowOf(tracer.trace(), 'SC.SSI/IE.20');
    const same = results(caseOf('ouvre'));
    assert.deepEqual([...tracer.setResults(same)], []);
    assert.equal(rowOf(tracer.trace(), 'SC.SSI/IE.20'), before);
    // A test of that name in another file, without a word of the file in the results: nobody can tell whose it is.
    tracer.setResults(results(caseOf('ouvre', { file: '' })));
    const nameless = { ...caseOf('ouvre') } as { file?: string };
    delete nameless.file;
    tracer.setResults(results(nameless as TestCase));
    assert.deepEqual(state(tracer), ['satisfied', 'passed']);
    give(tracer, { ouvre: 'SC.SSI/IE.20' }, 'test/b.ts');
    assert.deepEqual([...tracer.settle()].sort(), ['SC.SSI/GEN.18']);
    assert.equal(state(tracer)[1], 'not-run');
    const [problem] = tracer.trace().problems;
    assert.equal(problem?.code, ProblemCode.ResultsAmbiguous);
    assert.deepEqual([problem.file, problem.range?.start.line], ['build/r.xml', 4]);
    tracer.update('test/b.ts', undefined);
    assert.deepEqual(state(tracer), ['satisfied', 'passed']);
  });

  it('forgets results that are gone', () => {
    tracer.setResults(results(caseOf('ouvre', { outcome: 'failed' })));
    assert.deepEqual([...tracer.setResults([])], ['SC.SSI/GEN.18']);
    assert.deepEqual(state(tracer), ['satisfied', 'unknown']);
  });

  it('counts the cases of a group in words', () => {
    const cases = [caseOf('ouvre[1]'), caseOf('ouvre[2]', { outcome: 'failed' }), caseOf('ouvre[3]')];
    tracer.setResults(results(...cases));
    const { tests } = rowOf(tracer.trace(), 'SC.SSI/GEN.18').links[0]!;
    assert.equal(testsText(english, tests!), 'failed: 1 of 3');
  });

  describe('of tests that name a requirement', () => {
    const named = (name: string, fields: Partial<TestCase> = {}) => {
      tracer.setResults(results(caseOf(name, { file: 'autre.ts', ...fields })));
      return tracer
        .trace()
        .requirements.filter(({ tests }) => (tests?.named.length ?? 0) > 0)
        .map(({ requirement }) => requirement.id);
    };

    it('takes ids in full, in titles, groups and identifiers, however they are spelled', () => {
      for (const title of [
        'SC.SSI/GEN.18 : ouvre',
        'ouvre (ssi/gen.18)',
        'SC.SSI/GEN-18',
        'test_SC_SSI_GEN_18_opens',
        'ssi_gen_18',
        'SC.SSI/GEN.18.01 ouvre',
      ]) {
        assert.deepEqual(named(title), ['SC.SSI/GEN.18'], title);
      }
      assert.deepEqual(named('ouvre', { suites: ['SC.SSI/IE.20'] }), ['SC.SSI/IE.20']);
      assert.deepEqual(named('SC.SSI/GEN.20 BIS'), ['SC.SSI/GEN.20 BIS']);
      assert.deepEqual(named('SC_SSI_GEN_20_BIS'), ['SC.SSI/GEN.20 BIS']);
    });

    it('takes nothing that may be something else', () => {
      for (const title of [
        'GEN.18',
        'gen_18',
        'IE 20',
        'SC.SSI/GEN.18 BIS',
        'test_sc_ssi_gen_18_bis',
        'SC.SSI/GEN.181',
        'a@SC.SSI/GEN.18',
        'SC.SSI/GEN.20',
      ]) {
        assert.deepEqual(named(title), [], title);
      }
    });

    it('takes a property in any spelling, and says which one nobody knows', () => {
      assert.deepEqual(named('ouvre', { ids: ['GEN.18', 'IE.20'] }), ['SC.SSI/GEN.18', 'SC.SSI/IE.20']);
      assert.deepEqual(named('ouvre', { ids: ['GEN.99'] }), []);
      const [problem] = tracer.trace().problems;
      assert.deepEqual(
        [problem?.code, problem?.file, problem?.range?.start.line],
        [ProblemCode.ResultsUnknownId, 'build/r.xml', 4],
      );
    });

    it('meets the need for a test, and fails it at the place in the results', () => {
      assert.deepEqual(state(tracer, 'SC.SSI/IE.20'), ['missing', 'unknown', 'no test verifies it']);
      named('SC.SSI/IE.20');
      assert.deepEqual(state(tracer, 'SC.SSI/IE.20'), ['satisfied', 'passed']);
      named('SC.SSI/IE.20', { outcome: 'failed', message: 'non' });
      assert.deepEqual(state(tracer, 'SC.SSI/IE.20'), [
        'partial',
        'failed',
        'failed test: build/r.xml:5 — SC.SSI/IE.20: non',
      ]);
    });

    it('tells a test once that is linked to the requirement too', () => {
      give(tracer, { 'SC.SSI/GEN.18': 'SC.SSI/GEN.18' });
      assert.deepEqual(named('SC.SSI/GEN.18', { file: 'test/a.ts' }), []);
      assert.equal(state(tracer)[1], 'passed');
    });
  });
});
