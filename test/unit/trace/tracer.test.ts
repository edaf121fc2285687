import assert from 'node:assert/strict';
import type { Trace } from '../../../src/trace/model';
import { inProfile } from '../../../src/trace/scope';
import { annotationsOf, catalogOf, decisionOf, proofOf, rowOf, tracerOf, traceOf } from './fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Un, chapter: A, theme: x }
  - { id: SC.SSI/GEN.19, title: Deux, chapter: A, nature: préconisation }
  - { id: SC.SSI/IE.20, title: Trois, chapter: B, theme: x }
faq:
  - { id: a01, subject: Sujet, answer: Réponse, requirements: [{ id: SC.SSI/GEN.18, match: cited }] }
`);

const FILES = {
  'src/b.ts': '// @segur SC.SSI/GEN.18\nrun();\n// @segur SC.SSI/NONE.1\nstop();\n',
  'src/a.ts': '// @segur SC.SSI/IE.20, SC.SSI/GEN.18\nrun();\n',
  'test/é.ts': '// @segur SC.SSI/GEN.18\nit();\n',
};

// @segur ST.STA.01
describe('the trace', () => {
  it('has a row for every requirement, in the catalogue’s order, with its answers', () => {
    const { requirements } = traceOf(catalog);
    assert.deepEqual(
      requirements.map((row) => row.requirement.id),
      ['SC.SSI/GEN.18', 'SC.SSI/GEN.19', 'SC.SSI/IE.20'],
    );
    assert.deepEqual(
      requirements[0]?.guidance.map(({ entry, match }) => [entry.id, match]),
      [['a01', 'cited']],
    );
  });

  it('sorts links by file and place', () => {
    const { links } = rowOf(traceOf(catalog, { files: FILES }), 'SC.SSI/GEN.18');
    assert.deepEqual(
      links.map((link) => [link.file, link.range.start.line]),
      [
        ['src/a.ts', 0],
        ['src/b.ts', 0],
        ['test/é.ts', 0],
      ],
    );
  });

  it('totals rows by state and by group; a recommendation holds no chapter back', () => {
    const trace = traceOf(catalog, { files: FILES });
    assert.equal(trace.counts.satisfied, 2);
    assert.equal(trace.counts.missing, 1);
    assert.deepEqual(
      trace.chapters.map(({ name, total, ready }) => [name, total, ready]),
      [
        ['A', 2, true],
        ['B', 1, true],
      ],
    );
    assert.deepEqual(
      trace.themes.map(({ name, total }) => [name, total]),
      [
        ['x', 2],
        ['', 1],
      ],
    );
    assert.deepEqual(
      traceOf(catalog).chapters.map(({ ready }) => ready),
      [false, false],
    );
  });

  it('takes a decided requirement as settled in its chapter', () => {
    const trace = traceOf(catalog, { decisions: [decisionOf('SC.SSI/IE.20', { status: 'accepted-gap' })] });
    assert.equal(trace.chapters.find(({ name }) => name === 'B')?.ready, true);
  });

  it('is the same whatever the order in which files came', () => {
    const reversed = Object.fromEntries(Object.entries(FILES).reverse());
    assert.equal(plain(traceOf(catalog, { files: FILES })), plain(traceOf(catalog, { files: reversed })));
  });

  it('names ids of proofs and decisions that no catalogue knows', () => {
    const trace = traceOf(catalog, { proofs: [proofOf('SC.SSI/NONE.1')], decisions: [decisionOf('SC.SSI/NONE.2')] });
    assert.deepEqual(
      trace.problems.map(({ code, file }) => [code, file]),
      [
        ['proof.unknown-id', 'segur.yaml'],
        ['decision.unknown-id', 'segur.yaml'],
      ],
    );
  });

  it('computes a list once for all readers', () => {
    const trace = traceOf(catalog, { files: FILES });
    assert.equal(trace.problems, trace.problems);
    assert.equal(trace.counts, trace.counts);
    assert.equal(trace.chapters, trace.chapters);
  });
});

// @segur ST.STA.03
describe('a change of one file', () => {
  it('tells the requirements that it touches, before and after', () => {
    const tracer = tracerOf(catalog, { files: FILES });
    const changed = tracer.update('src/a.ts', annotationsOf('src/a.ts', '// @segur SC.SSI/GEN.19\nrun();\n'));
    assert.deepEqual([...changed].sort(), ['SC.SSI/GEN.18', 'SC.SSI/GEN.19', 'SC.SSI/IE.20']);
    assert.deepEqual([...tracer.update('src/a.ts', undefined)], ['SC.SSI/GEN.19']);
    assert.deepEqual([...tracer.update('src/none.ts', undefined)], []);
  });

  it('leaves the rows that it does not touch the same objects', () => {
    const tracer = tracerOf(catalog, { files: FILES });
    const before = tracer.trace();
    tracer.update('src/a.ts', annotationsOf('src/a.ts', '// @segur SC.SSI/GEN.18\nrun();\n'));
    const after = tracer.trace();
    assert.equal(after.requirements[1], before.requirements[1]);
    assert.notEqual(after.requirements[0], before.requirements[0]);
    assert.notEqual(after.requirements[2], before.requirements[2]);
  });

  it('leaves an earlier snapshot as it was, even where nobody had read it yet', () => {
    const tracer = tracerOf(catalog, { files: FILES });
    const before = tracer.trace();
    tracer.update('src/b.ts', undefined);
    tracer.update('src/a.ts', undefined);
    assert.equal(before.unknownLinks.length, 1);
    assert.deepEqual(
      before.problems.map(({ code }) => code),
      ['annotation.unknown-id', 'annotation.unwanted'],
    );
    assert.equal(before.counts.satisfied, 2);
    assert.equal(rowOf(before, 'SC.SSI/IE.20').links.length, 1);
    assert.deepEqual(tracer.trace().unknownLinks, []);
  });

  it('gives what a tracer that never saw the former text gives', () => {
    const tracer = tracerOf(catalog, { files: { ...FILES, 'src/a.ts': '// @segur SC.SSI/GEN.19\nrun();\n' } });
    tracer.trace();
    tracer.update('src/a.ts', annotationsOf('src/a.ts', FILES['src/a.ts'], catalog));
    assert.equal(plain(tracer.trace()), plain(traceOf(catalog, { files: FILES })));
  });
});

// @segur ST.STA.03
describe('a change of the evidence', () => {
  it('is held against every link again', () => {
    const tracer = tracerOf(catalog, { files: FILES });
    tracer.setEvidence({ proofs: [], decisions: [decisionOf('SC.SSI/GEN.18')] });
    const row = rowOf(tracer.trace(), 'SC.SSI/GEN.18');
    assert.equal(row.state, 'not-applicable');
    assert.deepEqual([...new Set(row.links.map((link) => link.state))], ['unwanted']);
    tracer.setEvidence({ proofs: [], decisions: [] });
    assert.equal(plain(tracer.trace()), plain(traceOf(catalog, { files: FILES })));
  });
});

// @segur ST.CAT.07
describe('the profile', () => {
  const profiled = catalogOf(`requirements:
  - { id: R.1, title: A, profiles: [{ dispositif: DPI, profil: Général }] }
  - { id: R.2, title: B, profiles: [{ rem: REM-MDV-LGC-Va2, profil: Général }] }
  - { id: R.3, title: C, profiles: [{ dispositif: DPI, profil: IAM }] }
  - { id: R.4, title: D }
  - { id: R.5, title: E, obsolete: true }
`);
  const scopes = (profile: Parameters<typeof traceOf>[1] & object) =>
    traceOf(profiled, profile).requirements.map((row) => row.scope);

  it('lets every requirement in while none is chosen', () => {
    assert.deepEqual(scopes({}), ['applicable', 'applicable', 'applicable', 'applicable', 'obsolete']);
  });

  it('keeps the requirements of its dispositif and profils, and those of which nothing is known', () => {
    assert.deepEqual(scopes({ profile: { dispositif: 'dpi', profils: ['Général'] } }), [
      'applicable',
      'out-of-profile',
      'out-of-profile',
      'unknown',
      'obsolete',
    ]);
    assert.equal(scopes({ profile: { dispositif: 'DPI', profils: ['IAM'] } })[2], 'applicable');
    assert.equal(scopes({ profile: { dispositif: 'LGC', profils: [] } })[1], 'applicable');
  });

  it('hides nothing for a dispositif that no catalogue knows', () => {
    assert.deepEqual(scopes({ profile: { dispositif: 'RIS', profils: [] } }).slice(0, 4), [
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('takes unknown rows into the totals, and leaves the others out', () => {
    const trace = traceOf(profiled, { profile: { dispositif: 'DPI', profils: [] } });
    assert.equal(trace.counts.missing, trace.requirements.filter(inProfile).length);
    assert.equal(trace.counts.missing, 3);
  });
});

function plain(trace: Trace): string {
  return JSON.stringify(trace);
}
